// The key is in no byte that students or the projector are sent before the reveal: whole sessions are played, and all that came is read.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item, Question } from '../../src/quiz/types.ts';
import type { Command, SessionHeader, Settings } from '../../src/session/types.ts';
import { createSession, hex32, type Joined, ONE_OF_EACH, type Served, type Session, serve } from './harness.ts';
import { responseTo } from './responding.ts';

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.stop());

/** All that one device was sent, by stream, poll and acknowledgement. */
interface Listener {
  who: 'seat' | 'screen';
  read: () => string;
}

/** Ids of options, steps, nodes and edges: authors may name them by what they mean. Short ones would be found in any text, and are looked for as JSON has them. */
function authoredIds(item: Item): string[] {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return item.options.map(({ id }) => id);
    case 'order':
      return item.steps.map(({ id }) => id);
    case 'signs':
      return [...item.nodes, ...item.edges.map(({ id }) => id)];
  }
}

function beliefs(item: Item): string[] {
  switch (item.kind) {
    case 'one':
    case 'several':
    case 'scale':
      return item.options.flatMap((option) => (option.key ? [] : [option.misconception]));
    case 'order':
      return item.steps.flatMap(({ early }) => early ?? []);
    case 'signs':
      return item.edges.flatMap((edge) => (edge.given ? [] : Object.values(edge.wrong)));
  }
}

function reasons({ words }: Question): string[] {
  return [...Object.values(words.options).map(({ why }) => why), ...Object.values(words.edges).flatMap((edge) => Object.values(edge))].filter((why) => why.length > 0);
}

const quoted = (text: string) => JSON.stringify(text);

/** What must not be found before the reveal of the question, and where it was found. */
function leaks(text: string, question: Question, { quiz }: SessionHeader): string[] {
  const told = quiz.misconceptions.filter(({ id }) => beliefs(question.item).includes(id));
  const claim = quiz.claims.find(({ id }) => id === question.item.claim);
  const secrets = [
    ...authoredIds(question.item)
      .filter((id) => id.length > 1)
      .map(quoted),
    quoted(question.item.id),
    ...beliefs(question.item).map(quoted),
    ...told.map(({ name }) => quoted(name)),
    ...reasons(question).map(quoted),
    ...(claim === undefined ? [] : [quoted(claim.text)]),
    ...question.item.facts.flatMap((id) => [quoted(id), quoted(quiz.facts[id]?.text ?? id)]),
  ];
  return secrets.filter((secret) => text.includes(secret));
}

/** Fields that tell what is right or what was counted, where they hold anything. */
const TELLING = /"(?:key|why|misconceptions?|early|wrong|right|credit|hands|letters|gain|held|suggests)":|"(?:tally|tallies|mark|revealed|standing)":(?!null)/;

async function listeners(session: Session, seats: readonly Joined[]): Promise<{ all: Listener[]; polled: () => Promise<void>; leave: () => void }> {
  const streams = await Promise.all([...seats.map(({ token }) => token), session.screen].map((secret) => session.stream(secret)));
  const polls = { seat: '', screen: '' };
  return {
    all: [
      ...streams.map((stream, i): Listener => ({ who: i < seats.length ? 'seat' : 'screen', read: stream.text })),
      { who: 'seat', read: () => polls.seat },
      { who: 'screen', read: () => polls.screen },
    ],
    async polled() {
      // A seat that looks in once, so that no budget of views is spent on it.
      const guest = await session.join();
      polls.seat += `${JSON.stringify(guest)}${(await session.ask('GET', 'view', { secret: guest.token })).text}`;
      polls.screen += (await session.ask('GET', 'view', { secret: session.screen })).text;
      polls.seat += (await session.ask('GET', '', {})).text;
      const ack = await session.command({ type: 'remove', seat: guest.seat });
      const version = ack.status === 'refused' ? 0 : ack.seq;
      // Until the streams have brought it, and so all before it.
      await Promise.all(streams.map((stream) => stream.untilView((view) => view.version >= version)));
    },
    leave: () => {
      for (const stream of streams) stream.leave();
    },
  };
}

const LESSONS: readonly [what: string, settings: Partial<Settings>, items: readonly string[]][] = [
  ['with everything shown', { leaderboard: 'on', speed: true, seconds: 600 }, ONE_OF_EACH],
  ['in teams', { leaderboard: 'teams', teams: 2 }, ONE_OF_EACH.slice(0, 2)],
];

