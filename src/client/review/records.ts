// What a device remembers of a student's practice: one record an answer, and what they have set. What is read back is looked over first.

import { z } from 'zod';
import { ITEM_KINDS, type ItemId, type ItemKind, type MisconceptionId, type Response, SIGNS } from '../../quiz/types.ts';
import type { ClaimId } from '../../rules/types.ts';

export const FROM = ['practice', 'review', 'checkpoint'] as const;
export type From = (typeof FROM)[number];

/** One answer, never changed once written. All that is shown of a student is folded from these. */
export interface AnswerRecord {
  schema: 1;
  /** Drawn at random, so that two tabs never write the same record. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
  /** The quiz the item stands in; `own:` and an id for a file of one's own; null for an item that stands in none. */
  quiz: string | null;
  item: ItemId;
  claim: ClaimId;
  kind: ItemKind;
  response: Response;
  confidence: 1 | 2 | 3;
  /** Per mille. */
  credit: number;
  misconceptions: readonly MisconceptionId[];
  from: From;
}

/** A quiz file that a student has opened, kept as it was read. */
export interface OwnFile {
  schema: 1;
  id: string;
  name: string;
  text: string;
  /** Milliseconds since 1970. */
  addedAt: number;
}

/** An ISO date, the last day of the course; null when there is none. */
export interface Course {
  schema: 1;
  key: 'course';
  end: string | null;
}

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string' && /^[a-z0-9-]{1,64}$/.test(value));
const ids = <Id extends string>(most: number) => z.array(id<Id>()).max(most);
const moment = z.number().int().min(0).max(8.64e15);

const response: z.ZodType<Response> = z.union([
  z.strictObject({ kind: z.enum(['one', 'scale']), option: id() }),
  z.strictObject({ kind: z.literal('several'), options: ids(8) }),
  z.strictObject({ kind: z.literal('order'), steps: ids(8) }),
  z.strictObject({ kind: z.literal('signs'), signs: z.record(z.string().max(64), z.enum(SIGNS)) }),
]) as z.ZodType<Response>;

const answer: z.ZodType<AnswerRecord> = z
  .strictObject({
    schema: z.literal(1),
    id: z.string().min(1).max(64),
    at: moment,
    quiz: z.string().min(1).max(80).nullable(),
    item: id<ItemId>(),
    claim: id<ClaimId>(),
    kind: z.enum(ITEM_KINDS),
    response,
    confidence: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    credit: z.number().int().min(0).max(1000),
    misconceptions: ids<MisconceptionId>(20),
    from: z.enum(FROM),
  })
  .refine(({ kind, response }) => kind === response.kind);

/** Ends of courses: from the first day that a date input knows on. */
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const course: z.ZodType<Course> = z.strictObject({
  schema: z.literal(1),
  key: z.literal('course'),
  end: z
    .string()
    .refine((text) => DAY.test(text) && !Number.isNaN(Date.parse(text)))
    .nullable(),
});

const ownFile: z.ZodType<OwnFile> = z.strictObject({
  schema: z.literal(1),
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(255),
  text: z.string().max(1 << 21),
  addedAt: moment,
});

/** A record of that kind; null where it is damaged or from a later version. */
export const readAnswer = reader(answer);
export const readCourse = reader(course);
export const readOwnFile = reader(ownFile);

function reader<Value>(schema: z.ZodType<Value>): (value: unknown) => Value | null {
  return (value) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : null;
  };
}
