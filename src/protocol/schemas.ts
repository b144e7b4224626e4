// Reads what clients send. What passes is trusted inside.

import { z } from 'zod';
import { CONFIDENCES, type OptionId, type Response, SIGNS } from '../quiz/types.ts';
import type { CardId } from '../rules/types.ts';
import { LONGEST_TICKET } from '../session/fold.ts';
import { type ClientId, type Command, DEVICES, LEADERBOARDS, type SeatId, type Settings } from '../session/types.ts';
import type {
  AnswerMessage,
  CommandMessage,
  CreateMessage,
  ForecastMessage,
  HomeworkMessage,
  KeepMessage,
  NameMessage,
  SeatMessage,
  TicketMessage,
  VoteMessage,
} from './messages.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
const clientId = hex(32).transform((id) => id as ClientId);
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

export const answerMessage: z.ZodType<AnswerMessage, unknown> = z.strictObject({
  id: clientId,
  round,
  ballot: z.int().min(0).max(1),
  response,
  confidence: z.literal(CONFIDENCES),
});

const turn = z.int().min(0).max(99);
const perMille = z.int().min(0).max(1000);
const card = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/)
  .transform((id) => id as CardId);
const cards = z.array(card).max(2);
const hands = (place: RegExp) => z.record(z.string().regex(place), z.int().min(0).max(500));
const part = z.string().min(1).max(LONGEST_TICKET);

export const forecastMessage: z.ZodType<ForecastMessage, unknown> = z.strictObject({ id: clientId, turn, belief: perMille, event: perMille.nullable() });

export const voteMessage: z.ZodType<VoteMessage, unknown> = z.strictObject({ id: clientId, turn, ballot: z.int().min(0).max(1), cards });

export const ticketMessage: z.ZodType<TicketMessage, unknown> = z.strictObject({ id: clientId, ticket: z.strictObject({ claim: part, evidence: part, reasoning: part }) });

export const homeworkMessage: z.ZodType<HomeworkMessage, unknown> = z.strictObject({ id: clientId, code: z.string().min(1).max(4000) });

const command: z.ZodType<Command, unknown> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['start', 'pause', 'resume', 'wrapUp', 'assign', 'end']) }),
  z.strictObject({ type: z.literal('extend'), round, seconds: z.int().min(5).max(600) }),
  z.strictObject({ type: z.enum(['close', 'discuss', 'revote', 'reveal', 'skip']), round }),
  z.strictObject({ type: z.literal('next'), round, twin: z.boolean() }),
  z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('remove'), seat: seatId }),
  z.strictObject({ type: z.literal('leaderboard'), shown: z.enum(LEADERBOARDS) }),
  z.strictObject({ type: z.literal('allowOwnNames'), allowed: z.boolean() }),
  z.strictObject({ type: z.literal('extraTime'), seat: seatId, percent: z.int().min(0).max(200) }),
  z.strictObject({ type: z.literal('count'), round, hands: hands(/^(?:[a-z]|right|wrong)$/) }),
  z.strictObject({ type: z.enum(['openVote', 'closeVote', 'voteAgain', 'act', 'goOn']), turn }),
  z.strictObject({ type: z.literal('overrule'), turn, cards }),
  z.strictObject({ type: z.literal('moreTime'), turn, seconds: z.int().min(5).max(600) }),
  z.strictObject({ type: z.literal('countForecasts'), turn, hands: hands(/^b[1-5]$/) }),
  z.strictObject({ type: z.literal('countVotes'), turn, hands: hands(/^[a-z][a-z0-9-]{0,63}$/) }),
]);

export const commandMessage: z.ZodType<CommandMessage, unknown> = z.strictObject({ id: clientId, command });

const name = z.string().min(1).max(200);

export const seatMessage: z.ZodType<SeatMessage, unknown> = z.strictObject({ members: z.int().min(1).max(6).default(1), name: name.exactOptional() });

export const nameMessage: z.ZodType<NameMessage, unknown> = z.strictObject({ name: name.nullable() });

const settingsMessage: z.ZodType<Settings, unknown> = z.strictObject({
  devices: z.enum(DEVICES),
  ownNames: z.boolean(),
  leaderboard: z.enum(LEADERBOARDS),
  teams: z.union([z.literal(0), z.int().min(2).max(8)]),
  speed: z.boolean(),
  seconds: z.int().min(10).max(600).nullable(),
  minutes: z.int().min(5).max(120),
});

const anySession = { settings: settingsMessage, language: z.string().max(20), title: z.string().min(1).max(160) };

export const createMessage: z.ZodType<CreateMessage, unknown> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('quiz'), ...anySession, items: z.array(z.string().max(64)).min(1).max(60), own: z.string().max(400_000).exactOptional() }),
  z.strictObject({ kind: z.literal('class'), ...anySession, level: z.string().max(64), seed: z.int().min(0).max(0xffffffff).nullable() }),
]);

export const keepMessage: z.ZodType<KeepMessage, unknown> = z.strictObject({ kept: z.boolean() });
