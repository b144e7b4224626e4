// The keys that work on the page as it stands.

import type { InterfaceKey } from '../../telling/wording.ts';
import { shortcuts } from '../keys.ts';
import { settings } from '../settings.ts';
import { shellWords as words } from '../shelves.ts';
import { Dialog } from './dialog.tsx';

export function ShortcutsDialog() {
  return (
    <Dialog id="shortcuts" name={words.t('interface:shortcuts.heading')} words={words}>
      {() => (
        <>
          {!settings.value.shortcuts && <p class="wrong">{words.t('interface:shortcuts.off')}</p>}
          <dl class="shortcuts">
            {byName().map(([name, keys]) => (
              <div key={name}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{words.t(name)}</dd>
              </div>
            ))}
          </dl>
          <p class="hint">{words.t('interface:shortcuts.browser')}</p>
        </>
      )}
    </Dialog>
  );
}

function byName(): [name: InterfaceKey, keys: string[]][] {
  const found = new Map<InterfaceKey, string[]>();
  for (const { key, name } of shortcuts.value) found.set(name, [...(found.get(name) ?? []), key]);
  return [...found];
}
