// Where sessions are kept. An implementation passes `tests/server/storeContract.ts`.

import type { Entry, SeatId } from '../../session/types.ts';

/** SHA-256 in hexadecimal of a host's or a screen's secret. */
export type SecretHash = string;

export interface SessionRecord {
  code: string;
  host: SecretHash;
  screen: SecretHash;
  /** Milliseconds since 1970. */
  createdAt: number;
  /** Kept beyond the days after which sessions are deleted. */
  kept: boolean;
}

export interface Stored {
  session: SessionRecord;
  /** In the order of `seq`, none missing. */
  entries: readonly Entry[];
  /** Names that students or the host wrote; all others are generated. */
  names: ReadonlyMap<SeatId, string>;
}

export interface Addressed {
  code: string;
  entry: Entry;
}

export interface Store {
  /** @throws {CodeTaken} */
  create(session: SessionRecord, first: Entry): Promise<void>;
  /** All of them or none, and on the disk once it resolves. @throws {Fenced} where a session has an entry of that number, or is gone */
  append(entries: readonly Addressed[]): Promise<void>;
  read(code: string): Promise<Stored | null>;
  /** @param name null: the generated one comes back */
  setName(code: string, seat: SeatId, name: string | null): Promise<void>;
  setKept(code: string, kept: boolean): Promise<void>;
  /** With its log and names. */
  delete(code: string): Promise<void>;
  /** Deletes what is not kept and whose last entry is older. @param before milliseconds since 1970 @returns codes of those deleted */
  expire(before: number): Promise<string[]>;
  /** Whether it answers. */
  isWell(): Promise<boolean>;
  close(): Promise<void>;
}

export class CodeTaken extends Error {}

/** Another server writes this session. */
export class Fenced extends Error {}
