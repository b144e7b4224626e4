// What the class decided, turn by turn: votes, what was played, and what the second choice would have come to under the same luck.

import { begin } from '../../../rules/apply.ts';
import { decisionsOf } from '../../../rules/campaign.ts';
import { balanceOf, ending } from '../../../rules/endings.ts';
import type { CardId, EndingId } from '../../../rules/types.ts';
import type { PlayedTurn } from '../../../session/types.ts';
import type { Playthrough } from '../../../telling/playthrough.ts';
import { openHanded, playKept, replaced } from '../../../telling/retold.ts';
import { percent, quarterOf, signed, type Vocabulary } from '../../../telling/wording.ts';
import { useShelves } from '../../shelves.ts';

export interface DecidedTurn extends PlayedTurn {
  /** With the second choice instead, all else the same: how much higher the balance would have ended, tenths. */
  by: number;
  ending: EndingId;
}

/** @param play of the class, over */
export function decidedTurns(play: Playthrough, turns: readonly PlayedTurn[]): DecidedTurn[] {
  const world = openHanded(play.world);
  const decisions = decisionsOf(play.log.choices);
  const reached = balanceOf(play.state);
  return turns.map((turn) => {
    const over = playKept(world, begin(world, play.state.seed, 'bare'), replaced(decisions, turn.turn, turn.second));
    return { ...turn, by: balanceOf(over) - reached, ending: ending(world, over) };
  });
}

export function cardsText(words: Vocabulary, cards: readonly CardId[]): string {
  return cards.length === 0 ? words.t('live:class.debrief.hold') : cards.map((card) => words.t(`cards:${card}.title`)).join(', ');
}

/** Per mille of the votes that went to a card, or to holding. */
function shareOf({ tally }: PlayedTurn, card: CardId | null): number {
  const votes = card === null ? tally.hold : (tally.cards.find((one) => one.card === card)?.votes ?? 0);
  return tally.votes === 0 ? 0 : Math.floor((1000 * votes) / tally.votes);
}

interface DecisionsProps {
  /** Over. */
  play: Playthrough;
  turns: readonly DecidedTurn[];
  /** For a wall: shares as numbers alone, and the second choice with what it would have come to. */
  brief?: boolean;
}

export function Decisions({ play, turns, brief = false }: DecisionsProps) {
  const { words } = useShelves();
  const reached = ending(play.world, play.state);
  const t = (key: 'turn' | 'played' | 'second' | 'instead') => words.t(`live:class.debrief.${key}`);
  return (
    <table class="decisions">
      <thead>
        <tr>
          <th scope="col">{t('turn')}</th>
          <th scope="col">{t('played')}</th>
          <th scope="col">{t('second')}</th>
          {!brief && <th scope="col">{t('instead')}</th>}
        </tr>
      </thead>
      <tbody>
        {turns.map((turn) => (
          <tr key={turn.turn}>
            <th scope="row">
              {turn.turn + 1} <span class="decision-when">{quarterOf(words, play.world.level.start, turn.turn)}</span>
            </th>
            <td>
              <ul class="decision-cards">
                {(turn.decided.length === 0 ? [null] : turn.decided).map((card) => (
                  <li key={card ?? 'hold'} class={card === null ? '' : `lever-${play.world.cardById.get(card)?.lever}`}>
                    {card === null ? words.t('live:class.debrief.hold') : words.t(`cards:${card}.title`)}{' '}
                    {!turn.overruled && (
                      <span class="decision-share">
                        {brief ? percent(words, shareOf(turn, card)) : words.t('live:class.debrief.share', { share: percent(words, shareOf(turn, card)) })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
              {turn.overruled && <span class="decision-share">{words.t('live:class.debrief.overruled')}</span>}
            </td>
            {brief ? (
              <td>
                {cardsText(words, turn.second)} <strong>{signed(words, turn.by)}</strong>
              </td>
            ) : (
              <>
                <td>{cardsText(words, turn.second)}</td>
                <td>{insteadText(turn)}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );

  function insteadText({ by, ending: other }: DecidedTurn): string {
    const points = by === 0 ? words.t('live:class.debrief.insteadSame') : words.t('live:class.debrief.insteadPoints', { points: signed(words, by) });
    return other === reached ? points : `${points}: ${words.t(`endings:${other}.title`)}`;
  }
}
