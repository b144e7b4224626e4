import { describe, expect, test } from 'vitest';
import english from '../../levels/text/en/interface.json' with { type: 'json' };
import { isInUse } from '../../src/rules/desk.ts';
import { brier } from '../../src/rules/endings.ts';
import { transferOf } from '../../src/rules/technology.ts';
import type { CardId, Choice } from '../../src/rules/types.ts';
import { articleOn } from '../../src/telling/article.ts';
import { debriefOf, LEAVES_OUT, type Mover } from '../../src/telling/debrief.ts';
import type { Playthrough } from '../../src/telling/playthrough.ts';
import { content, LEVEL_IDS } from '../content.ts';
import { diced, held, leaning, played, SEEDS, words } from './campaigns.ts';

const plays = LEVEL_IDS.flatMap((level) => SEEDS.map((seed) => diced(level, seed)));

describe('the debrief', () => {
  test('scores beliefs of the turns in which one was asked for, and of no other', () => {
    const play = played('vostochny-2023', 15, ({ world, state }) => [
      { kind: 'forecast', belief: isInUse(world.level, 'belief', state.turn) ? 0 : 1000 },
      { kind: 'decide', cards: [] },
    ]);
    const { beliefs, brier: scored, hidden } = debriefOf(play);
    expect(beliefs.map(({ turn }) => turn)).toEqual([2, 3]);
    expect(scored?.player).toBe(hidden.bond === 'alliance' ? 1000 : 0);
    const full = diced('pyongyang-2024', 1);
    expect(debriefOf(full).brier?.player).toBe(brier(full.state, 'belief'));
  });

  test('accounts for the whole of what moved threat, deterrence, technology and closeness', () => {
    for (const play of plays) {
      const [opening, { state }] = [play.openings[0] as Playthrough['state'], play];
      const moved: Record<Mover, number> = {
        threat: state.threat - opening.threat,
        deterrence: state.deterrence - opening.deterrence,
        transfer: transferOf(state) - transferOf(opening),
        closeness: state.closeness - opening.closeness,
      };
      expect(Object.fromEntries(debriefOf(play).moved.map(({ what, by }) => [what, by]))).toEqual(moved);
    }
  });

  test('lists the five largest causes, and leaves out those too small to see', () => {
    for (const play of plays) {
      for (const { causes, by } of debriefOf(play).moved) {
        const sizes = causes.map((cause) => Math.abs(cause.by));
        expect(sizes.length).toBeLessThanOrEqual(5);
        expect(sizes).toEqual([...sizes].sort((left, right) => right - left));
        for (const size of sizes) expect(size).toBeGreaterThanOrEqual(5);
        if (Math.abs(by) >= 50) expect(causes.length).toBeGreaterThan(0);
      }
    }
  });

  test('says of a forecast event that it happened when it did by then', () => {
    let happened = 0;
    for (const play of plays) {
      for (const { event, turn, byTurn, happened: told } of debriefOf(play).forecasts.filter(({ event }) => event === 'orbit' || event === 'war-talks')) {
        const came = play.turns
          .slice(turn, byTurn)
          .flat()
          .some((each) =>
            event === 'orbit' ? each.type === 'tested' && each.tech === 'space' && each.succeeded : each.type === 'warChanged' && (each.to === 'talks' || each.to === 'ended'),
          );
        expect(told).toBe(came);
        if (told) happened++;
      }
    }
    expect(happened).toBeGreaterThan(0);
  });

  test('lists all that the words say the model leaves out', () => {
    for (const what of LEAVES_OUT) expect(words.has(`interface:model.leavesOut.${what}`)).toBe(true);
    expect([...LEAVES_OUT]).toEqual(Object.keys(english.model.leavesOut));
  });
});

describe('what the article would say', () => {
  const occasionsOf = (play: Playthrough) => articleOn(play, content.claims).map(({ occasion }) => occasion);

  test('speaks to the bond, the war, the choices and the threat of the campaign, each with a claim and words', () => {
    for (const play of plays) {
      const remarks = articleOn(play, content.claims);
      expect(remarks).toHaveLength(4);
      expect(remarks[0]?.occasion).toBe(`bond.${play.state.hidden.bond}`);
      expect(remarks[1]?.occasion).toBe(`war.${play.state.war}`);
      expect(remarks[3]?.occasion).toBe(play.state.threat > play.state.openingThreat ? 'threat.grew' : 'threat.fell');
      for (const { occasion, claims } of remarks) {
        expect(words.has(`interface:debrief.article.${occasion}`)).toBe(true);
        expect(claims.length).toBeGreaterThan(0);
        for (const { id } of claims) expect(words.has(`claims:${id}`)).toBe(true);
      }
    }
  });

  test.each(['sanctions', 'trilateral', 'china'])('tells a player who leaned on %s so, and one who held so', (lever) => {
    expect(occasionsOf(leaning('pyongyang-2024', 5, lever))).toContain(`lever.${lever}`);
    expect(occasionsOf(held('pyongyang-2024', 5))).toContain('lever.none');
  });

  test.each([
    [['hotlines', 'data-link', 'quiet-channel'], 'lever.trilateral'],
    [['hotlines', 'quiet-channel'], 'lever.several'],
    [['hotlines', 'quiet-channel', 'arms-networks'], 'lever.several'],
  ])('takes more than half of the cards for leaning: %j is %s', (cards, occasion) => {
    const play = held('pyongyang-2024', 5);
    const choices = cards.map((card): Choice => ({ kind: 'decide', cards: [card as CardId] }));
    expect(occasionsOf({ ...play, log: { ...play.log, choices } })).toContain(occasion);
  });

  test('says of sanctions both that they are worth raising and that they have not deterred', () => {
    const [, , choices] = articleOn(leaning('pyongyang-2024', 5, 'sanctions'), content.claims);
    expect(choices?.claims.map(({ id }) => id)).toEqual(['sanctions-worth-raising', 'sanctions-have-not-deterred']);
  });
});
