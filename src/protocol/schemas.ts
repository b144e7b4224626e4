// Reads what clients send. What passes is trusted inside.

import { z } from 'zod';
import { CONFIDENCES, type OptionId, type Response, SIGNS } from '../quiz/types.ts';
import { type ClientId, type Command, DEVICES, LEADERBOARDS, type SeatId, type Settings } from '../session/types.ts';
import type { AnswerMessage, CommandMessage, CreateMessage, KeepMessage, NameMessage, SeatMessage } from './messages.ts';

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

export const createMessage: z.ZodType<CreateMessage, unknown> = z.strictObject({
  settings: settingsMessage,
  language: z.string().max(20),
  title: z.string().min(1).max(160),
  items: z.array(z.string().max(64)).min(1).max(60),
  own: z.string().max(400_000).exactOptional(),
});

export const keepMessage: z.ZodType<KeepMessage, unknown> = z.strictObject({ kept: z.boolean() });
