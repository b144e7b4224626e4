// Every beat that the map can play, alone: each card, each answer, each move, each outcome, each turn of the war.

import type { Content } from '../../content/crossref.ts';
import { type Because, type CardId, type Move, TECH, WAR_PHASES, type WarPhase, type World } from '../../rules/types.ts';
import type { Who } from '../../telling/digest.ts';
import type { Beat } from '../../telling/staging.ts';
import type { Vocabulary } from '../../telling/wording.ts';

export interface Named {
  group: string;
  name: string;
  beat: Beat;
}

const TURN = 1;

/** @param world any: beats do not depend on it but for the cards' levers */
export function allBeats(content: Content, words: Vocabulary, world: World, because: Because): Named[] {
  const { cards, moves } = content.library;
  const beat = (who: Who, event: Beat['event'], tech: Beat['tech'] = null): Beat => {
    const lever = 'card' in event ? (world.cardById.get(event.card)?.lever ?? null) : null;
    return { event, who, lever, tech, headline: false };
  };
  const onTurn = { turn: TURN, because };
  const titleOf = (card: CardId) => words.t(`cards:${card}.title`);
  const moveBeat = (move: Move, type: 'moved' | 'calledOff') => {
    const event =
      type === 'moved' ? ({ type, actor: move.actor, move: move.id, foreseen: false, ...onTurn } as const) : ({ type, actor: move.actor, move: move.id, ...onTurn } as const);
    return beat(move.actor, event, move.test?.tech ?? null);
  };
  const first = cards[0];
  return [
    ...cards.map(({ id }) => ({ group: 'Cards', name: titleOf(id), beat: beat('washington', { type: 'cardPlayed', turn: TURN, card: id }) })),
    ...cards
      .filter(({ delay }) => delay > 0)
      .map(({ id }) => ({ group: 'What lands later', name: titleOf(id), beat: beat('washington', { type: 'effectLanded', turn: TURN, card: id }) })),
    ...cards
      .filter(({ attempt }) => attempt !== null)
      .flatMap(({ id, attempt }) =>
        [true, false].map((succeeded) => ({
          group: 'Answers',
          name: `${titleOf(id)}: ${succeeded ? 'yes' : 'no'}`,
          beat: beat('washington', { type: 'attempted', card: id, of: attempt?.of ?? 'beijing', succeeded, ...onTurn }),
        })),
      ),
    ...moves.map((move) => ({ group: `Moves of ${move.actor}`, name: move.id, beat: moveBeat(move, 'moved') })),
    ...moves.filter(({ telegraphed }) => telegraphed).map((move) => ({ group: 'Called off', name: move.id, beat: moveBeat(move, 'calledOff') })),
    ...TECH.flatMap((tech) =>
      [true, false].map((succeeded) => ({
        group: 'Tests',
        name: `${tech}: ${succeeded ? 'success' : 'failure'}`,
        beat: beat('pyongyang', { type: 'tested', tech, succeeded, ...onTurn }, tech),
      })),
    ),
    ...WAR_PHASES.map((to) => ({ group: 'The war', name: to, beat: beat('world', { type: 'warChanged', from: before(to), to, ...onTurn }) })),
    { group: 'The war', name: 'a crisis', beat: beat('world', { type: 'crisisBroke', ...onTurn }) },
    ...(first === undefined
      ? []
      : [{ group: 'Cards closed', name: titleOf(first.id), beat: beat('world', { type: 'cardsClosed', cards: [first.id], until: TURN + 2, ...onTurn }) }]),
  ];
}

function before(phase: WarPhase): WarPhase {
  return phase === 'fighting' ? 'stalemate' : 'fighting';
}
