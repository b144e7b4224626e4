import { describe, expect, test } from 'vitest';
import { atTurn, choicesUntil, underSeed } from '../../src/client/inspector/jump.ts';
import { content } from '../content.ts';
import { diced } from '../telling/campaigns.ts';

const LEVEL = 'pyongyang-2024';

describe('jumping to a turn', () => {
  const play = diced(LEVEL, 5);
  const { turns } = play.world.level;

  test.each(Array.from({ length: turns + 1 }, (_, turn) => turn))('turn %i is as it was', (turn) => {
    const there = atTurn(content, play, turn);
    if (!there.ok) throw new Error(JSON.stringify(there.trouble));
    expect(there.play.state).toEqual(play.openings[turn]);
  });

  test('what was not played yet is held', () => {
    const second = atTurn(content, play, 2);
    const over = second.ok ? atTurn(content, second.play, turns) : second;
    if (!over.ok) throw new Error(JSON.stringify(over.trouble));
    expect(over.play.state.phase).toBe('over');
    expect(over.play.log.choices.slice(0, 2)).toEqual(choicesUntil(play.log.choices, 2).slice(0, 2));
    expect(over.play.log.choices.at(-1)).toEqual({ kind: 'decide', cards: [] });
  });
});

test('choices are cut behind whole turns', () => {
  const forecast = { kind: 'forecast', belief: 500 } as const;
  const decide = { kind: 'decide', cards: [] };
  const choices = [forecast, decide, decide, forecast] as const;
  const cut = [0, 1, 2, 3].map((turns) => choicesUntil(choices as never, turns).length);
  expect(cut).toEqual([0, 2, 3, 4]);
});

test('another seed tells another story with the same choices, or says why not', () => {
  const play = diced(LEVEL, 5);
  const outcomes = Array.from({ length: 20 }, (_, seed) => underSeed(content, play, seed));
  const told = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.play] : []));
  expect(told.length).toBeGreaterThan(0);
  for (const { log } of told) expect(log.choices).toEqual(play.log.choices);
  for (const outcome of outcomes) if (!outcome.ok) expect(outcome.trouble.reason).toBe('refused');
});
