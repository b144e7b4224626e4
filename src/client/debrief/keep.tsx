// What is taken away from a campaign: its replay code and link, the printed page, and the way to the next game.

import { useRef, useState } from 'preact/hooks';
import { codeOf, type Playthrough } from '../../telling/playthrough.ts';
import { anySeed } from '../anySeed.ts';
import { HashFold } from '../parts/hash.tsx';
import { replayLink, startLink } from '../route.ts';
import { useShelves } from '../shelves.ts';

export function Keep({ play }: { play: Playthrough }) {
  const { words } = useShelves();
  const { level } = play.world;
  const { seed } = play.log.header;
  return (
    <section class="sheet keep" aria-labelledby="keep">
      <h2 id="keep">{words.t('interface:debrief.keepHeading')}</h2>
      <div class="two-columns">
        {play.carried === null && <CodeToCopy code={codeOf(play)} />}
        <div>
          <dl class="table">
            <div>
              <dt>{words.t('interface:title.seed')}</dt>
              <dd>{seed}</dd>
            </div>
          </dl>
          <HashFold state={play.state} />
          <p class="actions">
            <button type="button" onClick={() => window.print()}>
              {words.t('interface:debrief.print')}
            </button>
          </p>
          <ul class="links">
            <li>
              <a href={startLink(level.id, seed)}>{words.t('interface:debrief.again')}</a>
            </li>
            <li>
              <a href={startLink(level.id, nextSeed(level.seeds, seed) ?? anySeed(level))}>{words.t('interface:debrief.another')}</a>
            </li>
            <li>
              <a href="#/">{words.t('interface:debrief.home')}</a>
            </li>
          </ul>
        </div>
      </div>
    </section>
  );
}

function CodeToCopy({ code }: { code: string }) {
  const { words } = useShelves();
  const text = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(code);
      setSaid(words.t('interface:debrief.copy.copied'));
    } catch {
      // No clipboard on a plain-HTTP address, or it was refused: the reader copies what is selected.
      text.current?.focus();
      text.current?.select();
      setSaid(words.t('interface:debrief.copy.byHand'));
    }
  };
  return (
    <div>
      <h3>
        <label for="code">{words.t('interface:debrief.code')}</label>
      </h3>
      <p class="hint">{words.t('interface:debrief.codeHint')}</p>
      <textarea ref={text} id="code" class="code" rows={4} readOnly value={code} data-testid="code" onFocus={({ currentTarget }) => currentTarget.select()} />
      <p class="actions">
        <button type="button" onClick={() => void copy()}>
          {words.t('interface:debrief.copy.button')}
        </button>
        <a href={replayLink(code)}>{words.t('interface:debrief.link')}</a>
      </p>
      <p role="status" class="hint" data-testid="copy-said">
        {said}
      </p>
    </div>
  );
}

/** The level's next seed, so that another game is not the same one. */
function nextSeed(seeds: readonly number[], seed: number): number | undefined {
  return seeds[(seeds.indexOf(seed) + 1) % seeds.length];
}
