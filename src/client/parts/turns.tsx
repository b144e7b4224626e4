// All turns of a campaign, each folded up until it is opened.

import { digestOf } from '../../telling/digest.ts';
import { headlineText } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { monthOf } from '../../telling/wording.ts';
import { useShelves } from '../shelves.ts';
import { Story } from './story.tsx';

export function Turns({ play, telling }: { play: Playthrough; telling: 'veiled' | 'unveiled' }) {
  const { words } = useShelves();
  const { world, turns } = play;
  const { level } = world;
  return (
    <ol class="turns">
      {turns.map((events, turn) => {
        const digest = digestOf(world, events, telling);
        return (
          <li key={turn}>
            <details>
              <summary>
                <span class="date">{monthOf(words, level.start, turn)}</span>{' '}
                {digest.headline === null ? words.t('interface:world.quiet') : headlineText(words, level, digest.headline)}
              </summary>
              <Story level={level} digest={digest} heading="h3" />
            </details>
          </li>
        );
      })}
    </ol>
  );
}
