import { describe, expect, test } from 'vitest';
import { askedNow } from '../../src/rules/forecast.ts';
import { debriefOf } from '../../src/telling/debrief.ts';
import { choose, type Playthrough, startPlay } from '../../src/telling/playthrough.ts';
import { settledIn } from '../../src/telling/settled.ts';
import { content, LEVEL_IDS } from '../content.ts';

/** A campaign held to its end, all that is asked forecast, seen after each quarter. */
function quarters(level: string, seed: number): Playthrough[] {
  const started = startPlay(content, level, seed);
  if (!started.ok) throw new Error(started.trouble.reason);
  const seen = [started.play];
  for (let play = started.play; play.state.phase !== 'over'; ) {
    const forecast = { kind: 'forecast', belief: 500, ...(askedNow(play.world, play.state) === null ? {} : { event: 300 + play.state.turn }) } as const;
    const next = choose(play, [forecast, { kind: 'decide', cards: [] }]);
    if (!next.ok) throw new Error(next.trouble.reason);
    play = next.play;
    seen.push(play);
  }
  return seen;
}

describe.each(LEVEL_IDS)('forecasts in %s', (level) => {
  test('are each settled in one quarter, as the debrief tells it', () => {
    let came = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const seen = quarters(level, seed);
      const settled = seen.flatMap((play) => settledIn(play));
      const told = debriefOf(seen.at(-1) as Playthrough).forecasts;
      const line = ({ event, byTurn, chance, happened }: (typeof settled)[number]) => `${event} ${byTurn} ${chance} ${happened}`;
      expect(settled.map(line).sort()).toEqual(told.map(line).sort());
      came += settled.filter(({ happened }) => happened).length;
    }
    expect(came).toBeGreaterThan(0);
  });
});
