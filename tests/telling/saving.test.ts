// A saved campaign goes on: by its log under the same rules and content, from its latest state under others.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSave, sealSave } from '../../src/content/saveFile.ts';
import type { Save } from '../../src/content/saveSchema.ts';
import { ASSUMPTIONS } from '../../src/rules/assumptions.ts';
import { stateHash } from '../../src/rules/campaign.ts';
import type { CardId, Choice, MoveId } from '../../src/rules/types.ts';
import { RULES_HASH } from '../../src/rules/version.ts';
import { campaignKey } from '../../src/telling/campaignKey.ts';
import { debriefOf } from '../../src/telling/debrief.ts';
import { choose, codeOf, type Playthrough, resumePlay } from '../../src/telling/playthrough.ts';
import { reckoningOf } from '../../src/telling/reckoning.ts';
import { lineOf, resumeSave, saveOf } from '../../src/telling/saving.ts';
import { beatsOf } from '../../src/telling/staging.ts';
import { content } from '../content.ts';
import { diced } from './campaigns.ts';

const META = { savedAt: '2026-01-31T12:00:00.000Z', name: '', practice: false };
const OTHER = '0123456789abcdef';
const OF_OTHER_RULES = { rules: OTHER };
const OF_OTHER_CONTENT = { content: OTHER };

function resumed(save: Save): Playthrough {
  const outcome = resumeSave(content, throughFile(save));
  if (!outcome.ok) throw new Error(outcome.trouble.reason);
  return outcome.play;
}

function throughFile(save: Save): Save {
  const read = readSave('save', sealSave(save));
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.save;
}

/** The first turns of a campaign played by dice. */
function midway(level: string, seed: number, turns: number): Playthrough {
  const whole = diced(level, seed);
  const last = whole.log.choices.flatMap((choice, i) => (choice.kind === 'decide' ? [i] : []))[turns - 1] as number;
  const played = resumePlay(content, codeOf({ ...whole, log: { ...whole.log, choices: whole.log.choices.slice(0, last + 1) } }));
  if (!played.ok) throw new Error(played.trouble.reason);
  return played.play;
}

function holdToTheEnd(play: Playthrough): Playthrough {
  let now = play;
  while (now.state.phase !== 'over') {
    const outcome = choose(now, [{ kind: 'decide', cards: [] }]);
    if (!outcome.ok) throw new Error(outcome.trouble.reason);
    now = outcome.play;
  }
  return now;
}

const play = midway('pyongyang-2024', 7, 3);
const save = saveOf(play, META);
const under = (hashes: object): Save => ({ ...save, log: { ...save.log, header: { ...save.log.header, ...hashes } } });

describe('under the same rules and content', () => {
  test('the whole campaign is there again', () => {
    expect(resumed(save)).toEqual({ ...play, world: expect.anything() });
    expect(stateHash(resumed(save).state)).toBe(stateHash(play.state));
  });

  test('a state that the log does not lead to is damaged, and so is a log that the rules refuse', () => {
    const rich: Save = { ...save, state: { ...save.state, capital: save.state.capital + 1 } };
    expect(resumeSave(content, rich)).toEqual({ ok: false, trouble: { reason: 'damaged-save' } });
    const refused: Save = { ...save, log: { ...save.log, choices: [...save.log.choices, { kind: 'decide', cards: ['no-such-card' as CardId] }] } };
    expect(resumeSave(content, refused)).toEqual({ ok: false, trouble: { reason: 'damaged-save' } });
  });

  test('a level or rival that is not here is named', () => {
    expect(resumeSave(content, under({ level: 'atlantis' }))).toEqual({ ok: false, trouble: { reason: 'unknown-level', name: 'atlantis' } });
    expect(resumeSave(content, under({ rival: 'nobody' }))).toEqual({ ok: false, trouble: { reason: 'unknown-rival', name: 'nobody' } });
  });
});

