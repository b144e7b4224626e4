// For those who work on the game: state, log, seed, jump to a turn, export of the replay. `npm run dev` alone has it, the build leaves it out.

import { render } from 'preact';
import { useState } from 'preact/hooks';
import type { Content } from '../../content/crossref.ts';
import { stateHash } from '../../rules/campaign.ts';
import { codeOf, type Outcome, type Playthrough, resumePlay, startPlay } from '../../telling/playthrough.ts';
import { download } from '../download.ts';
import { playLink, type Route, replaceAddress, route, type Sheet } from '../route.ts';
import { assembled } from '../shelf.ts';
import { performed, scenery, skips, theatre } from '../stage.ts';
import { atTurn, underSeed } from './jump.ts';
import { Tree } from './tree.tsx';
import './inspector.css';

/** Seeds are unsigned 32-bit integers. */
const MAX_SEED = 0xffff_ffff;

export function openInspector(): void {
  if (!assembled.ok) return;
  const { content } = assembled;
  const host = document.createElement('aside');
  host.className = 'inspector';
  host.setAttribute('aria-label', 'Inspector');
  document.body.append(host);
  render(<Inspector content={content} />, host);
}

function Inspector({ content }: { content: Content }) {
  const outcome = outcomeAt(content, route.value);
  return (
    <details>
      <summary>Inspector</summary>
      <div class="inspector-body">
        <Stage />
        {outcome === null && <p>Open a campaign: its address is all there is to inspect.</p>}
        {outcome?.ok === false && <Tree name="trouble" value={outcome.trouble} open />}
        {outcome?.ok === true && <Campaign content={content} play={outcome.play} />}
      </div>
    </details>
  );
}

function outcomeAt(content: Content, shown: Route): Outcome | null {
  if (shown.page === 'start') return startPlay(content, shown.level, Number(shown.seed));
  return 'code' in shown ? resumePlay(content, shown.code) : null;
}

/** What passes between the pages, the map and the sound. */
function Stage() {
  const passing = { theatre: theatre.value, performed: performed.value, skips: skips.value, scenery: scenery.value };
  return <Tree name="stage" value={passing} />;
}

function Campaign({ content, play }: { content: Content; play: Playthrough }) {
  const { log, state, turns, openings, world } = play;
  return (
    <>
      <Seed content={content} play={play} />
      <Jump content={content} play={play} />
      <p>
        <button type="button" onClick={() => exportReplay(play)}>
          Export replay
        </button>{' '}
        <code>{stateHash(state)}</code>
      </p>
      <Tree name={`state at turn ${state.turn + 1} of ${world.level.turns}`} value={state} />
      <Tree name="states before each turn" value={openings} />
      <Tree name="log" value={log} />
      <Tree name="events by turn" value={turns} />
      <Tree name="world as prepared" value={world} />
    </>
  );
}

function Seed({ content, play }: { content: Content; play: Playthrough }) {
  const [refused, setRefused] = useState('');
  const change = (text: string) => {
    const seed = Number(text);
    if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED) return setRefused(`no seed from 0 to ${MAX_SEED}`);
    const other = underSeed(content, play, seed);
    setRefused(other.ok ? '' : JSON.stringify(other.trouble));
    if (other.ok) show(other.play, sheetOf(route.value));
  };
  return (
    <p>
      <label>
        Seed, same choices <input type="number" value={play.log.header.seed} onChange={({ currentTarget }) => change(currentTarget.value)} />
      </label>{' '}
      <span role="status">{refused}</span>
    </p>
  );
}

function Jump({ content, play }: { content: Content; play: Playthrough }) {
  const { turns } = play.world.level;
  const jump = (turn: number, sheet: Sheet) => {
    const there = atTurn(content, play, turn);
    if (there.ok) show(there.play, sheet);
  };
  return (
    <fieldset>
      <legend>Jump to (turns not yet played are held)</legend>
      {Array.from({ length: turns }, (_, turn) => (
        <span class="jumps" key={turn}>
          {turn + 1}
          <button type="button" aria-label={`Desk of turn ${turn + 1}`} onClick={() => jump(turn, 'desk')}>
            desk
          </button>
          <button type="button" aria-label={`World of turn ${turn + 1}`} onClick={() => jump(turn + 1, 'world')}>
            world
          </button>
        </span>
      ))}
      <button type="button" onClick={() => jump(turns, 'debrief')}>
        debrief
      </button>
    </fieldset>
  );
}

function sheetOf(shown: Route): Sheet {
  return 'sheet' in shown ? shown.sheet : 'desk';
}

function show(play: Playthrough, sheet: Sheet): void {
  replaceAddress(playLink(codeOf(play), sheet));
}

/** A file that `npm run replay` reads. */
function exportReplay(play: Playthrough): void {
  const text = JSON.stringify({ code: codeOf(play), hash: stateHash(play.state), ...play.log }, null, 2);
  download(`counterweight-${play.world.level.id}-${play.log.header.seed}-turn-${play.turns.length}.json`, new Blob([text], { type: 'application/json' }));
}
