// The memo of the quarter, and how things stand when a level opens.

import type { Level } from '../../rules/types.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { dateOf } from '../../telling/wording.ts';
import { narrow } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { Facts } from './facts.tsx';
import { Paragraphs } from './paragraphs.tsx';

export function Briefing({ play: { world, state } }: { play: Playthrough }) {
  const { words } = useShelves();
  return (
    <section class="sheet memo" aria-labelledby="briefing">
      <h2 id="briefing">{words.t('interface:desk.briefing')}</h2>
      <Paragraphs text={words.t(`levels:${world.level.id}.briefings.${state.turn}`)} />
    </section>
  );
}

export function Standing({ level }: { level: Level }) {
  const { words } = useShelves();
  return (
    <section class="sheet standing" aria-labelledby="standing">
      <h2 id="standing">{words.t('interface:desk.standing')}</h2>
      <p class="lead goal">{words.t('interface:desk.goal')}</p>
      {narrow.value ? (
        <details>
          <summary>{words.t('interface:title.opening')}</summary>
          <Paragraphs text={words.t(`levels:${level.id}.premise`)} />
        </details>
      ) : (
        <Paragraphs text={words.t(`levels:${level.id}.premise`)} />
      )}
      <details>
        <summary>{words.t('interface:desk.before')}</summary>
        <p class="hint">{words.t('interface:desk.historyNote')}</p>
        <Facts ids={level.history} />
      </details>
      <p class="hint">{words.t('interface:desk.simulatedNote', { date: dateOf(words, level.start, 'day') })}</p>
    </section>
  );
}
