// One option, sign or step after the answer: its words, whether it was chosen and whether it is right, and why.

import type { ComponentChildren } from 'preact';
import { useWords } from '../shelves.ts';
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
  const words = useWords();
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

/** @param told whether it is said where it was put */
export function Step({ step: { text, why, yours, early = false, place = 0 }, told }: { step: Explained; told: boolean }) {
  const words = useWords();
  const look = early ? 'miss' : yours ? 'key' : 'yours';
  const sign = look === 'yours' ? '' : words.t(`interface:asking.result.${early ? 'wrong' : 'right'}Sign`);
  return (
    <li class={`explained-line${early ? ' is-miss' : yours ? ' is-key' : ''}`}>
      <p class="explained-text">
        {text} {told && <Said text={words.t(`interface:asking.result.${early ? 'early' : yours ? 'placed' : 'place'}`, { place })} look={look} sign={sign} />}
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
