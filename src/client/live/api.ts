// The requests of live sessions, each answered with its value or with the name of what stood in its way.

import type { Created, CreateMessage, Keeping, Lobby, Places, RefusedReason, Seated } from '../../protocol/messages.ts';
import type { Ack, Command, Report, SeatId } from '../../session/types.ts';
import type { Platform } from './platform.ts';
import type { Reply } from './transport.ts';

/** `no-answer`: the server was not reached. */
export type Trouble = RefusedReason | 'no-answer';
export type Answered<Value> = { ok: true; value: Value } | { ok: false; trouble: Trouble; detail: string };

export interface Api {
  lobby(code: string): Promise<Answered<Lobby>>;
  /** The same token gets the same seat again. */
  takeSeat(code: string, token: string, asked: { members: number; name?: string }): Promise<Answered<Seated>>;
  create(key: string | null, message: CreateMessage): Promise<Answered<Created>>;
  /** A replay code, as homework. */
  handIn(code: string, token: string, replayCode: string): Promise<Answered<Ack>>;
  command(code: string, host: string, command: Command): Promise<Answered<Ack>>;
  rename(code: string, host: string, seat: SeatId, name: string | null): Promise<Answered<{ name: string }>>;
  report(code: string, host: string): Promise<Answered<Report>>;
  /** The whole session as it is kept. */
  exported(code: string, host: string): Promise<Answered<unknown>>;
  keeping(code: string, host: string): Promise<Answered<Keeping>>;
  keep(code: string, host: string, kept: boolean): Promise<Answered<Keeping>>;
  remove(code: string, host: string): Promise<Answered<null>>;
  places(): Promise<Answered<Places>>;
}

export function apiOver({ transport, newSecret }: Pick<Platform, 'transport' | 'newSecret'>): Api {
  const { request } = transport;
  return {
    lobby: async (code) => read(await request('GET', `/s/${code}`, null)),
    takeSeat: async (code, token, asked) => read(await request('POST', `/s/${code}/seat`, token, asked)),
    create: async (key, message) => read(await request('POST', '/sessions', key, message)),
    handIn: async (code, token, replayCode) => read(await request('POST', `/s/${code}/homework`, token, { id: newSecret(), code: replayCode })),
    command: async (code, host, command) => read(await request('POST', `/s/${code}/commands`, host, { id: newSecret(), command })),
    rename: async (code, host, seat, name) => read(await request('PUT', `/s/${code}/names/${seat}`, host, { name })),
    report: async (code, host) => read(await request('GET', `/s/${code}/report`, host)),
    exported: async (code, host) => read(await request('GET', `/s/${code}/export`, host)),
    keeping: async (code, host) => read(await request('GET', `/s/${code}/keep`, host)),
    keep: async (code, host, kept) => read(await request('PUT', `/s/${code}/keep`, host, { kept })),
    remove: async (code, host) => read(await request('DELETE', `/s/${code}`, host)),
    places: async () => read(await request('GET', '/places', null)),
  };
}

function read<Value>({ status, body }: Reply): Answered<Value> {
  if (status >= 200 && status < 300) return { ok: true, value: body as Value };
  const { error, reason, detail = '' } = (body ?? {}) as { error?: RefusedReason; reason?: RefusedReason; detail?: string };
  return { ok: false, trouble: error ?? reason ?? (status === 0 ? 'no-answer' : 'not-available'), detail };
}
