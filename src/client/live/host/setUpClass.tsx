// Before a lesson in which the class plays a campaign: which one, under which draw of luck, and how it runs.

import { useState } from 'preact/hooks';
import type { Level } from '../../../rules/types.ts';
import { TURN_TENTHS } from '../../../session/timetable.ts';
import type { Settings } from '../../../session/types.ts';
import { whole } from '../../../telling/wording.ts';
import { controlLink, visit } from '../../route.ts';
import { useShelves } from '../../shelves.ts';
import { api, device } from '../ours.ts';
import { troubleKey } from '../words.ts';
import { CreateBar, type Creating } from './createBar.tsx';
import { SettingsForm } from './settingsForm.tsx';

const USUAL: Settings = { devices: 'each', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: 90, minutes: 45 };
const RULES = ['votes', 'most', 'ties', 'capital', 'abstain', 'belief', 'checkpoint', 'overrule'] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Levels made for a lesson first, the shortest before the longer. */
function inOrder(levels: readonly Level[]): Level[] {
  const isLesson = ({ id }: Level) => id.startsWith('classroom');
  return [...levels].sort((one, other) => Number(isLesson(other)) - Number(isLesson(one)) || one.turns - other.turns);
}

export function NewClass() {
  const { content, words } = useShelves();
  const levels = inOrder([...content.levels.values()]);
  const [level, setLevel] = useState<Level | undefined>(levels[0]);
  const [seed, setSeed] = useState(0);
  const [settings, setSettings] = useState(USUAL);
  const [title, setTitle] = useState<string | null>(null);
  const [stands, setStands] = useState<Creating>({ is: 'choosing' });
  if (level === undefined) return null;
  const extentOf = ({ turns }: Level) => words.t('live:class.setUp.turns', { count: turns, minutes: whole(words, (turns * TURN_TENTHS) / 10) });
  const shownTitle = title ?? words.t(`levels:${level.id}.title`);
  return (
    <form
      class="host-new"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (stands.is !== 'creating') void create(level);
      }}
    >
      <section class="sheet" aria-labelledby="what">
        <h2 id="what">{words.t('live:class.setUp.level')}</h2>
        <fieldset class="ready-sets">
          <legend class="unseen">{words.t('live:class.setUp.level')}</legend>
          {levels.map((one) => (
            <label key={one.id} class="slip ready-set">
              <input
                type="radio"
                name="level"
                checked={one === level}
                onChange={() => {
                  setLevel(one);
                  setSeed(0);
                }}
              />
              <span>
                <span class="ready-name">{words.t(`levels:${one.id}.title`)}</span> <span class="hint">{extentOf(one)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {level.seeds.length > 1 && (
          <div class="field">
            <label for="draw">{words.t('live:class.setUp.seed')}</label>
            <select id="draw" value={seed} aria-describedby="draw-hint" onChange={({ currentTarget }) => setSeed(Number(currentTarget.value))}>
              {level.seeds.map((one, at) => (
                <option key={one} value={at}>
                  {words.t('live:class.setUp.seedName', { letter: LETTERS[at] ?? String(at + 1) })}
                </option>
              ))}
            </select>
            <p id="draw-hint" class="hint">
              {words.t('live:class.setUp.seedHint')}
            </p>
          </div>
        )}
      </section>
      <section class="sheet" aria-labelledby="how">
        <h2 id="how">{words.t('live:host.how')}</h2>
        <label class="field">
          {words.t('live:host.title')}
          <input value={shownTitle} maxLength={160} autocomplete="off" onInput={({ currentTarget }) => setTitle(currentTarget.value)} />
        </label>
        <SettingsForm settings={settings} onChange={setSettings} />
        <p class="hint">{words.t('live:class.setUp.groupsHint')}</p>
      </section>
      <section class="sheet" aria-labelledby="rules-of-vote">
        <h2 id="rules-of-vote">{words.t('live:class.setUp.rules')}</h2>
        <ul class="vote-rules">
          {RULES.map((rule) => (
            <li key={rule}>{words.t(`live:class.rule.${rule}`)}</li>
          ))}
        </ul>
      </section>
      <CreateBar stands={stands} title={shownTitle} extent={extentOf(level)} />
    </form>
  );

  async function create(chosen: Level): Promise<void> {
    setStands({ is: 'creating' });
    const made = await api.create(device.key(), {
      kind: 'class',
      settings,
      language: words.language,
      title: shownTitle.trim() === '' ? words.t(`levels:${chosen.id}.title`) : shownTitle.trim(),
      level: chosen.id,
      seed: chosen.seeds[seed] ?? null,
    });
    if (!made.ok) return setStands({ is: 'refused', text: words.t(made.trouble === 'not-allowed' ? 'live:host.noKey' : troubleKey(made.trouble)) });
    const { code, host, screen } = made.value;
    device.keep(code, { host, screen, title: shownTitle });
    visit(controlLink(code));
  }
}
