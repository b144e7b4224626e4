// One option, sign or step after the answer: its words, whether it was chosen and whether it is right, and why.

import type { ComponentChildren } from 'preact';
import { useShelves } from '../shelves.ts';
import type { Explained } from './explained.ts';

interface LineProps {
  yours: boolean;
  isKey: boolean;
  /** What is said of the one that is right. */
  keyText: string;
  why: string;
  children: ComponentChildren;
}

export function Line({ yours, isKey, keyText, why, children }: LineProps) {
  const { words } = useShelves();
  return (
    <li class={`explained-line${isKey ? ' is-key' : yours ? ' is-miss' : ''}`}>
      <p class="explained-text">
        {children}{' '}
        {yours && <Said text={words.t('interface:asking.result.yours')} look={isKey ? 'yours' : 'miss'} sign={isKey ? '' : words.t('interface:asking.result.wrongSign')} />}{' '}
        {isKey && <Said text={keyText} look="key" sign={words.t('interface:asking.result.rightSign')} />}
      </p>
      <p class="explained-why">{why}</p>
    </li>
  );
}

export function Step({ step: { text, why, yours, place = 0 } }: { step: Explained }) {
  const { words } = useShelves();
  return (
    <li class={`explained-line ${yours ? 'is-key' : 'is-miss'}`}>
      <p class="explained-text">
        {text}{' '}
        {yours ? (
          <Said text={words.t('interface:asking.result.placed')} look="key" sign={words.t('interface:asking.result.rightSign')} />
        ) : (
          <Said text={words.t('interface:asking.result.place', { place })} look="miss" sign={words.t('interface:asking.result.wrongSign')} />
        )}
      </p>
      <p class="explained-why">{why}</p>
    </li>
  );
}

function Said({ text, look, sign }: { text: string; look: 'yours' | 'key' | 'miss'; sign: string }) {
  return (
    <span class={`said-${look}`}>
      {sign !== '' && <span aria-hidden="true">{sign} </span>}
      {text}
    </span>
  );
}
