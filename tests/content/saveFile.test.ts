// A save is read as it was written; whatever else comes is refused, with its place and cure.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_SIZE } from '../../src/content/parse.ts';
import { isNewer, type Migration, readSave, type SaveFault, sealSave } from '../../src/content/saveFile.ts';
import { MAX_NAME, nameFrom } from '../../src/content/saveName.ts';
import type { Save } from '../../src/content/saveSchema.ts';
import { openLog } from '../../src/rules/campaign.ts';
import { canonical, hashText } from '../../src/rules/hash.ts';
import { played, type Setup, setups } from '../rules/player.ts';

/** @param share how much of the campaign was played, 0 … 1 */
function saveOfSetup(setup: Setup, share: number): Save {
  const { world, steps } = played(setup);
  const made = steps.slice(0, Math.max(1, Math.ceil(share * steps.length)));
  const log = { ...openLog(world, setup.seed), choices: made.map(({ choice }) => choice) };
  return { savedAt: '2026-01-31T12:00:00.000Z', name: 'Period five', practice: false, log, carried: null, state: (made.at(-1) as (typeof made)[number]).after };
}

const save = saveOfSetup({ level: 'pyongyang-2024', seed: 7, dice: 7, rival: null, changed: {} }, 0.6);
const sealed = sealSave(save);

/** A document that has been changed and sealed again, as a forger would. */
function resealed(change: (document: Record<string, unknown>) => void): string {
  const { checksum: _, ...document } = JSON.parse(sealed) as Record<string, unknown>;
  change(document);
  return JSON.stringify({ ...document, checksum: hashText(canonical(document)) });
}

