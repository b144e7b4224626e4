// What went wrong, in words, and the way back.

import type { ComponentChildren } from 'preact';
import { MAX_SEED } from '../../telling/seed.ts';
import { type Vocabulary, whole } from '../../telling/wording.ts';

interface TroubleProps {
  words: Vocabulary;
  text: string;
  more?: readonly string[];
  /** Whether there is a way back to offer. */
  back?: boolean;
  /** Another way on. */
  children?: ComponentChildren;
}

export function Trouble({ words, text, more = [], back = true, children }: TroubleProps) {
  return (
    <section class="sheet" role="alert" data-testid="trouble">
      <p class="lead">{text}</p>
      {more.length > 0 && (
        <ul>
          {more.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {children}
      {back && (
        <p>
          <a href="#/">{words.t('interface:trouble.back')}</a>
        </p>
      )}
    </section>
  );
}

export function seedTrouble(words: Vocabulary, seed: string): string {
  return words.t('interface:trouble.seed', { seed: seed.slice(0, 60), most: whole(words, MAX_SEED) });
}
