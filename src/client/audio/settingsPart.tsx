// The settings of the sound: on or off, how loud, and a button to hear it.

import './settingsPart.css';
import { useId } from 'preact/hooks';
import { whole } from '../../telling/wording.ts';
import { change, settings } from '../settings.ts';
import { shellWords as words } from '../shelves.ts';
import { isSilent, savesData, sound, tryOut } from './door.ts';

export function SoundSettings() {
  const { muted, effects, ambience } = settings.value;
  return (
    <fieldset class="sound-settings">
      <legend>{words.t('interface:sound.heading')}</legend>
      <div class="flag">
        <label>
          <input type="checkbox" checked={!muted} onChange={({ currentTarget }) => change({ muted: !currentTarget.checked })} /> {words.t('interface:sound.on')}
        </label>
        <p class="hint">{words.t('interface:sound.onHint')}</p>
      </div>
      <Volume name={words.t('interface:sound.effects')} value={effects} onInput={(percent) => change({ effects: percent })} />
      <Volume name={words.t('interface:sound.ambience')} value={ambience} onInput={(percent) => change({ ambience: percent })} />
      <p>
        <button type="button" disabled={muted || effects === 0 || sound.value === 'loading'} onClick={() => void tryOut('committed')}>
          {words.t('interface:sound.try')}
        </button>
      </p>
      <p class="hint" role="status">
        {standing()}
      </p>
    </fieldset>
  );
}

/** Why nothing is heard, where that is not by the player's own choice. */
function standing(): string {
  if (sound.value === 'failed') return words.t('interface:sound.failed');
  if (sound.value === 'loading') return words.t('interface:sound.loading');
  if (sound.value === 'waiting' && !isSilent.value && savesData()) return words.t('interface:sound.saving');
  return '';
}

function Volume({ name, value, onInput }: { name: string; value: number; onInput: (percent: number) => void }) {
  const id = useId();
  const inWords = words.t('interface:unit.percent', { value: whole(words, value) });
  return (
    <p class="volume">
      <label for={id}>{name}</label>
      <output for={id}>{inWords}</output>
      <input id={id} type="range" min={0} max={100} step={5} value={value} aria-valuetext={inWords} onInput={({ currentTarget }) => onInput(Number(currentTarget.value))} />
    </p>
  );
}
