// The school of the real server: each student a stream down and a warmed connection up, each room a host who looks on.

import type { Socket } from 'node:net';
import type { Settings } from '../../../src/session/types.ts';
import { afterWhile, type Handed, type School } from './class.ts';
import { openStream, openWire, type Wire } from './wire.ts';

export type Kind = 'quiz' | 'class';

export interface OwnParts {
  port: number;
  key: string;
  students: number;
  rooms: number;
  kind: Kind;
  /** Of one right answer each. */
  items: readonly string[];
}

interface Room {
  code: string;
  host: string;
  wire: Wire;
  stream: Socket;
}

interface Student {
  room: Room;
  token: string;
  wire: Wire;
  stream: Socket;
  ids: string[];
}

let made = 0;
const hex32 = () => (++made).toString(16).padStart(32, '0');
const SETTINGS: Settings = { devices: 'each', ownNames: false, leaderboard: 'off', teams: 0, speed: false, seconds: null, minutes: 45 };
/** The server lets sixty sessions be created at once, and one more each second. */
const PATIENCE = 1100;

export async function openOwnSchool({ port, key, students: count, rooms: many, kind, items }: OwnParts): Promise<School> {
  const rooms: Room[] = [];
  const students: Student[] = [];
  /** Students whose question is not there yet. */
  const waiting = new Map<number, () => void>();
  /** Called with each view of a question that is put. */
  let seen: (student: number, data: string) => void = () => {};
  const office = await openWire(port);
  for (let at = 0; at < many; at++) rooms.push(await openRoom());
  let round = -1;

  return {
    async join(within) {
      const joins = Array.from({ length: count }, async (_, at) => {
        await afterWhile(at, count, within);
        return enter(at);
      });
      return Promise.all(joins);
    },
    async round(spread) {
      round++;
      if (kind === 'quiz')
        return put(round === 0 ? { type: 'start' } : { type: 'next', round: round - 1, twin: false }, `"index":${round},`, 'answers', answer, spread, { type: 'reveal', round });
      return (round % 2 === 0 ? forecastRound : voteRound)(spread);
    },
    async lost() {
      let lost = 0;
      for (const room of rooms) {
        const { body } = await room.wire.request('GET', `/api/s/${room.code}/export`, room.host);
        for (const student of students) if (student.room === room) for (const id of student.ids) if (!body.includes(id)) lost++;
      }
      return lost;
    },
    close() {
      for (const { wire, stream } of [...rooms, ...students]) {
        wire.close();
        stream.destroy();
      }
      office.close();
    },
  };

  async function openRoom(): Promise<Room> {
    const body =
      kind === 'quiz'
        ? { kind, settings: SETTINGS, language: 'en', title: 'A lesson', items }
        : { kind, settings: SETTINGS, language: 'en', title: 'A lesson', level: 'classroom-45', seed: null };
    for (;;) {
      const reply = await office.request('POST', '/api/sessions', key, JSON.stringify(body));
      if (reply.status === 429) {
        await new Promise((resolve) => setTimeout(resolve, PATIENCE));
        continue;
      }
      if (reply.status !== 201) throw new Error(`No session: ${reply.status} ${reply.body}`);
      const { code, host } = JSON.parse(reply.body) as { code: string; host: string };
      const room: Room = { code, host, wire: await openWire(port), stream: undefined as never };
      room.stream = await openStream(port, `/api/s/${code}/view`, host, () => {});
      return room;
    }
  }

  /** @returns how long it took until the first view was there */
  async function enter(at: number): Promise<number> {
    const room = rooms[at % rooms.length] as Room;
    const token = hex32();
    const begun = performance.now();
    // The connection on which answers will go up carries the joining, and is warm.
    const wire = await openWire(port);
    const reply = await wire.request('POST', `/api/s/${room.code}/seat`, token, '{}');
    if (reply.status !== 200) throw new Error(`No seat: ${reply.status} ${reply.body}`);
    const place = students.length;
    const student: Student = { room, token, wire, stream: undefined as never, ids: [] };
    students.push(student);
    student.stream = await openStream(port, `/api/s/${room.code}/view`, token, (data) => seen(place, data));
    return performance.now() - begun;
  }

  async function order(room: Room, command: object): Promise<void> {
    const { status, body } = await room.wire.request('POST', `/api/s/${room.code}/commands`, room.host, JSON.stringify({ id: hex32(), command }));
    if (status !== 200) throw new Error(`${JSON.stringify(command)} was refused: ${body}`);
  }

  async function put(opening: object, mark: string, path: string, write: () => object, spread: number, ...closing: object[]): Promise<Handed> {
    const handed: Handed = { shown: [], acknowledged: [], saved: 0 };
    const begun = performance.now();
    const done = students.map(
      (_, at) =>
        new Promise<void>((resolve, reject) => {
          waiting.set(at, () => {
            handed.shown.push(performance.now() - begun);
            afterWhile(at, students.length, spread)
              .then(() => handIn(students[at] as Student, path, write(), handed))
              .then(resolve, reject);
          });
        }),
    );
    seen = (at, data) => {
      const show = waiting.get(at);
      if (show === undefined || !data.includes(mark) || !(data.includes('"stage":"open"') || data.includes('"stage":"predict"') || data.includes('"stage":"vote"'))) return;
      waiting.delete(at);
      show();
    };
    await Promise.all(rooms.map((room) => order(room, opening)));
    await Promise.all(done);
    for (const command of closing) await Promise.all(rooms.map((room) => order(room, command)));
    return handed;
  }

  async function handIn(student: Student, path: string, said: object, handed: Handed): Promise<void> {
    const id = hex32();
    const sent = performance.now();
    const { status, body } = await student.wire.request('POST', `/api/s/${student.room.code}/${path}`, student.token, JSON.stringify({ id, ...said }));
    handed.acknowledged.push(performance.now() - sent);
    if (status !== 200 || !body.includes('"saved"')) throw new Error(`Not saved: ${status} ${body}`);
    handed.saved++;
    student.ids.push(id);
  }

  function answer(): object {
    return { round, ballot: 0, response: { kind: 'one', option: 'a' }, confidence: 2 };
  }

  function forecastRound(spread: number): Promise<Handed> {
    const turn = round / 2;
    const opening = turn === 0 ? { type: 'start' } : { type: 'goOn', turn: turn - 1 };
    return put(opening, `"index":${turn},`, 'forecasts', () => ({ turn, belief: 500, event: null }), spread);
  }

  function voteRound(spread: number): Promise<Handed> {
    const turn = (round - 1) / 2;
    return put({ type: 'openVote', turn }, '"stage":"vote"', 'votes', () => ({ turn, ballot: 0, cards: [] }), spread, { type: 'closeVote', turn }, { type: 'act', turn });
  }
}
