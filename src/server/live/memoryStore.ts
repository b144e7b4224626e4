// Sessions in memory: for tests, and for a server that shall keep nothing.

import type { Entry, SeatId } from '../../session/types.ts';
import { CodeTaken, Fenced, type SessionRecord, type Store } from './store.ts';

interface Kept {
  session: SessionRecord;
  entries: Entry[];
  names: Map<SeatId, string>;
}

export function openMemoryStore(): Store {
  const sessions = new Map<string, Kept>();
  return {
    async create(session, first) {
      if (sessions.has(session.code)) throw new CodeTaken(session.code);
      sessions.set(session.code, { session: { ...session }, entries: [first], names: new Map() });
    },
    async append(all) {
      const next = new Map<string, number>();
      for (const { code, entry } of all) {
        const expected = next.get(code) ?? sessions.get(code)?.entries.length;
        if (entry.seq !== expected) throw new Fenced(`${code} ${entry.seq}`);
        next.set(code, entry.seq + 1);
      }
      for (const { code, entry } of all) sessions.get(code)?.entries.push(entry);
    },
    async read(code) {
      const kept = sessions.get(code);
      return kept === undefined ? null : { session: { ...kept.session }, entries: [...kept.entries], names: new Map(kept.names) };
    },
    async setName(code, seat, name) {
      if (name === null) sessions.get(code)?.names.delete(seat);
      else sessions.get(code)?.names.set(seat, name);
    },
    async setKept(code, kept) {
      const found = sessions.get(code);
      if (found !== undefined) found.session = { ...found.session, kept };
    },
    async delete(code) {
      sessions.delete(code);
    },
    async expire(before) {
      const old = [...sessions].filter(([, { session, entries }]) => !session.kept && (entries.at(-1)?.at ?? session.createdAt) < before).map(([code]) => code);
      for (const code of old) sessions.delete(code);
      return old;
    },
    async isWell() {
      return true;
    },
    async close() {},
  };
}
