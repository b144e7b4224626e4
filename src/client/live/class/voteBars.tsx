// How a class has voted: a bar for each card and for holding; what is played is marked by sign and word.

import type { CardId } from '../../../rules/types.ts';
import type { VoteTally } from '../../../session/turns.ts';
import { useShelves } from '../../shelves.ts';

interface VoteBarsProps {
  tally: VoteTally;
  decided: readonly CardId[];
}

export function VoteBars({ tally, decided }: VoteBarsProps) {
  const { words } = useShelves();
  const rows = [
    ...tally.cards.map(({ card, votes }) => ({ key: card as string, name: words.t(`cards:${card}.title`), votes, isPlayed: decided.includes(card) })),
    { key: 'hold', name: words.t('live:class.screen.hold'), votes: tally.hold, isPlayed: decided.length === 0 },
  ];
  return (
    <ol class="vote-bars">
      {rows.map(({ key, name, votes, isPlayed }) => (
        <li key={key} class={isPlayed ? 'is-played' : ''}>
          <span class="vote-name">
            {name}{' '}
            {isPlayed && (
              <span class="vote-played">
                <span aria-hidden="true">{words.t('interface:asking.result.rightSign')}</span> {words.t('live:class.screen.played')}
              </span>
            )}
          </span>
          <span class="vote-bar">
            {votes > 0 && <span class="vote-fill" style={{ inlineSize: `${(100 * votes) / Math.max(1, tally.votes)}%` }} />}
            <span class="vote-count">{votes}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}
