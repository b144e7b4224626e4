// A session to be folded: a quiz of every kind from the shipped bank, and a driver that numbers and times the inputs.

import { questionsIn } from '../../src/content/quizzes.ts';
import { keyOf } from '../../src/quiz/marking.ts';
import type { ItemId, Response } from '../../src/quiz/types.ts';
import { apply, open } from '../../src/session/fold.ts';
import { misconceptionsOf } from '../../src/session/tallies.ts';
import type { Ack, ClientId, Command, Entry, Input, SeatId, SessionHeader, SessionState, Settings, TokenHash } from '../../src/session/types.ts';
import { bank } from '../bank.ts';
import { content } from '../content.ts';

export const ITEMS = ['beijing-orland', 'beijing-chain', 'beijing-causal-map', 'beijing-reports'] as ItemId[];
const questions = questionsIn(bank, 'en');
const find = (id: ItemId) => {
  const found = questions.find(({ item }) => item.id === id);
  if (found === undefined) throw new Error(`The bank has no ${id}`);
  return found;
};

export function headerOf(settings: Partial<Settings> = {}, items: readonly ItemId[] = ITEMS): SessionHeader {
  const asked = items.map(find);
  const twins = questions.filter(({ item }) => item.twinOf !== null && items.includes(item.twinOf));
  const shown = new Set([...asked, ...twins].flatMap(({ item }) => misconceptionsOf(item)));
  const claims = new Set(asked.map(({ item }) => item.claim));
  return {
    format: 1,
    kind: 'quiz',
    rules: 'rules',
    content: 'content',
    seed: 7,
    quiz: {
      title: 'A lesson',
      language: 'en',
      questions: asked,
      twins,
      misconceptions: [...bank.misconceptions.values()].filter(({ id }) => shown.has(id)).map(({ id, paragraphs }) => ({ id, name: `belief ${id}`, paragraphs })),
      claims: content.claims.filter(({ id }) => claims.has(id)).map(({ id, paragraphs }) => ({ id, text: `claim ${id}`, paragraphs })),
      facts: {},
    },
    settings: { devices: 'each', ownNames: false, leaderboard: 'on', teams: 0, speed: false, seconds: 60, minutes: 20, ...settings },
  };
}

export interface Lesson {
  state: SessionState;
  /** What was logged. */
  log: Entry[];
  now: number;
  give(input: Input, after?: number): Ack;
  command(command: Command, after?: number): Ack;
  join(name: string): SeatId;
  answer(seat: SeatId, response: Response, more?: { confidence?: 1 | 2 | 3; id?: string; round?: number; ballot?: number; after?: number }): Ack;
  /** What is right, or a wrong answer of the same kind, to the question that is on. */
  right(): Response;
  wrong(): Response;
}

let ids = 0;
const freshId = () => (++ids).toString(16).padStart(32, '0') as ClientId;

export function lesson(header: SessionHeader = headerOf()): Lesson {
  const first: Entry = { seq: 0, at: 1_000_000, input: { type: 'opened', header } };
  const one: Lesson = {
    state: open(first),
    log: [first],
    now: first.at,
    give(input, after = 0) {
      one.now += after;
      const entry: Entry = { seq: one.state.seq + 1, at: one.now, input };
      const { ok, ack } = apply(one.state, entry);
      if (ok) one.log.push(entry);
      return ack;
    },
    command: (command, after) => one.give({ type: 'commanded', id: freshId(), command }, after),
    join(name) {
      one.give({ type: 'joined', token: name as TokenHash, members: 1 });
      return one.state.seatOf.get(name as TokenHash) as SeatId;
    },
    answer(seat, response, { confidence = 2, id = freshId(), round = one.state.rounds.length - 1, ballot = (one.state.rounds.at(-1)?.ballots.length ?? 1) - 1, after = 0 } = {}) {
      return one.give({ type: 'answered', seat, id: id as ClientId, round, ballot, response, confidence }, after);
    },
    right: () => keyOf(current().item),
    wrong() {
      const { item } = current();
      switch (item.kind) {
        case 'one':
        case 'scale':
          return { kind: item.kind, option: item.options.flatMap(({ id, key }) => (key ? [] : id))[0] as never };
        case 'several':
          return { kind: 'several', options: item.options.filter(({ key }) => !key).map(({ id }) => id) };
        case 'order':
          return { kind: 'order', steps: item.steps.map(({ id }) => id).reverse() };
        case 'signs':
          return { kind: 'signs', signs: Object.fromEntries(item.edges.flatMap((edge) => (edge.given ? [] : [[edge.id, edge.sign === 'none' ? 'more' : 'none']]))) };
      }
    },
  };
  const current = () => find((one.state.rounds.at(-1) as { item: ItemId }).item);
  return one;
}
