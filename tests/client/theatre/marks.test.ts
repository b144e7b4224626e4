// What the map draws follows from what the player may see, and all of it does.

import { expect, test } from 'vitest';
import { marksOf } from '../../../src/client/theatre/marks.ts';
import { HATCH, TRAFFIC } from '../../../src/client/theatre/theme.ts';
import type { Visible } from '../../../src/rules/types.ts';
import { TECH, VISIBLE, WAR_PHASES } from '../../../src/rules/types.ts';
import { type Picture, pictureOf } from '../../../src/telling/picture.ts';
import { diced, SEEDS } from '../../telling/campaigns.ts';

const { world, openings } = diced('pyongyang-2024', 1);
const opening = pictureOf(world, openings[0] as (typeof openings)[number]);
const withLevel = (what: Visible, level: number): Picture => ({ ...opening, levels: { ...opening.levels, [what]: level } });
/** Told in words alone: political capital is the player's own, not the world's. */
const UNDRAWN: readonly Visible[] = ['capital'];

test.each(VISIBLE.filter((what) => !UNDRAWN.includes(what)))('%s is drawn: more of it makes another map', (what) => {
  expect(marksOf(withLevel(what, 300))).not.toEqual(marksOf(withLevel(what, 200)));
});

test('so are the war, the estimates, what was proven, the threat, the stance and the season', () => {
  const others: Picture[] = [
    ...WAR_PHASES.map((war) => ({ ...opening, war })),
    ...TECH.flatMap((tech) => [
      { ...opening, estimates: { ...opening.estimates, [tech]: opening.estimates[tech] + 50 } },
      { ...opening, successes: { ...opening.successes, [tech]: opening.successes[tech] === 0 ? 1 : 0 } },
    ]),
    { ...opening, threat: opening.threat + 50 },
    ...(['helps', 'leans', 'watches', 'balks'] as const).map((stance) => ({ ...opening, stance })),
    ...([0, 1, 2, 3] as const).map((season) => ({ ...opening, season })),
  ];
  const same = others.filter((other) => JSON.stringify(marksOf(other)) === JSON.stringify(marksOf(opening)));
  // The opening itself is among the phases, the stances and the seasons, once each.
  expect(same).toHaveLength(3);
});

test('no campaign leaves the scale', () => {
  for (const seed of SEEDS) {
    const play = diced('pyongyang-2024', seed);
    for (const state of [...play.openings, play.state]) {
      const { tracks, estimates, season: _, war: __, stance: ___, proven: ____, ...shares } = marksOf(pictureOf(play.world, state));
      for (const [what, share] of Object.entries({ ...shares, ...tracks, ...estimates })) {
        expect(share, what).toBeGreaterThanOrEqual(0);
        expect(share, what).toBeLessThanOrEqual(1);
      }
    }
  }
});

test('shipments and their share stand out: a campaign does not fill their scale at once', () => {
  const shares = SEEDS.map((seed) => {
    const play = diced('pyongyang-2024', seed);
    return marksOf(pictureOf(play.world, play.state)).munitions;
  });
  expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.15);
});

test('what drifts and what hatches is named by marks that exist', () => {
  const marks = marksOf(opening);
  for (const { by } of [...TRAFFIC, ...HATCH.stretches]) expect(typeof marks[by]).toBe('number');
});
