import { expect, test } from 'vitest';
import { giftsOf, threatOf, threatParts } from '../../src/rules/technology.ts';
import { estimatedThreat, view } from '../../src/rules/view.ts';
import { threatBand } from '../../src/telling/threatBand.ts';
import { diced, SEEDS } from './campaigns.ts';

test('the band of the threat holds the estimate always, and the truth about nine times in ten', () => {
  const desks = ['pyongyang-2024', 'classroom-15', 'vostochny-2023'].flatMap((level) =>
    SEEDS.flatMap((seed) => {
      const { world, openings } = diced(level, seed);
      return openings.map((state) => {
        const [low, high] = threatBand(world, view(world, state));
        const truth = threatOf(threatParts(world, state, giftsOf(state)));
        const estimate = estimatedThreat(world, state);
        expect(estimate).toBeGreaterThanOrEqual(low);
        expect(estimate).toBeLessThanOrEqual(high);
        return truth >= low && truth <= high;
      });
    }),
  );
  const held = desks.filter(Boolean).length / desks.length;
  expect(held).toBeGreaterThan(0.85);
  expect(held).toBeLessThan(0.97);
});
