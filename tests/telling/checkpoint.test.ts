// Checkpoints: what has just happened decides the claim, the same log asks the same, and nobody needs to be right to reach the best ending.

import { describe, expect, test } from 'vitest';
import { begin, SLOTS } from '../../src/rules/apply.ts';
import { barred, excludes } from '../../src/rules/cards.ts';
import { ending } from '../../src/rules/endings.ts';
import type { Card, Choice, ClaimId, Event, State } from '../../src/rules/types.ts';
import { checkpointOf } from '../../src/telling/checkpoint.ts';
import { choose, codeOf, type Playthrough, resumePlay, startPlay } from '../../src/telling/playthrough.ts';
import { waitsAt } from '../../src/telling/waiting.ts';
import { bank } from '../bank.ts';
import { content, LEVELS, worldNamed } from '../content.ts';
import { diceOf, randomTurn, must as stepped } from '../rules/player.ts';
import { words } from './campaigns.ts';

const asking = LEVELS.filter(({ checkpoints }) => checkpoints.length > 0);
const wrong: Choice = { kind: 'answer', item: '', response: null, earned: false };

function must(outcome: ReturnType<typeof choose>): Playthrough {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  return outcome.play;
}

/** Every desk before which a checkpoint waits, of a campaign by dice. */
function waiting(level: string, seed: number): Playthrough[] {
  const roll = diceOf(seed);
  let play = must(startPlay(content, level, seed));
  const found: Playthrough[] = [];
  while (play.state.phase !== 'over') {
    if (waitsAt(play)) {
      found.push(play);
      play = must(choose(play, [wrong]));
    }
    play = must(
      choose(
        play,
        randomTurn(play.world, play.state, roll).filter(({ kind }) => kind !== 'answer'),
      ),
    );
  }
  return found;
}

describe.each(asking)('the checkpoints of $id', (level) => {
  const plays = Array.from({ length: 40 }, (_, seed) => waiting(level.id, seed)).flat();

  test('each asks one of its claims, or what happened in the campaign, and has another question for those who miss', () => {
    const asked = new Set<string>();
    for (const play of plays) {
      const checkpoint = checkpointOf(play, bank, words);
      if (checkpoint === null) throw new Error('A checkpoint waits and asks nothing');
      const { first, retry } = checkpoint;
      asked.add(first.item.id.startsWith('trace-') ? 'trace' : first.item.claim);
      expect(first.words.stem).not.toBe('');
      expect(retry.item.id).not.toBe(first.item.id);
      if (!first.item.id.startsWith('trace-')) {
        const claims = level.checkpoints.find(({ turn }) => turn === play.state.turn)?.claims;
        expect(claims).toContain(first.item.claim);
        expect(retry.item.claim).toBe(first.item.claim);
        expect(first.item.twinOf).toBeNull();
      }
    }
    expect(asked).toContain('trace');
    expect(asked.size).toBeGreaterThan(1);
  });

  test('the same log asks the same, after a refresh too', () => {
    for (const play of plays.slice(0, 12)) {
      const again = resumePlay(content, codeOf(play));
      expect(again.ok && checkpointOf(again.play, bank, words)?.first).toEqual(checkpointOf(play, bank, words)?.first);
    }
  });

  test('what the last quarter spoke of most is asked', () => {
    const [play] = plays as [Playthrough];
    const checkpoint = level.checkpoints.find(({ turn }) => turn === play.state.turn);
    for (const claim of checkpoint?.claims ?? []) {
      const spoken: Event = {
        type: 'moved',
        turn: play.state.turn - 1,
        actor: 'moscow',
        move: 'none' as never,
        foreseen: false,
        because: { rule: 'none' as never, label: 'says', claims: [claim as ClaimId] },
      };
      const asked = checkpointOf({ ...play, turns: [[spoken]] }, bank, words);
      expect(asked?.first.item.claim).toBe(claim);
    }
  });

  test('what is hidden decides nothing', () => {
    for (const play of plays.slice(0, 20)) {
      const [last = []] = play.turns.slice(-1);
      for (const claim of level.checkpoints.find(({ turn }) => turn === play.state.turn)?.claims ?? []) {
        const hidden: Event = {
          type: 'changed',
          turn: play.state.turn - 1,
          what: 'giftSpace',
          from: 0,
          to: 1000,
          because: { rule: 'alliance-gives-freely', label: 'infers', claims: [claim] },
        };
        const asked = checkpointOf({ ...play, turns: [...play.turns.slice(0, -1), [...last, hidden]] }, bank, words);
        expect(asked?.first).toEqual(checkpointOf(play, bank, words)?.first);
      }
    }
  });

  test('none waits once it is answered, and a wrong answer earns nothing', () => {
    const [play] = plays as [Playthrough];
    const after = must(choose(play, [wrong]));
    expect(waitsAt(after)).toBe(false);
    expect(checkpointOf(after, bank, words)).toBeNull();
    expect(after.state.insight).toBe(play.state.insight);
    expect(must(choose(play, [{ ...wrong, earned: true }])).state.insight).toBe(play.state.insight + 1);
  });

  test('the best ending is reached with every answer wrong, which it would not be if insight were needed', () => {
    const best = level.endings[0]?.id;
    const luckyEndings = Array.from({ length: TRIES }, (_, i) => endingWithoutInsight(level.id, level.seeds[i % level.seeds.length] ?? i, i, (state) => state));
    expect(luckyEndings).toContain(best);
    // A mutant of the rules in which only somebody with insight may act.
    const idle = Array.from({ length: TRIES }, (_, i) =>
      endingWithoutInsight(level.id, level.seeds[i % level.seeds.length] ?? i, i, (state) => (state.insight > 0 ? state : { ...state, capital: 0 })),
    );
    expect(idle).not.toContain(best);
  });
});

const TRIES = 1500;

/** Both slots filled by dice from the hand that is dealt, each checkpoint answered wrong. @param under rules that change what a quarter begins with */
function endingWithoutInsight(level: string, seed: number, dice: number, under: (state: State) => State): string {
  const world = worldNamed(level);
  const roll = diceOf(dice);
  let state = under(begin(world, seed, 'bare'));
  while (state.phase !== 'over') {
    if (waitsAt({ world, state })) state = stepped(world, state, wrong);
    const cards: Card[] = [];
    const hand = [...(state.desk?.hand ?? [])].map((id) => world.cardById.get(id) as Card);
    while (hand.length > 0 && cards.length < SLOTS) {
      const [card] = hand.splice(roll(hand.length), 1) as [Card];
      const cost = cards.reduce((sum, other) => sum + other.cost, card.cost);
      if (cost <= state.capital && barred(world, state, card) === null && !cards.some((other) => excludes(other, card))) cards.push(card);
    }
    state = under(stepped(world, state, { kind: 'decide', cards: cards.map(({ id }) => id) }));
    expect(state.insight).toBe(0);
  }
  return ending(world, state);
}