describe('a save', () => {
  test('of any campaign, under any assumptions, at any turn, is read as it was written', () => {
    fc.assert(
      fc.property(setups, fc.double({ min: 0, max: 1, noNaN: true }), (setup, share) => {
        const written = saveOfSetup(setup, share);
        expect(readSave('save', sealSave(written))).toEqual({ ok: true, save: written });
      }),
      { numRuns: 60 },
    );
  });

  test('is read from bytes and from text alike, with a byte order mark too', () => {
    expect(readSave('save', new TextEncoder().encode(sealed))).toEqual({ ok: true, save });
    expect(readSave('save', `\ufeff${sealed}`)).toEqual({ ok: true, save });
  });

  test('tells its version first, so that later versions are known by their first line', () => {
    expect(sealed.startsWith('{"format":"counterweight-save","schema":2,')).toBe(true);
    expect(isNewer(sealed)).toBe(false);
    expect(isNewer('{"format":"counterweight-save","schema":3,"any":"thing"')).toBe(true);
  });

  test('with any one character of it changed never passes for another save', () => {
    fc.assert(
      fc.property(fc.nat(sealed.length - 1), fc.constantFrom('0', '7', 'a', '"', '}', ' '), (at, letter) => {
        fc.pre(sealed[at] !== letter);
        const read = readSave('save', sealed.slice(0, at) + letter + sealed.slice(at + 1));
        if (read.ok) expect(read.save).toEqual(save);
        else expect(read.problems).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

const deep = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
const HOSTILE: [what: string, data: string | Uint8Array, fault: SaveFault, said: RegExp][] = [
  ['nothing', '', 'foreign', /an empty file/],
  ['no JSON', 'PK\u0003\u0004', 'foreign', /a JSON value|control/],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe]), 'foreign', /not UTF-8/],
  ['another kind of JSON', '{"format":"counterweight-log","schema":1}', 'foreign', /choose a file that Counterweight has saved/],
  ['a list', '[]', 'foreign', /another kind of file/],
  ['null', 'null', 'foreign', /another kind of file/],
  ['a save cut short', sealed.slice(0, 900), 'damaged', /line 1, column \d+.*copy it again/],
  ['a save with bytes that are no text', new Uint8Array([...new TextEncoder().encode(sealed.slice(0, 500)), 0xff]), 'damaged', /not UTF-8/],
  ['a save with a number changed', sealed.replace('"turn":', '"turn":1'), 'damaged', /checksum/],
  ['a save with its checksum gone', sealed.replace(/,"checksum":"[0-9a-f]+"/, ''), 'damaged', /checksum/],
  ['fifty megabytes', ' '.repeat(50_000_000), 'huge', new RegExp(`at most ${MAX_SIZE} bytes`)],
  ['deep nesting', deep, 'foreign', /nesting deeper than 64/],
  ['a key of JavaScript', sealed.replace('"name":', '"__proto__":{"isAdmin":true},"name":'), 'damaged', /__proto__/],
  ['NaN', sealed.replace(/"turn":\d+/, '"turn":NaN'), 'damaged', /NaN/],
  ['an infinite number', sealed.replace(/"turn":\d+/, '"turn":1e999'), 'damaged', /1e999/],
  ['a schema of words', resealed((document) => Object.assign(document, { schema: 'one' })), 'damaged', /checksum/],
  ['a schema before the first', resealed((document) => Object.assign(document, { schema: 0 })), 'damaged', /checksum/],
  ['a state of the wrong type', resealed((document) => Object.assign(document, { state: 'won' })), 'damaged', /state.*an object/],
  ['a number out of its range', resealed(({ state }) => Object.assign(state as object, { closeness: 1001 })), 'damaged', /state\.closeness.*0 to 1000/],
  ['a desk where all is over', resealed(({ state }) => Object.assign(state as object, { phase: 'over' })), 'damaged', /state\.desk/],
  ['a state of another seed', resealed(({ state }) => Object.assign(state as object, { seed: 8 })), 'damaged', /the seed of the log/],
  ['a key nobody knows', resealed((document) => Object.assign(document, { cheat: true })), 'damaged', /cheat/],
  ['a name with hidden characters', sealed.replace('Period five', 'Period \u202efive'), 'damaged', /U\+202E/],
  ['a newer save', resealed((document) => Object.assign(document, { schema: 3, state: { anything: 'else' } })), 'newer', /load a newer version/],
  ['a newer save with its keys in another order', '{"schema":3,"format":"counterweight-save"}', 'newer', /load a newer version/],
  ['a newer save larger than this version reads', `{"format":"counterweight-save","schema":9,"much":"${'x'.repeat(MAX_SIZE)}"}`, 'newer', /load a newer version/],
];

describe('what is no sound save is refused, with the fault, its place and its cure', () => {
  test.each(HOSTILE)('%s', (_, data, fault, said) => {
    const read = readSave('from-a-stranger.json', data);
    expect(read.ok ? null : read.fault).toBe(fault);
    expect(read.ok ? '' : read.problems.map(({ message }) => message).join('\n')).toMatch(said);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });

  test('any text at all', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => !readSave('any', text).ok));
  });
});

describe('a save of an earlier version', () => {
  // As if later versions had renamed a key, and then added one.
  const MIGRATIONS: readonly Migration[] = [({ savedOn, ...rest }) => ({ ...rest, savedAt: savedOn }), (document) => ({ ...document, practice: false })];

  test('is brought up to date step by step, from whichever version it is', () => {
    const { practice: _, savedAt, ...rest } = save;
    const first = seal({ format: 'counterweight-save', schema: 1, ...rest, savedOn: savedAt });
    const second = seal({ format: 'counterweight-save', schema: 2, ...rest, savedAt });
    const third = seal({ format: 'counterweight-save', schema: 3, ...save });
    for (const text of [first, second, third]) expect(readSave('save', text, MIGRATIONS)).toEqual({ ok: true, save });
    expect(readSave('save', seal({ format: 'counterweight-save', schema: 4, ...save }), MIGRATIONS)).toMatchObject({ ok: false, fault: 'newer' });
  });

  function seal(document: Record<string, unknown>): string {
    return JSON.stringify({ ...document, checksum: hashText(canonical(document)) });
  }
});

describe('a name', () => {
  test.each([
    ['  Period five ', 'Period five'],
    ['two\nlines', 'two lines'],
    ['hidden\u202e\u0000 marks', 'hidden  marks'],
    ['<b>bold</b>', '<b>bold</b>'],
    ['😀'.repeat(40), '😀'.repeat(30)],
    [`${'x'.repeat(MAX_NAME - 1)}😀`, 'x'.repeat(MAX_NAME - 1)],
  ])('%j becomes %j', (typed, name) => {
    expect(nameFrom(typed)).toBe(name);
  });

  test('that a player may give can be read back from the file', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        expect(readSave('save', sealSave({ ...save, name: nameFrom(typed) }))).toMatchObject({ ok: true, save: { name: nameFrom(typed) } });
      }),
    );
  });
});
