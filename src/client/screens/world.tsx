// What came of the quarter: the map plays it, one headline and its cause stand beside it, then who did what, then what moved by itself.

import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { view } from '../../rules/view.ts';
import { digestOf, factOf } from '../../telling/digest.ts';
import { becauseOf, detailText, headlineText } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { settledIn } from '../../telling/settled.ts';
import { monthOf, percent, quarterOf } from '../../telling/wording.ts';
import { cue } from '../audio/door.ts';
import { useShortcuts } from '../keys.ts';
import { Caption, MapKey } from '../parts/caption.tsx';
import { Lesson } from '../parts/lesson.tsx';
import { MapWindow } from '../parts/mapWindow.tsx';
import { Page } from '../parts/page.tsx';
import { Figures } from '../parts/situation.tsx';
import { Story } from '../parts/story.tsx';
import { Why } from '../parts/why.tsx';
import { still } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { performed, replay, type Scenery, scenery, skip, skips, theatre } from '../stage.ts';
import { voice } from '../voice.ts';
import './world.css';

interface WorldProps {
  play: Playthrough;
  /** What the map plays of it. */
  scene: Scenery;
  onward: () => void;
}

export function WorldScreen({ play, scene, onward }: WorldProps) {
  const { words } = useShelves();
  const why = useRef<HTMLDivElement>(null);
  const { world, state, turns } = play;
  const { level } = world;
  const turn = state.turn - 1;
  const digest = digestOf(world, turns.at(-1) ?? [], 'veiled');
  const { headline } = digest;
  const isFact = headline !== null && factOf(level, headline) !== null;
  const because = headline === null ? null : becauseOf(headline);
  const text = headline === null ? words.t('interface:world.quiet') : headlineText(words, level, headline);
  const over = state.phase === 'over';
  const forecasts = settledIn(play);
  const held = useHeld(scene);
  const announced = words.t('interface:world.announce', { headline: text });
  useEffect(() => {
    cue('quarter-passes');
    voice.value = announced;
    return () => {
      voice.value = '';
    };
  }, [announced]);
  useShortcuts([
    { key: 'n', name: over ? 'interface:world.toDebrief' : 'interface:world.toDesk', act: onward },
    { key: 's', name: 'interface:stage.skip', act: skip },
    { key: 'r', name: 'interface:stage.again', act: replay },
    ...(because === null ? [] : [{ key: 'w', name: 'interface:shortcuts.why', act: () => unfold(why.current) } as const]),
  ]);
  return (
    <Page
      words={words}
      name={words.t('interface:world.heading')}
      above={words.t(`levels:${level.id}.title`)}
      below={words.t('interface:world.quarter', { turn: turn + 1, turns: level.turns, months: quarterOf(words, level.start, turn) })}
      focusKey={`world ${turn}`}
      class="world"
      history
    >
      <MapWindow>
        <Caption level={level} />
      </MapWindow>
      <div class="told">
        <section class={held ? 'sheet headline held' : 'sheet headline'} aria-labelledby="headline">
          {held && (
            <div class="held-note">
              <p>{words.t('interface:world.held')}</p>
              <button type="button" onClick={skip}>
                {words.t('interface:world.showNow')}
              </button>
            </div>
          )}
          <div class="news" onFocusCapture={held ? skip : undefined}>
            <div>
              <p class={`kicker${isFact ? ' fact' : ''}`}>{words.t(isFact ? 'interface:world.fact' : 'interface:world.simulated')}</p>
              <h2 id="headline">{text}</h2>
              {headline !== null && detailText(words, headline) !== '' && <p class="lead">{detailText(words, headline)}</p>}
            </div>
            {because !== null && (
              <div ref={why} class="headline-because">
                <p class="term">{words.t('interface:world.because')}</p>
                <Why because={because} shown="folded" />
              </div>
            )}
            {forecasts.map(({ event, byTurn, chance, happened }) => (
              <p key={event} class="forecast-settled">
                {words.t(happened ? 'interface:world.forecastCame' : 'interface:world.forecastNot', {
                  percent: percent(words, chance),
                  question: words.t(`interface:belief.event.${event}`, { month: monthOf(words, level.start, byTurn) }),
                })}
              </p>
            ))}
          </div>
          <Onward over={over} onward={onward} />
        </section>
        <Lesson level={level} turn={turn} sheet="world" />
        <section class="situation" aria-labelledby="now">
          <h2 id="now">{words.t('interface:world.now')}</h2>
          <Figures play={play} shown={view(world, state)} />
        </section>
        <MapKey />
        <Story level={level} digest={digest} heading="h2" headlined />
        <Onward over={over} onward={onward} />
      </div>
    </Page>
  );
}

/** Milliseconds within which a map that is there begins to play. */
const BEGINS = 8000;

/**
 * Whether the headline waits, so that the map may tell it first: until it has played, or is skipped, or will not play. Once shown it stays.
 * Who listens has been told already.
 */
function useHeld(scene: Scenery): boolean {
  const [held, setHeld] = useState(() => scene.from !== null && scene.beats.length > 0 && !still.peek() && theatre.peek() !== 'absent');
  useEffect(() => {
    if (!held) return;
    const skipped = skips.peek();
    let began = false;
    const show = () => setHeld(false);
    const end = effect(() => {
      if (performed.value !== null) began = true;
      const now = scenery.value;
      const isCutShort = now?.key.startsWith(scene.key) === true && now.beats.length === 0;
      if (still.value || theatre.value === 'absent' || skips.value !== skipped || isCutShort || (began && performed.value === null)) show();
    });
    const timer = theatre.value === 'ready' ? window.setTimeout(() => began || show(), BEGINS) : 0;
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [held, scene, theatre.value]);
  return held;
}

/** Opens what a cause rests on and goes there. */
function unfold(inside: HTMLElement | null): void {
  const details = inside?.querySelector('details');
  if (details === null || details === undefined) return;
  details.open = !details.open;
  details.querySelector('summary')?.focus();
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
