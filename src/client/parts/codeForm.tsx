// A replay code, opened or gone on from.

import { useState } from 'preact/hooks';
import { resumePlay } from '../../telling/playthrough.ts';
import { troubleText } from '../../telling/trouble.ts';
import { playLink, replayLink, visit } from '../route.ts';
import { useShelves } from '../shelves.ts';

export { ImportSave } from '../saves/parts/import.tsx';

export function CodeForm() {
  const { content, words } = useShelves();
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState('');
  const open = (link: (code: string) => string) => {
    const outcome = resumePlay(content, code);
    if (outcome.ok) visit(link(code.trim()));
    else setWrong(code.trim() === '' ? words.t('interface:title.codeEmpty') : troubleText(words, outcome.trouble));
  };
  return (
    <form
      class="field"
      onSubmit={(event) => {
        event.preventDefault();
        open(replayLink);
      }}
    >
      <label for="code">{words.t('interface:title.code')}</label>
      <textarea
        id="code"
        rows={3}
        spellcheck={false}
        autocomplete="off"
        value={code}
        onInput={({ currentTarget }) => {
          setCode(currentTarget.value);
          setWrong('');
        }}
        aria-describedby={wrong === '' ? 'code-hint' : 'code-wrong code-hint'}
        aria-invalid={wrong !== ''}
      />
      {wrong !== '' && (
        <p id="code-wrong" class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <p id="code-hint" class="hint">
        {words.t('interface:title.codeHint')}
      </p>
      <p class="actions">
        <button type="submit">{words.t('interface:title.open')}</button>
        <button type="button" onClick={() => open((text) => playLink(text, 'desk'))}>
          {words.t('interface:title.goOn')}
        </button>
      </p>
    </form>
  );
}
