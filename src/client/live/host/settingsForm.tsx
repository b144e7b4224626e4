// How a session is run: devices, names, time, points.

import type { ComponentChildren } from 'preact';
import { DEVICES, LEADERBOARDS, type Settings } from '../../../session/types.ts';
import { useShelves } from '../../shelves.ts';

interface SettingsFormProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
}

const SECONDS = [null, 30, 60, 90, 120, 180, 300] as const;
const MINUTES = [10, 15, 20, 30, 45, 60, 90] as const;
const TEAMS = [0, 2, 3, 4, 5, 6, 7, 8] as const;

export function SettingsForm({ settings, onChange }: SettingsFormProps) {
  const { words } = useShelves();
  const put = (part: Partial<Settings>) => onChange({ ...settings, ...part });
  return (
    <div class="session-settings">
      <fieldset class="choices">
        <legend>{words.t('live:settings.devices')}</legend>
        {DEVICES.map((devices) => (
          <label key={devices}>
            <input type="radio" name="devices" checked={settings.devices === devices} onChange={() => put({ devices })} />
            {words.t(`live:settings.device.${devices}`)}
          </label>
        ))}
      </fieldset>
      <Pick name={words.t('live:settings.seconds')} value={settings.seconds ?? ''} onPick={(value) => put({ seconds: value === '' ? null : Number(value) })}>
        {SECONDS.map((seconds) => (
          <option key={seconds} value={seconds ?? ''}>
            {seconds === null ? words.t('live:settings.untimed') : words.t('live:settings.secondsEach', { count: seconds })}
          </option>
        ))}
      </Pick>
      <Pick name={words.t('live:settings.minutes')} value={settings.minutes} onPick={(value) => put({ minutes: Number(value) })}>
        {MINUTES.map((minutes) => (
          <option key={minutes} value={minutes}>
            {words.t('live:settings.minutesLong', { count: minutes })}
          </option>
        ))}
      </Pick>
      <details>
        <summary>{words.t('live:settings.more')}</summary>
        <Flag checked={settings.ownNames} onChange={(ownNames) => put({ ownNames })} hint={words.t('live:settings.ownNamesHint')}>
          {words.t('live:settings.ownNames')}
        </Flag>
        <Pick name={words.t('live:settings.teams')} value={settings.teams} onPick={(value) => put({ teams: Number(value) })}>
          {TEAMS.map((teams) => (
            <option key={teams} value={teams}>
              {teams === 0 ? words.t('live:settings.noTeams') : words.t('live:settings.teamCount', { count: teams })}
            </option>
          ))}
        </Pick>
        <fieldset class="choices">
          <legend>{words.t('live:settings.leaderboard')}</legend>
          {LEADERBOARDS.filter((shown) => shown !== 'teams' || settings.teams > 0).map((leaderboard) => (
            <label key={leaderboard}>
              <input type="radio" name="leaderboard" checked={settings.leaderboard === leaderboard} onChange={() => put({ leaderboard })} />
              {words.t(`live:settings.board.${leaderboard}`)}
            </label>
          ))}
        </fieldset>
        <Flag checked={settings.speed} onChange={(speed) => put({ speed })} hint={words.t('live:settings.speedHint')}>
          {words.t('live:settings.speed')}
        </Flag>
      </details>
    </div>
  );
}

function Pick({ name, value, onPick, children }: { name: string; value: string | number; onPick: (value: string) => void; children: ComponentChildren }) {
  return (
    <label class="field">
      {name}
      <select value={value} onChange={({ currentTarget }) => onPick(currentTarget.value)}>
        {children}
      </select>
    </label>
  );
}

function Flag({ checked, onChange, hint, children }: { checked: boolean; onChange: (checked: boolean) => void; hint: string; children: ComponentChildren }) {
  return (
    <div class="flag">
      <label>
        <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
        {children}
      </label>
      <p class="hint">{hint}</p>
    </div>
  );
}
