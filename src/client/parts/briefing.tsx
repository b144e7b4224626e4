// The memo of the quarter; on the first turn also how things stand and what has happened before.

import type { Playthrough } from '../../telling/playthrough.ts';
import { useShelves } from '../shelves.ts';
import { Facts } from './facts.tsx';

export function Briefing({ play: { world, state } }: { play: Playthrough }) {
  const { words } = useShelves();
  const { level } = world;
  return (
    <section class="sheet memo" aria-labelledby="briefing">
      <h2 id="briefing">{words.t('interface:desk.briefing')}</h2>
      <Paragraphs text={words.t(`levels:${level.id}.briefings.${state.turn}`)} />
      {state.turn === 0 && (
        <details>
          <summary>{words.t('interface:desk.before')}</summary>
          <Paragraphs text={words.t(`levels:${level.id}.premise`)} />
          <p class="hint">{words.t('interface:desk.historyNote')}</p>
          <Facts ids={level.history} />
        </details>
      )}
    </section>
  );
}

export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text.split(/\n+/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </>
  );
}
