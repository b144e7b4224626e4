// Sessions in one SQLite file: every append is one transaction that is on the disk before it resolves.

import Database from 'better-sqlite3';
import { type Generated, Kysely, SqliteDialect, sql } from 'kysely';
import type { Entry, Input, SeatId } from '../../session/types.ts';
import { type Addressed, CodeTaken, Fenced, type SessionRecord, type Store } from './store.ts';

interface Tables {
  sessions: { code: string; host: string; screen: string; created_at: number; kept: number };
  /** `touched_at` of a session is the time of its last entry. */
  entries: { code: string; seq: number; at: number; input: string };
  names: { code: string; seat: string; name: string };
  about: { id: Generated<number>; version: number };
}

/** Of the tables. A later program brings an older file up to date; an older one refuses a later file. */
const VERSION = 1;

/** The file was written by a later program. */
export class LaterFile extends Error {}

/** @param file created where there is none; @throws {LaterFile}, and what SQLite says where it is no such file or cannot be written */
export async function openSqliteStore(file: string): Promise<Store> {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  database.pragma('busy_timeout = 5000');
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  await createTables(db);
  return storeOver(db);
}

async function createTables(db: Kysely<Tables>): Promise<void> {
  await db.transaction().execute(async (within) => {
    await within.schema
      .createTable('about')
      .ifNotExists()
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('version', 'integer', (column) => column.notNull())
      .execute();
    const about = await within.selectFrom('about').select('version').executeTakeFirst();
    if (about === undefined) await within.insertInto('about').values({ version: VERSION }).execute();
    else if (about.version > VERSION) throw new LaterFile(String(about.version));
    await within.schema
      .createTable('sessions')
      .ifNotExists()
      .addColumn('code', 'text', (column) => column.primaryKey())
      .addColumn('host', 'text', (column) => column.notNull())
      .addColumn('screen', 'text', (column) => column.notNull())
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .addColumn('kept', 'integer', (column) => column.notNull())
      .execute();
    await within.schema
      .createTable('entries')
      .ifNotExists()
      .addColumn('code', 'text', (column) => column.notNull().references('sessions.code').onDelete('cascade'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('at', 'bigint', (column) => column.notNull())
      .addColumn('input', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('entries_key', ['code', 'seq'])
      .execute();
    await within.schema
      .createTable('names')
      .ifNotExists()
      .addColumn('code', 'text', (column) => column.notNull().references('sessions.code').onDelete('cascade'))
      .addColumn('seat', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('names_key', ['code', 'seat'])
      .execute();
  });
}

const rowOf = ({ code, entry: { seq, at, input } }: Addressed): Tables['entries'] => ({ code, seq, at, input: JSON.stringify(input) });

function storeOver(db: Kysely<Tables>): Store {
  return {
    async create({ code, host, screen, createdAt, kept }, first) {
      try {
        await db.transaction().execute(async (within) => {
          await within
            .insertInto('sessions')
            .values({ code, host, screen, created_at: createdAt, kept: kept ? 1 : 0 })
            .execute();
          await within
            .insertInto('entries')
            .values(rowOf({ code, entry: first }))
            .execute();
        });
      } catch (error) {
        throw isConstraint(error) ? new CodeTaken(code) : error;
      }
    },
    async append(all) {
      if (all.length === 0) return;
      try {
        await db.transaction().execute(async (within) => {
          await within.insertInto('entries').values(all.map(rowOf)).execute();
        });
      } catch (error) {
        throw isConstraint(error) ? new Fenced('A session has such an entry, or is gone') : error;
      }
    },
    async read(code) {
      const session = await db.selectFrom('sessions').selectAll().where('code', '=', code).executeTakeFirst();
      if (session === undefined) return null;
      const entries = await db.selectFrom('entries').select(['seq', 'at', 'input']).where('code', '=', code).orderBy('seq').execute();
      const names = await db.selectFrom('names').select(['seat', 'name']).where('code', '=', code).execute();
      return {
        session: recordOf(session),
        entries: entries.map(({ seq, at, input }): Entry => ({ seq, at, input: JSON.parse(input) as Input })),
        names: new Map(names.map(({ seat, name }) => [seat as SeatId, name])),
      };
    },
    async setName(code, seat, name) {
      if (name === null) await db.deleteFrom('names').where('code', '=', code).where('seat', '=', seat).execute();
      else
        await db
          .insertInto('names')
          .values({ code, seat, name })
          .onConflict((conflict) => conflict.columns(['code', 'seat']).doUpdateSet({ name }))
          .execute();
    },
    async setKept(code, kept) {
      await db
        .updateTable('sessions')
        .set({ kept: kept ? 1 : 0 })
        .where('code', '=', code)
        .execute();
    },
    async delete(code) {
      await db.deleteFrom('sessions').where('code', '=', code).execute();
    },
    async expire(before) {
      const old = await db
        .selectFrom('sessions')
        .select('sessions.code')
        .where('kept', '=', 0)
        .where(
          ({ selectFrom }) =>
            selectFrom('entries')
              .select(({ fn }) => fn.max('entries.at').as('last'))
              .whereRef('entries.code', '=', 'sessions.code'),
          '<',
          before,
        )
        .execute();
      const codes = old.map(({ code }) => code);
      if (codes.length > 0) await db.deleteFrom('sessions').where('code', 'in', codes).execute();
      return codes;
    },
    async isWell() {
      try {
        await sql`select 1`.execute(db);
        return true;
      } catch {
        return false;
      }
    },
    close: () => db.destroy(),
  };
}

function recordOf({ code, host, screen, created_at, kept }: Tables['sessions']): SessionRecord {
  return { code, host, screen, createdAt: created_at, kept: kept === 1 };
}

function isConstraint(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT');
}
