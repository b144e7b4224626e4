import { describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { decisionsOf } from '../../src/rules/campaign.ts';
import { balanceOf, ending } from '../../src/rules/endings.ts';
import type { CardId, Rival, RivalId } from '../../src/rules/types.ts';
import { debriefOf } from '../../src/telling/debrief.ts';
import type { Playthrough } from '../../src/telling/playthrough.ts';
import { resumePlay, rewoundCode } from '../../src/telling/playthrough.ts';
import { OTHER_SEEDS, reckoningOf } from '../../src/telling/reckoning.ts';
import { changedAt, disputed, openHanded, retell, rivalsFor, TRACED, traceOf, underRival } from '../../src/telling/retold.ts';
import { criticTexts, insteadOutcome, whatIfSummary } from '../../src/telling/verdict.ts';
import { aheadOfHold, spreadOf, whatIf } from '../../src/telling/whatIf.ts';
import { content, LEVEL_IDS, worldNamed } from '../content.ts';
import { diced, held, leaning, SEEDS, words } from './campaigns.ts';

const plays = LEVEL_IDS.flatMap((level) => SEEDS.map((seed) => diced(level, seed)));
const decisions = (play: Playthrough) => decisionsOf(play.log.choices);

describe('a campaign told again', () => {
  test('with nothing changed ends where it ended, and nothing is left out', () => {
    for (const play of plays) {
      const again = retell(openHanded(play.world), play.state.seed, decisions(play));
      expect(again.skipped).toEqual([]);
      expect({ balance: again.balance, ending: again.ending }).toEqual({ balance: balanceOf(play.state), ending: ending(play.world, play.state) });
      for (const what of TRACED) expect(traceOf(again, what)).toEqual(traceOf(play, what));
    }
  });

  test('with one quarter held agrees with the reckoning of that quarter', () => {
    let compared = 0;
    for (const play of plays) {
      for (const { turn, by, ending } of reckoningOf(play).instead) {
        const other = changedAt(play, turn, []);
        expect(other.balance - balanceOf(play.state)).toBe(by);
        expect(other.ending).toBe(ending);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50);
  });

  test('keeps the luck: the war takes the same course whatever is decided', () => {
    for (const play of plays) {
      const other = changedAt(play, 0, []);
      expect(other.openings.map(({ war }) => war)).toEqual(play.openings.map(({ war }) => war));
      expect(other.state.hidden).toEqual(play.state.hidden);
    }
  });

  test('is the same up to the changed quarter', () => {
    const play = leaning('pyongyang-2024', 5, 'trilateral');
    const other = changedAt(play, 3, []);
    for (const what of TRACED) expect(traceOf(other, what).slice(0, 4)).toEqual(traceOf(play, what).slice(0, 4));
  });

  test('leaves out what may no longer be played, says why, and plays all else of that quarter', () => {
    let skips = 0;
    for (const play of plays) {
      for (const [turn, hand] of play.openings
        .slice(0, -1)
        .map(({ desk }) => desk?.hand ?? [])
        .entries()) {
        const card = hand.find((id) => (play.world.cardById.get(id)?.cost ?? 9) <= (play.openings[turn]?.capital ?? 0));
        if (card === undefined) continue;
        const other = changedAt(play, turn, [card]);
        for (const [at, events] of other.turns.entries()) {
          const wanted = other.decisions[at] ?? [];
          const left = other.skipped.filter((skipped) => skipped.turn === at).map((skipped) => skipped.card);
          expect(events.flatMap((event) => (event.type === 'cardPlayed' ? [event.card] : []))).toEqual(wanted.filter((id) => !left.includes(id)));
        }
        for (const { refusal, turn: at } of other.skipped) {
          expect(at).toBeGreaterThan(turn);
          expect(['not-enough-capital', 'card-closed', 'not-now', 'excludes-each-other']).toContain(refusal);
          expect(words.has(`interface:refusal.${refusal}`)).toBe(true);
          skips++;
        }
      }
    }
    expect(skips).toBeGreaterThan(0);
  });
});

describe('a rival view', () => {
  const play = leaning('pyongyang-2024', 5, 'sanctions');
  const rivalNamed = (id: string) => content.library.rivals.find((rival) => rival.id === id) as Rival;

  test('may be any that the level names, or every one where it names none, but not the one it was played under', () => {
    expect(rivalsFor(content, play.world).map(({ id }) => id)).toEqual(play.world.level.rivals);
    expect(rivalsFor(content, worldNamed('vostochny-2023'))).toEqual(content.library.rivals);
    expect(rivalsFor(content, { ...play.world, rival: 'sanctions-bite' as RivalId }).map(({ id }) => id)).not.toContain('sanctions-bite');
  });

  test.each(content.library.rivals.map(({ id }) => id))('%s keeps the choices and the luck, and changes what it says it changes', (id) => {
    const other = underRival(content, play, rivalNamed(id));
    expect(other.decisions).toEqual(decisions(play));
    expect(other.state.seed).toBe(play.state.seed);
    expect(other.openings.map(({ war }) => war)).toEqual(play.openings.map(({ war }) => war));
    expect(
      disputed(play.world, other.world)
        .map((each) => each.id)
        .sort(),
    ).toEqual(Object.keys(rivalNamed(id).assumptions).sort());
    expect(TRACED.some((what) => traceOf(other, what).join() !== traceOf(play, what).join())).toBe(true);
  });

  test('where sanctions bite, sanctions are worth more than here', () => {
    const { world, state } = play;
    const other = underRival(content, play, rivalNamed('sanctions-bite'));
    const hold = retell(other.world, state.seed, []).balance;
    expect(other.balance - hold).toBeGreaterThan(balanceOf(state) - retell(openHanded(world), state.seed, []).balance);
  });

  test('where it is already an alliance, every campaign hides one, and by the same luck: nothing else changes but what hangs on the bond', () => {
    const rival = rivalNamed('already-an-alliance');
    const { settled, settledAlike } = english.debrief.critic;
    const said = { same: 0, changed: 0 };
    for (const each of Array.from({ length: 40 }, (_, seed) => held('pyongyang-2024', seed))) {
      const ours = each.state.hidden;
      const theirs = underRival(content, each, rival).state.hidden;
      expect(theirs.bond).toBe('alliance');
      if (ours.bond === 'alliance') expect(theirs).toEqual(ours);
      // An ally values the West no more, and has helped no less.
      expect(theirs.west).toBeLessThanOrEqual(ours.west);
      expect(Number(theirs.help)).toBeGreaterThanOrEqual(Number(ours.help));
      const text = criticTexts(words, debriefOf(each), rival, theirs, 0).join(' ');
      expect(text).toContain(ours.bond === 'alliance' ? settledAlike : settled.split('{{')[0]);
      expect(text).not.toContain(words.t('interface:debrief.bond.expedience'));
      said[ours.bond === 'alliance' ? 'same' : 'changed']++;
    }
    expect(Math.min(said.same, said.changed)).toBeGreaterThan(5);
  });

  test('of the hidden facts, a view that settles no bond says and changes nothing', () => {
    for (const rival of content.library.rivals.filter(({ bond }) => bond === undefined)) {
      for (const each of plays.slice(0, 12)) {
        const theirs = underRival(content, each, rival).state.hidden;
        expect(theirs).toEqual(each.state.hidden);
        expect(criticTexts(words, debriefOf(each), rival, theirs, 0)).toHaveLength(1);
      }
    }
  });

  test('what is said of it is whole sentences', () => {
    for (const each of plays) {
      const debrief = debriefOf(each);
      for (const rival of rivalsFor(content, each.world)) {
        const other = underRival(content, each, rival);
        for (const text of [insteadOutcome(words, debrief, other), ...criticTexts(words, debrief, rival, other.state.hidden, -12)])
          expect(text).not.toMatch(/interface:|undefined|NaN|\{\{/);
      }
    }
  });
});

describe('what if luck had been different', () => {
  const play = leaning('pyongyang-2024', 5, 'trilateral');
  const question = { world: play.world, seed: play.state.seed, decisions: decisions(play), truth: 'drawn', campaigns: OTHER_SEEDS } as const;

  test('plays the very draws of luck by which skill is measured', () => {
    const all = [...whatIf(question)];
    const { luck } = reckoningOf(play);
    expect(all).toHaveLength(OTHER_SEEDS);
    expect(aheadOfHold(all, 'yours')).toBe(luck.better);
    expect(all.filter(({ yours }) => yours < balanceOf(play.state)).length).toBe(luck.ahead);
    expect([...whatIf(question)]).toEqual(all);
  });

  test('holding is holding, whoever does it', () => {
    for (const { yours, hold } of whatIf({ ...question, decisions: [], campaigns: 20 })) expect(yours).toBe(hold);
  });

  test.each(['alliance', 'expedience'] as const)('under %s in all of them, every campaign is as it is where the bond is forced', (truth) => {
    const world = { ...play.world, interventions: { bond: truth } };
    const seeds = [...whatIf({ ...question, truth, campaigns: 10 })];
    const plain = [...whatIf({ ...question, world, campaigns: 10 })];
    expect(seeds).toEqual(plain);
    expect(seeds).not.toEqual([...whatIf({ ...question, campaigns: 10 })]);
  });

  test('a world survives the way to a worker: its copy plays the same', () => {
    const copied = structuredClone(question);
    expect([...whatIf({ ...copied, campaigns: 20 })]).toEqual([...whatIf({ ...question, campaigns: 20 })]);
  });

  test('a spread is what stands at its quarters', () => {
    expect(spreadOf([5, 1, 3, 2, 4])).toEqual({ lowest: 1, lower: 2, middle: 3, upper: 4, highest: 5 });
    expect(spreadOf([7])).toEqual({ lowest: 7, lower: 7, middle: 7, upper: 7, highest: 7 });
  });

  test('is summed up in a whole sentence', () => {
    expect(whatIfSummary(words, [...whatIf({ ...question, campaigns: 30 })])).toMatch(/above holding in \d+ of 30; .*[+−±]\d/);
  });
});

describe('a campaign rewound', () => {
  test('stands at the desk of that quarter, with all choices before it and none after', () => {
    for (const play of plays) {
      for (let turn = 0; turn <= play.turns.length; turn++) {
        const outcome = resumePlay(content, rewoundCode(play, turn));
        if (!outcome.ok) throw new Error(outcome.trouble.reason);
        expect(outcome.play.turns).toEqual(play.turns.slice(0, turn));
        expect(outcome.play.state.turn).toBe(turn);
        expect(decisions(outcome.play)).toEqual(decisions(play).slice(0, turn) as CardId[][]);
      }
    }
  });
});
