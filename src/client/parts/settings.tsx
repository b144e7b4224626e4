// What a player sets for this device, over whatever page is shown.

import type { ComponentChildren } from 'preact';
import { whole } from '../../telling/wording.ts';
import { SoundSettings } from '../audio/settingsPart.tsx';
import { change, settings, TEXT_SIZES } from '../settings.ts';
import { languages, shellWords as words } from '../shelves.ts';
import { Dialog } from './dialog.tsx';

export function SettingsDialog() {
  return (
    <Dialog id="settings" name={words.t('interface:settings.heading')} words={words}>
      {() => <Choices />}
    </Dialog>
  );
}

function Choices() {
  const { textSize, motion, map, shortcuts, hints } = settings.value;
  return (
    <div class="settings">
      <SoundSettings />
      <fieldset>
        <legend>{words.t('interface:settings.textSize')}</legend>
        <div class="choices">
          {TEXT_SIZES.map((size) => (
            <label key={size}>
              <input type="radio" name="text-size" checked={textSize === size} onChange={() => change({ textSize: size })} />{' '}
              {words.t('interface:unit.percent', { value: whole(words, size) })}
            </label>
          ))}
        </div>
      </fieldset>
      <Flag
        name={words.t('interface:settings.reduced')}
        hint={words.t('interface:settings.reducedHint')}
        value={motion === 'reduced'}
        onChange={(on) => change({ motion: on ? 'reduced' : 'system' })}
      />
      <Flag name={words.t('interface:settings.text')} hint={words.t('interface:settings.textHint')} value={!map} onChange={(on) => change({ map: !on })} />
      <Flag name={words.t('interface:settings.hints')} hint={words.t('interface:settings.hintsHint')} value={hints} onChange={(on) => change({ hints: on })} />
      <Flag name={words.t('interface:settings.shortcuts')} hint={words.t('interface:settings.shortcutsHint')} value={shortcuts} onChange={(on) => change({ shortcuts: on })} />
      <Language />
      <p class="hint">{words.t('interface:settings.kept')}</p>
    </div>
  );
}

/** A choice only where there is one. A page is loaded anew to be written in another language. */
function Language() {
  const known = languages.value;
  if (known.length < 2) return <p class="hint">{words.t('interface:settings.oneLanguage')}</p>;
  const choose = (language: string) => {
    change({ language });
    window.location.reload();
  };
  return (
    <div class="field">
      <label for="language">{words.t('interface:settings.language')}</label>
      <select id="language" value={settings.value.language} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {known.map((language) => (
          <option key={language} value={language}>
            {new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language}
          </option>
        ))}
      </select>
    </div>
  );
}

function Flag({ name, hint, value, onChange }: { name: string; hint: ComponentChildren; value: boolean; onChange: (on: boolean) => void }) {
  return (
    <div class="flag">
      <label>
        <input type="checkbox" checked={value} onChange={({ currentTarget }) => onChange(currentTarget.checked)} /> {name}
      </label>
      <p class="hint">{hint}</p>
    </div>
  );
}
