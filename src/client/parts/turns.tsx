// All turns of a campaign, each folded up until it is opened.

import type { Level, State } from '../../rules/types.ts';
import { type Digest, digestOf, factOf } from '../../telling/digest.ts';
import { headlineText } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { quarterOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { Fold } from './fold.tsx';
import { Story } from './story.tsx';

export function Turns({ play, telling }: { play: Playthrough; telling: 'veiled' | 'unveiled' }) {
  const { world, turns, openings } = play;
  const { level } = world;
  return (
    <ol class="turns">
      {turns.map((events, i) => {
        const { turn } = openings[i] as State;
        const digest = digestOf(world, events, telling);
        return (
          <li key={turn}>
            <Fold summary={<Line level={level} turn={turn} headline={digest.headline} />}>{() => <Story level={level} digest={digest} heading="h3" />}</Fold>
          </li>
        );
      })}
    </ol>
  );
}

function Line({ level, turn, headline }: { level: Level; turn: number; headline: Digest['headline'] }) {
  const { words } = useShelves();
  return (
    <>
      <span class="date">{quarterOf(words, level.start, turn)}</span> {headline === null ? words.t('interface:world.quiet') : headlineText(words, level, headline)}
      {headline !== null && factOf(level, headline) !== null && <span class="tag fact">{words.t('interface:world.fact')}</span>}
    </>
  );
}
