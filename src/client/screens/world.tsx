// What came of the quarter: one headline and its cause, then who did what, then what moved by itself.

import { view } from '../../rules/view.ts';
import { digestOf, factOf } from '../../telling/digest.ts';
import { becauseOf, detailText, headlineText } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { quarterOf } from '../../telling/wording.ts';
import { Page } from '../parts/page.tsx';
import { Figures } from '../parts/situation.tsx';
import { Story } from '../parts/story.tsx';
import { Why } from '../parts/why.tsx';
import { useShelves } from '../shelves.ts';

export function WorldScreen({ play, onward }: { play: Playthrough; onward: () => void }) {
  const { words } = useShelves();
  const { world, state, turns } = play;
  const { level } = world;
  const turn = turns.length - 1;
  const digest = digestOf(world, turns[turn] ?? [], 'veiled');
  const { headline } = digest;
  const isFact = headline !== null && factOf(level, headline) !== null;
  const because = headline === null ? null : becauseOf(headline);
  const text = headline === null ? words.t('interface:world.quiet') : headlineText(words, level, headline);
  return (
    <Page
      words={words}
      name={words.t('interface:world.heading')}
      above={words.t(`levels:${level.id}.title`)}
      below={words.t('interface:world.quarter', { turn: turn + 1, turns: level.turns, months: quarterOf(words, level.start, turn) })}
      focusKey={`world ${turn}`}
      class="world"
    >
      <p role="status" class="unseen">
        {words.t('interface:world.announce', { headline: text })}
      </p>
      <section class="sheet headline" aria-labelledby="headline">
        <div>
          <p class={`kicker${isFact ? ' fact' : ''}`}>{words.t(isFact ? 'interface:world.fact' : 'interface:world.simulated')}</p>
          <h2 id="headline">{text}</h2>
          {headline !== null && detailText(words, headline) !== '' && <p class="lead">{detailText(words, headline)}</p>}
        </div>
        {because !== null && (
          <div class="headline-because">
            <p class="term">{words.t('interface:world.because')}</p>
            <Why because={because} shown="folded" />
          </div>
        )}
        <Onward over={state.phase === 'over'} onward={onward} />
      </section>
      <section class="situation" aria-labelledby="now">
        <h2 id="now">{words.t('interface:world.now')}</h2>
        <Figures play={play} shown={view(world, state)} />
      </section>
      <Story level={level} digest={digest} heading="h2" headlined />
      <Onward over={state.phase === 'over'} onward={onward} />
    </Page>
  );
}

function Onward({ over, onward }: { over: boolean; onward: () => void }) {
  const { words } = useShelves();
  return (
    <p class="actions">
      <button type="button" class="primary" onClick={onward}>
        {words.t(over ? 'interface:world.toDebrief' : 'interface:world.toDesk')}
      </button>
    </p>
  );
}