describe('under other rules or other content', () => {
  test.each([OF_OTHER_RULES, OF_OTHER_CONTENT])('it goes on from the latest state, and says that earlier turns are not there: %o', (hashes) => {
    const carried = resumed(under(hashes));
    expect(carried.carried).toMatchObject({ rules: RULES_HASH, content: carried.world.content, choices: save.log.choices.length });
    expect(stateHash(carried.state)).toBe(stateHash(play.state));
    expect(carried.openings.map(({ turn }) => turn)).toEqual([3]);
    expect(carried.turns).toEqual([]);
  });

  test('its code is refused rather than replayed into another story', () => {
    expect(resumePlay(content, codeOf(resumed(under(OF_OTHER_RULES))))).toEqual({ ok: false, trouble: { ok: false, reason: 'other-rules' } });
  });

  test('what is played afterwards is saved and there again', () => {
    const later = holdToTheEnd(resumed(under(OF_OTHER_RULES)));
    const again = resumed(saveOf(later, META));
    expect(again).toEqual({ ...later, world: expect.anything() });
    expect(again.openings.map(({ turn }) => turn)).toEqual([3, 4, 5, 6, 7, 8]);
    expect(again.log.choices.length).toBe(save.log.choices.length + 5);
  });

  test('it is told to its end: beats, debrief, reckoning', () => {
    const over = holdToTheEnd(resumed(under(OF_OTHER_CONTENT)));
    expect(over.turns.flatMap((events) => beatsOf(over.world, events)).length).toBeGreaterThan(0);
    expect(debriefOf(over)).toMatchObject({ hidden: over.state.hidden });
    expect(reckoningOf(over).luck.campaigns).toBeGreaterThan(0);
  });

  test('and when rules change once more, it goes on from the state of then', () => {
    const later = choose(resumed(under(OF_OTHER_RULES)), [{ kind: 'decide', cards: [] }]);
    if (!later.ok || later.play.carried === null) throw new Error('not carried');
    const twice = resumed({ ...saveOf(later.play, META), carried: { ...later.play.carried, rules: 'fedcba9876543210' } });
    expect(twice.openings.map(({ turn }) => turn)).toEqual([4]);
    expect(twice.carried?.choices).toBe(later.play.log.choices.length);
  });

  test('a forged state that the rules cannot be in is damaged, whatever follows it', () => {
    const first = resumed(under(OF_OTHER_RULES));
    const later = choose(first, [{ kind: 'decide', cards: [] }]);
    if (!later.ok || later.play.carried === null) throw new Error('not carried');
    const honest = saveOf(later.play, META);
    const { state } = later.play.carried;
    const forged = (part: Partial<Save['state']>): Save => ({ ...honest, carried: { ...(later.play.carried as NonNullable<Save['carried']>), state: { ...state, ...part } } });
    for (const part of [
      { pending: [{ card: 'no-such-card' as CardId, due: 4 }] },
      { turn: 90 },
      { desk: { ...(state.desk as NonNullable<typeof state.desk>), telegraph: { actor: 'moscow' as const, move: 'no-such-move' as MoveId, chance: 700 } } },
    ]) {
      expect(resumeSave(content, forged(part))).toEqual({ ok: false, trouble: { reason: 'damaged-save' } });
      const { choices } = later.play.carried;
      expect(resumeSave(content, { ...forged(part), log: { ...honest.log, choices: honest.log.choices.slice(0, choices) }, state: { ...state, ...part } })).toMatchObject({
        ok: false,
      });
    }
  });

  test('what this version does not have is left out, and the campaign ends where the level now ends', () => {
    const { desk } = save.state;
    if (desk === null) throw new Error('no desk');
    const retired = 'retired-card' as CardId;
    const state: Save['state'] = {
      ...save.state,
      capital: 99,
      pending: [{ card: retired, due: 5 }],
      closed: [{ card: retired, until: 8 }],
      desk: { ...desk, hand: [retired, ...desk.hand], telegraph: { actor: 'moscow', move: 'retired-move' as MoveId, chance: 700 } },
    };
    const fitted = resumed({ ...under(OF_OTHER_CONTENT), state });
    expect(fitted.state).toMatchObject({ capital: fitted.world.a.capitalLimit, pending: [], closed: [], desk: { hand: desk.hand, telegraph: null } });
    expect(holdToTheEnd(fitted).state.turn).toBe(8);
    expect(resumed({ ...under(OF_OTHER_CONTENT), state: { ...save.state, turn: 11 } }).state).toMatchObject({ phase: 'over', turn: 8, desk: null });
  });

  test('assumptions of then are kept inside the bounds of now', () => {
    const assumptions = { retired: 5, capitalIncome: 900_000 } as Save['log']['header']['assumptions'];
    expect(resumed(under({ ...OF_OTHER_RULES, assumptions })).world.changed).toEqual({ capitalIncome: ASSUMPTIONS.capitalIncome.max });
  });

  test('any campaign of any level can be gone on from at any turn', () => {
    fc.assert(
      fc.property(fc.constantFrom(...content.levels.keys()), fc.nat(1000), fc.nat(), (level, seed, cut) => {
        const turns = 1 + (cut % (content.levels.get(level)?.turns ?? 1));
        const saved = saveOf(midway(level, seed, turns), META);
        const on = holdToTheEnd(resumed({ ...saved, log: { ...saved.log, header: { ...saved.log.header, rules: OTHER } } }));
        expect(on.state.phase).toBe('over');
      }),
      { numRuns: 25 },
    );
  });
});

// Written once and never again: each was saved by a version that has been released, under rules and levels of its own.
describe('a save of every released form', () => {
  const folder = fileURLToPath(new URL('../golden/saves', import.meta.url));
  const names = readdirSync(folder);

  test('is there', () => {
    expect(names.some((name) => name.startsWith('schema-1'))).toBe(true);
  });

  test.each(names)('%s loads, and is played to its end', (name) => {
    const read = readSave(name, readFileSync(`${folder}/${name}`));
    if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
    const outcome = resumeSave(content, read.save);
    if (!outcome.ok) throw new Error(outcome.trouble.reason);
    expect(outcome.play.carried).not.toBeNull();
    expect(outcome.play.state).toMatchObject({ turn: read.save.state.turn, closeness: read.save.state.closeness, hidden: read.save.state.hidden });
    expect(holdToTheEnd(outcome.play).state.phase).toBe('over');
  });
});

describe('what tells campaigns and their lines apart', () => {
  test('the same level, seed and model are one campaign, whatever the rules', () => {
    const { header } = play.log;
    expect(campaignKey({ ...header, rules: OTHER, content: OTHER })).toBe(campaignKey(header));
    expect(campaignKey({ ...header, seed: 8 })).not.toBe(campaignKey(header));
  });

  test('a line begins with the line of fewer choices, and with no other', () => {
    const one: Choice = { kind: 'decide', cards: [] };
    const two: Choice = { kind: 'decide', cards: ['hotlines' as CardId] };
    expect(lineOf([one, two]).startsWith(lineOf([one]))).toBe(true);
    expect(lineOf([one, two]).startsWith(lineOf([two]))).toBe(false);
    expect(lineOf([{ kind: 'forecast', belief: 50 }]).startsWith(lineOf([{ kind: 'forecast', belief: 5 }]))).toBe(false);
  });
});