describe.each(LESSONS)('a lesson %s', (_, settings, items) => {
  test('tells students and the screen nothing before its time', async () => {
    const session = await createSession(served, settings, items);
    const header: SessionHeader = (await session.exported()).entries[0].input.header;
    const seats = [await session.join({ name: 'Ada' }), await session.join(), await session.join()];
    const { all, polled, leave } = await listeners(session, seats);
    const told: string[] = [];
    /** Looks through what has come since the last look. */
    const read = all.map(() => 0);
    const look = async (when: string, hidden: readonly Question[], isRevealed: boolean) => {
      await polled();
      for (const [i, { who, read: text }] of all.entries()) {
        const fresh = text().slice(read[i]);
        read[i] = text().length;
        for (const question of hidden) told.push(...leaks(fresh, question, header).map((leak) => `${when}: ${who} was told ${leak}`));
        const hint = isRevealed ? null : TELLING.exec(fresh);
        if (hint !== null) told.push(`${when}: ${who} was told ${hint[0]}`);
      }
    };
    const send = async (command: Command) => expect(await session.command(command)).toMatchObject({ status: 'saved' });
    const vote = async (round: number, ballot: number) => {
      const { round: shown } = await session.hostView();
      if (shown === null) throw new Error('No round');
      for (const [i, seat] of seats.entries())
        expect((await session.answer(seat, { round, ballot, response: responseTo(shown.asked, i + ballot), confidence: (1 + (i % 3)) as 1 | 2 | 3 })).status).toBe('saved');
    };
    const { questions, twins } = header.quiz;
    const everything = [...questions, ...twins];

    await look('in the lobby', everything, false);
    await send({ type: 'start' });
    let index = 0;
    for (const question of questions) {
      const hidden = everything
        .slice(everything.indexOf(question))
        .filter(
          (one) => one.item.twinOf === null || one.item.twinOf === question.item.id || questions.indexOf(question) < questions.findIndex(({ item }) => item.id === one.item.twinOf),
        );
      const name = question.item.kind;
      await look(`${name}, open`, hidden, false);
      await vote(index, 0);
      await look(`${name}, answered`, hidden, false);
      await send({ type: 'close', round: index });
      await send({ type: 'pause' });
      await look(`${name}, closed`, hidden, false);
      await send({ type: 'resume' });
      await send({ type: 'discuss', round: index });
      await look(`${name}, discussed`, hidden, false);
      await send({ type: 'revote', round: index });
      await vote(index, 1);
      await look(`${name}, voted on again`, hidden, false);
      await send({ type: 'reveal', round: index });
      await look(
        `${name}, revealed`,
        hidden.filter((one) => one !== question && one.item.claim !== question.item.claim),
        true,
      );
      const twin = twins.find(({ item }) => item.twinOf === question.item.id);
      await send({ type: 'next', round: index, twin: twin !== undefined });
      index++;
      if (twin === undefined) continue;
      await look(`${name}, its twin`, [twin], false);
      await vote(index, 0);
      await look(`${name}, its twin answered`, [twin], false);
      await send({ type: 'skip', round: index });
      index++;
    }
    expect(told).toEqual([]);
    expect(index).toBeGreaterThan(items.length);
    expect(await session.hostView()).toMatchObject({ phase: 'wrapped' });
    leave();
  });
});

test('a key that leaked would be found', async () => {
  const session = await createSession(served);
  await session.join();
  await session.command({ type: 'start' });
  const header: SessionHeader = (await session.exported()).entries[0].input.header;
  const [question] = header.quiz.questions as [Question];
  await session.command({ type: 'reveal', round: 0 });
  const seen = await session.ask('GET', 'view', { secret: session.screen });
  expect(leaks(seen.text, question, header).length).toBeGreaterThan(3);
  expect(TELLING.test(seen.text)).toBe(true);
});

test('a seat is never told another seat’s name, token or answer', async () => {
  const session = await createSession(served, { leaderboard: 'on' });
  const [seat, other] = [await session.join({ name: 'Zebedee' }), await session.join({ name: 'Yolanda' })];
  const stream = await session.stream(seat.token);
  await session.command({ type: 'start' });
  await session.answer(other, { round: 0, response: { kind: 'one', option: 'a' as never }, id: hex32() });
  await session.command({ type: 'reveal', round: 0 });
  await session.command({ type: 'wrapUp' });
  await stream.untilView(({ phase }) => phase === 'wrapped');
  expect(stream.text()).not.toMatch(/Yolanda|"names"|"hostSeats"/);
  for (const secret of [seat.token, other.token, session.host, session.screen]) expect(stream.text()).not.toContain(secret);
  stream.leave();
});
