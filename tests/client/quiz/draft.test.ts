import { describe, expect, test } from 'vitest';
import { emptyDraft, handIn, movedTo } from '../../../src/client/quiz/draft.ts';
import type { ItemOf, OptionId } from '../../../src/quiz/types.ts';
import { CHAIN, CHOICE, GRAPH, PLACES, SOME } from './items.ts';

const ids = (...all: string[]) => all as OptionId[];

describe('an answer sheet', () => {
  test.each([
    [CHOICE, ids('a', 'b'), 'answer'],
    [PLACES, ids('a', 'b', 'c', 'd'), 'answer'],
    [SOME, ids('a', 'b', 'c', 'd'), 'answers'],
    [CHAIN, ids('c', 'a', 'b'), 'move'],
    [GRAPH, [], 'signs'],
  ] as const)('that was just opened is not handed in: $0.kind', (item, shown, what) => {
    const handed = handIn(item, emptyDraft(item, shown));
    expect(handed.ok).toBe(false);
    expect(!handed.ok && handed.missing.what).toBe(what);
  });

  test('is handed in as it was filled in', () => {
    expect(handIn(CHOICE, { kind: 'one', option: 'b' as OptionId })).toEqual({ ok: true, response: { kind: 'one', option: 'b' } });
    expect(handIn(SOME, { kind: 'several', options: ids('c', 'a') })).toEqual({ ok: true, response: { kind: 'several', options: ['c', 'a'] } });
    expect(handIn(CHAIN, { kind: 'order', steps: ids('a', 'c', 'b'), moved: true })).toEqual({ ok: true, response: { kind: 'order', steps: ['a', 'c', 'b'] } });
  });

  test('with a graph half set names the arrows that are open, and never one that is given', () => {
    const half = handIn(GRAPH, { kind: 'signs', signs: { up: 'more' } });
    expect(half).toEqual({ ok: false, missing: { what: 'signs', edges: ['down'] } });
    expect(handIn(GRAPH, { kind: 'signs', signs: { up: 'more', down: 'none' } }).ok).toBe(true);
    expect((GRAPH as ItemOf<'signs'>).edges.some(({ given }) => given)).toBe(true);
  });
});

test.each([
  ['a', 2, 'bca'],
  ['c', 0, 'cab'],
  ['b', 1, 'abc'],
  ['a', 9, 'bca'],
  ['c', -1, 'cab'],
])('%s put at %i makes %s', (entry, to, list) => {
  expect(movedTo(['a', 'b', 'c'], entry, to).join('')).toBe(list);
});
