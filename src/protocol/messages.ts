// What travels between a client and the server of live sessions: its version and its shapes. `schemas.ts` reads what comes in.

import type { Confidence, Response } from '../quiz/types.ts';
import type { CardId } from '../rules/types.ts';
import type { ClientId, Command, Devices, Refusal, SeatId, SessionHeader, Settings, Ticket } from '../session/types.ts';

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

/** `POST /api/s/<code>/answers`. `response` in letters. */
export interface AnswerMessage {
  id: ClientId;
  round: number;
  ballot: number;
  response: Response;
  confidence: Confidence;
}

/** `POST /api/s/<code>/forecasts`. Per mille. */
export interface ForecastMessage {
  id: ClientId;
  turn: number;
  belief: number;
  event: number | null;
}

/** `POST /api/s/<code>/votes`. No cards: hold. */
export interface VoteMessage {
  id: ClientId;
  turn: number;
  ballot: number;
  cards: CardId[];
}

/** `POST /api/s/<code>/tickets`. The last one of a seat counts. */
export interface TicketMessage {
  id: ClientId;
  ticket: Ticket;
}

/** `POST /api/s/<code>/homework`: a replay code. The last one of a seat counts. */
export interface HomeworkMessage {
  id: ClientId;
  code: string;
}

/** `POST /api/s/<code>/commands`. */
export interface CommandMessage {
  id: ClientId;
  command: Command;
}

/** Letters of a name. */
export const LONGEST_NAME = 24;

/** `POST /api/s/<code>/seat`, under the token that the device has made for itself: the same token gets the same seat. `name` counts only where own names are allowed. */
export interface SeatMessage {
  members: number;
  name?: string;
}

/** `PUT /api/s/<code>/names/<seat>` by the host. `null` takes an own name away: a generated one comes in its place. */
export interface NameMessage {
  name: string | null;
}

interface AnySession {
  settings: Settings;
  language: string;
  title: string;
}

/** `POST /api/sessions`: ids of the shipped bank in the order in which they are asked, or of a quiz file of the teacher's own; or a level for the class to play. */
export type CreateMessage = QuizMessage | ClassMessage;

export interface QuizMessage extends AnySession {
  kind: 'quiz';
  items: string[];
  /** The text of the file. */
  own?: string;
}

export interface ClassMessage extends AnySession {
  kind: 'class';
  level: string;
  /** Unsigned 32 bits: one of the level's own, so that classes side by side meet equal luck; null: any of them. */
  seed: number | null;
}

/** `PUT /api/s/<code>/keep`. */
export interface KeepMessage {
  kept: boolean;
}

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
  kind: SessionHeader['kind'];
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

/** Answer to `GET /api/places`. */
export interface Places {
  /** Origins by which students reach the server. */
  links: readonly string[];
  /** Whether anybody may create sessions. */
  open: boolean;
}

/** Answer to `GET /api/s/<code>/keepsake`, for the host: how long the session is kept. */
export interface Keeping {
  kept: boolean;
  /** Milliseconds since 1970 at which it is deleted unless kept; null while it is kept. */
  deletedAt: number | null;
}

/** Why a request is refused: `{ error, detail? }`, for programs; the client has the words. */
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
