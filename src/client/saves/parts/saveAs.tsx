// A copy of the campaign as it stands, under a name: a turn to come back to.

import '../saves.css';
import { useState } from 'preact/hooks';
import { MAX_NAME, nameFrom } from '../../../content/saveName.ts';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { cue } from '../../audio/door.ts';
import { useShelves } from '../../shelves.ts';
import { saveAs } from '../door.ts';
import { levelName } from '../told.ts';

export function SaveAs({ play, practice }: { play: Playthrough; practice: boolean }) {
  const { words } = useShelves();
  const [name, setName] = useState('');
  const [said, setSaid] = useState('');
  const submit = async (event: Event) => {
    event.preventDefault();
    const kept = nameFrom(name);
    cue('signed');
    await saveAs(play, kept, { practice });
    setSaid(words.t('interface:saves.kept', { name: kept === '' ? levelName(words, play.world.level.id) : kept }));
    setName('');
  };
  return (
    <details class="sheet save-as">
      <summary>{words.t('interface:saves.keepAs')}</summary>
      <form class="field" onSubmit={submit}>
        <label for="save-name">{words.t('interface:saves.name')}</label>
        <input id="save-name" value={name} maxLength={MAX_NAME} autocomplete="off" aria-describedby="save-hint" onInput={({ currentTarget }) => setName(currentTarget.value)} />
        <p id="save-hint" class="hint">
          {words.t('interface:saves.keepHint')} {words.t('interface:saves.nameHint', { most: MAX_NAME })}
        </p>
        <p class="actions">
          <button type="submit">{words.t('interface:saves.keep')}</button>
        </p>
        <p role="status">{said}</p>
      </form>
    </details>
  );
}
