// Answer cards for rooms without devices: one letter a card, told apart by letter, shape and colour.

import { useState } from 'preact/hooks';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../shelves.ts';
import './paper.css';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
/** Inside a square of 100. */
const SHAPES: Readonly<Record<(typeof LETTERS)[number], string>> = {
  a: 'M50 5 95 95H5z',
  b: 'M8 8h84v84H8z',
  c: 'M50 4a46 46 0 1 0 .1 0z',
  d: 'M50 2 98 50 50 98 2 50z',
  e: 'M50 3 97 38 79 95H21L3 38z',
  f: 'M35 4h30v31h31v30H65v31H35V65H4V35h31z',
};
const SURE = [1, 2, 3] as const;

export function AnswerCards() {
  const words = useWords();
  const [count, setCount] = useState(4);
  return (
    <Page words={words} name={words.t('live:cards.heading')} below={words.t('live:cards.lead')} focusKey="cards" class="answer-cards">
      <section class="sheet cards-tools">
        <p>{words.t('live:cards.how')}</p>
        <p class="actions">
          <label class="field">
            {words.t('live:cards.letters')}
            <select value={count} onChange={({ currentTarget }) => setCount(Number(currentTarget.value))}>
              {[4, 5, 6].map((letters) => (
                <option key={letters} value={letters}>
                  {words.t('live:cards.upTo', { letter: (LETTERS[letters - 1] as string).toUpperCase() })}
                </option>
              ))}
            </select>
          </label>
          <button type="button" class="primary" onClick={() => window.print()}>
            {words.t('live:cards.print')}
          </button>
        </p>
      </section>
      <ul class="cards-sheet">
        {LETTERS.slice(0, count).map((letter) => (
          <li key={letter} class={`answer-card card-${letter}`}>
            <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
              <path d={SHAPES[letter]} />
            </svg>
            <span class="answer-letter">{letter.toUpperCase()}</span>
          </li>
        ))}
        {SURE.map((sure) => (
          <li key={sure} class="answer-card sure-card">
            <span class="answer-letter">{sure}</span>
            <span>{words.t(`interface:asking.confidence.name.${sure}`)}</span>
          </li>
        ))}
      </ul>
    </Page>
  );
}
