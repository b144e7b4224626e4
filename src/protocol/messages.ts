// What travels between a client and the server of live sessions: its version, its shapes, and the schemas that read what comes in.

import { z } from 'zod';
import { CONFIDENCES, type Confidence, type OptionId, type Response, SIGNS } from '../quiz/types.ts';
import { type Ack, type ClientId, type Command, DEVICES, type Devices, LEADERBOARDS, type Refusal, type SeatId, type Settings } from '../session/types.ts';

/** Of this protocol. A client of another version is told to reload. */
export const PROTOCOL = 1;
/** Request header that carries it. */
export const PROTOCOL_HEADER = 'x-counterweight-protocol';

/** Six symbols, none of which is taken for another: 31^6, about 887 million. */
export const CODE_SYMBOLS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
export const CODE_LENGTH = 6;

/** What somebody typed as a code: spaces, dashes and lower case forgiven, and `0` for `O` is no symbol. @returns null where it is none */
export function readCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase();
  return code.length === CODE_LENGTH && [...code].every((symbol) => CODE_SYMBOLS.includes(symbol)) ? code : null;
}

// ---------------------------------------------------------------- what comes in

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
export const clientId = hex(32).transform((id) => id as ClientId);
/** 128 bits as hexadecimal: a seat's token, made by the device; a host's or a screen's secret, made by the server. */
export const secret = hex(32);
const seatId = z
  .string()
  .regex(/^s[1-9]\d{0,5}$/)
  .transform((id) => id as SeatId);
const round = z.int().min(0).max(999);
const letter = z
  .string()
  .regex(/^[a-z]$/)
  .transform((id) => id as OptionId);

const response: z.ZodType<Response, unknown> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['one', 'scale']), option: letter }),
  z.strictObject({ kind: z.literal('several'), options: z.array(letter).min(1).max(8) }),
  z.strictObject({ kind: z.literal('order'), steps: z.array(letter).min(1).max(8) }),
  z.strictObject({ kind: z.literal('signs'), signs: z.record(z.string().regex(/^[a-z]$/), z.enum(SIGNS)) }),
]);

/** `POST /api/s/<code>/answers`. `response` in letters. */
export const answerMessage = z.strictObject({
  id: clientId,
  round,
  ballot: z.int().min(0).max(1),
  response,
  confidence: z.literal(CONFIDENCES),
});
export interface AnswerMessage {
  id: ClientId;
  round: number;
  ballot: number;
  response: Response;
  confidence: Confidence;
}

const command: z.ZodType<Command, unknown> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['start', 'pause', 'resume', 'wrapUp', 'end']) }),
  z.strictObject({ type: z.literal('extend'), round, seconds: z.int().min(5).max(600) }),
  z.strictObject({ type: z.enum(['close', 'discuss', 'revote', 'reveal', 'skip']), round }),
  z.strictObject({ type: z.literal('next'), round, twin: z.boolean() }),
  z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('remove'), seat: seatId }),
  z.strictObject({ type: z.literal('leaderboard'), shown: z.enum(LEADERBOARDS) }),
  z.strictObject({ type: z.literal('allowOwnNames'), allowed: z.boolean() }),
  z.strictObject({ type: z.literal('extraTime'), seat: seatId, percent: z.int().min(0).max(200) }),
  z.strictObject({ type: z.literal('count'), round, hands: z.record(z.string().regex(/^(?:[a-z]|right|wrong)$/), z.int().min(0).max(500)) }),
]);

/** `POST /api/s/<code>/commands`. */
export const commandMessage = z.strictObject({ id: clientId, command });

export const LONGEST_NAME = 24;
const name = z.string().min(1).max(200);

/** `POST /api/s/<code>/seat`, under the token that the device has made for itself: the same token gets the same seat. `name` only where own names are allowed. */
export const seatMessage = z.strictObject({ members: z.int().min(1).max(6).default(1), name: name.exactOptional() });

/** `PUT /api/s/<code>/names/<seat>` by the host. `null` takes an own name away: a generated one comes in its place. */
export const nameMessage = z.strictObject({ name: name.nullable() });

export const settingsMessage: z.ZodType<Settings, unknown> = z.strictObject({
  devices: z.enum(DEVICES),
  ownNames: z.boolean(),
  leaderboard: z.enum(LEADERBOARDS),
  teams: z.union([z.literal(0), z.int().min(2).max(8)]),
  speed: z.boolean(),
  seconds: z.int().min(10).max(600).nullable(),
  minutes: z.int().min(5).max(120),
});

/** `POST /api/sessions`: ids of the shipped bank in the order in which they are asked, or a quiz file of the teacher's own as it was read. */
export const createMessage = z.strictObject({
  settings: settingsMessage,
  language: z.string().max(20),
  title: z.string().min(1).max(160),
  items: z.array(z.string().max(64)).min(1).max(60),
  /** The text of a quiz file; `items` are then of this file. */
  own: z.string().max(400_000).exactOptional(),
});
export type CreateMessage = z.output<typeof createMessage>;

/** `PUT /api/s/<code>/keep`. */
export const keepMessage = z.strictObject({ kept: z.boolean() });

// ---------------------------------------------------------------- what goes out

/** Answer to `POST /api/sessions`. */
export interface Created {
  code: string;
  /** For the host's link: everything. */
  host: string;
  /** For the projector's link: looks on. */
  screen: string;
}

/** Answer to `GET /api/s/<code>`, for anybody who has the code. */
export interface Lobby {
  code: string;
  protocol: number;
  title: string;
  language: string;
  stands: 'open' | 'locked' | 'ended';
  ownNames: boolean;
  devices: Devices;
}

/** Answer to `POST /api/s/<code>/seat`. */
export interface Seated {
  seat: SeatId;
  name: string;
}

/** Answer to `POST …/answers` and `…/commands`: sent once the log is on the disk. */
export type Acked = Ack;

/** Answer to `GET /api/s/<code>/keepsake`, for the host: how long the session is kept. */
export interface Keeping {
  kept: boolean;
  /** Milliseconds since 1970 at which it is deleted unless kept; null while it is kept. */
  deletedAt: number | null;
}

/** Every refusal of a request. `reason` is for programs; the client has the words. */
export interface Refused {
  error: RefusedReason;
  /** Of `invalid`: where, and what was expected. */
  detail?: string;
}
export type RefusedReason =
  | Refusal
  /** No or a wrong secret. */
  | 'not-allowed'
  /** The secret is right and its role may not do this. */
  | 'wrong-role'
  | 'no-such-session'
  | 'no-such-address'
  | 'invalid'
  | 'too-large'
  | 'too-many'
  | 'other-protocol'
  | 'other-origin'
  | 'name-taken'
  | 'name-refused'
  /** The server stops or its disk refuses: ask again. */
  | 'not-available';
