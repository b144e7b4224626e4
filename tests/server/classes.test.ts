// A class plays a campaign on the real server, which is killed in each of its stages: every acknowledged slip stands, and the log tells the same ending.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CampaignLog, replay } from '../../src/rules/campaign.ts';
import { ending } from '../../src/rules/endings.ts';
import { fold } from '../../src/session/fold.ts';
import type { Ack, Command, Entry, HostView, ScreenView, SeatView, Settings } from '../../src/session/types.ts';
import { worldNamed } from '../content.ts';
import { ask, hex32, ownFolder, type Session, sessionAt, stubClient } from './harness.ts';
import { freePort, type ServerProcess, startProcess } from './process.ts';
import { responseTo } from './responding.ts';

const LEVEL = 'classroom-15';
const DEVICES = 8;
const SETTINGS: Settings = { devices: 'groups', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: 120, minutes: 15 };

let folder: ReturnType<typeof ownFolder>;
let server: ServerProcess;
let port: number;
beforeAll(async () => {
  folder = ownFolder();
  port = await freePort();
  server = await startProcess(stubClient(folder.path), folder.path, port);
});
afterAll(async () => {
  await server?.end('SIGKILL');
  folder?.remove();
});

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function kill(): Promise<void> {
  await server.end('SIGKILL');
  server = await startProcess(folder.path, folder.path, port);
}

/** As a device does: under the same id until there is an answer. */
async function insist(session: Session, path: string, secret: string, body: object): Promise<Ack> {
  for (;;) {
    const reply = await session.ask('POST', path, { secret, body }).catch(() => null);
    if (reply !== null && (reply.status === 200 || reply.status === 409)) return reply.body;
    expect(reply?.status ?? 503).toBeGreaterThanOrEqual(500);
    await pause(30);
  }
}

test('a campaign by vote outlives a server that is killed in each of its stages', { timeout: 300_000 }, async () => {
  const seed = (worldNamed(LEVEL).level.seeds[1] ?? 0) as number;
  const body = { kind: 'class', settings: SETTINGS, language: 'en', title: 'A lesson', level: LEVEL, seed };
  const created = await ask(server.origin, 'POST', '/api/sessions', { secret: server.key, body });
  expect(created.status).toBe(201);
  const session = sessionAt(server.origin, created.body);
  const seats = await Promise.all(Array.from({ length: DEVICES }, () => session.join({ members: 4 })));
  const slips: { seat: string; id: string; ack: Ack }[] = [];
  let bytes = '';
  const look = async (token: string): Promise<SeatView> => {
    const { text, body: seen } = await session.ask('GET', 'view', { secret: token });
    // Afterwards each may play it alone, under the same luck.
    if (seen.phase !== 'wrapped') bytes += text;
    return seen;
  };
  const command = async (one: Command) => expect((await insist(session, 'commands', session.host, { id: hex32(), command: one })).status).toBe('saved');
  /** All hand in at once, and the server dies meanwhile. */
  const underFire = async (path: string, write: (at: number) => object, expected: Ack['status'] | null = 'saved') => {
    const handing = seats.map(async ({ seat, token }, at) => {
      await pause(8 * at);
      const id = hex32();
      const ack = await insist(session, path, token, { id, ...write(at) });
      if (expected !== null) expect(ack.status).toBe(expected);
      slips.push({ seat, id, ack });
    });
    await pause(30);
    await kill();
    await Promise.all(handing);
  };

  await command({ type: 'start' });
  let view = (await session.hostView()) as HostView;
  while (view.phase === 'turn' || view.phase === 'round') {
    if (view.round !== null && view.phase === 'round') {
      const { index, asked } = view.round;
      await underFire('answers', (at) => ({ round: index, ballot: 0, response: responseTo(asked, at), confidence: 2 }));
      await command({ type: 'reveal', round: index });
      await command({ type: 'next', round: index, twin: false });
    }
    view = await session.hostView();
    const turn = view.turn?.index ?? -1;
    await underFire('forecasts', (at) => ({ turn, belief: 100 * at, event: null }));
    await command({ type: 'openVote', turn });
    const hand = (await look(seats[0]?.token ?? '')).turn?.state.desk?.hand ?? [];
    await underFire('votes', (at) => ({ turn, ballot: 0, cards: at % 3 === 0 ? [] : [hand[at % 2]] }), null);
    await command({ type: 'closeVote', turn });
    await command({ type: 'act', turn });
    await kill();
    await command({ type: 'goOn', turn });
    // A checkpoint's question comes by itself.
    do {
      await pause(20);
      view = await session.hostView();
    } while (view.phase === 'turn' && view.turn?.index === turn);
    for (const { token } of seats) await look(token);
  }
  expect(view.phase).toBe('wrapped');
  await underFire('tickets', (at) => ({ ticket: { claim: `Claim ${at}`, evidence: 'Seen', reasoning: 'So' } }));

  const { entries } = (await session.exported()) as { entries: Entry[] };
  for (const { seat, id, ack } of slips) {
    const found = entries.filter(({ input }) => 'seat' in input && input.seat === seat && input.id === id);
    expect(found.map(({ seq }) => seq)).toEqual(ack.status === 'refused' ? [] : [ack.seq]);
  }
  const { campaign, debrief } = (await session.screenView()) as ScreenView;
  const folded = fold(entries).play;
  const told = replay(worldNamed(LEVEL), campaign as CampaignLog);
  expect(told).toMatchObject({ ok: true, state: folded?.fold.state });
  expect(debrief?.turns).toHaveLength(3);
  expect(folded === undefined || folded === null ? '' : ending(folded.world, folded.fold.state)).not.toBe('');
  const report = (await session.ask('GET', 'report', { secret: session.host })).body;
  expect(report.tickets).toHaveLength(DEVICES);
  // What students were sent holds neither the seed nor what follows from it.
  expect(bytes.includes('"seed":0')).toBe(true);
  expect(bytes.includes(`"seed":${seed}`)).toBe(false);
  expect(bytes.includes('"observer":{')).toBe(false);
});
