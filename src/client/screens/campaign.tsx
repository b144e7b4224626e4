// A campaign from its address: which sheet lies open, and the way from one to the next.

import { useMemo } from 'preact/hooks';
import type { Choice } from '../../rules/types.ts';
import { choose, codeOf, MAX_SEED, type Outcome, type Playthrough, resumePlay, startPlay } from '../../telling/playthrough.ts';
import { troubleText } from '../../telling/trouble.ts';
import { Page } from '../parts/page.tsx';
import { seedTrouble, Trouble } from '../parts/trouble.tsx';
import { playLink, replaceAddress, type Sheet } from '../route.ts';
import { useShelves } from '../shelves.ts';
import { DebriefScreen } from './debrief.tsx';
import { DeskScreen } from './desk.tsx';
import { WorldScreen } from './world.tsx';

export function Start({ level, seed }: { level: string; seed: string }) {
  const { content } = useShelves();
  const number = /^\d{1,10}$/.test(seed) && Number(seed) <= MAX_SEED ? Number(seed) : null;
  const outcome = useMemo(() => (number === null ? null : startPlay(content, level, number)), [content, level, number]);
  if (outcome === null) return <TroublePage seed={seed} />;
  return <Opened outcome={outcome} sheet="desk" />;
}

export function Campaign({ code, sheet }: { code: string; sheet: Sheet }) {
  const { content } = useShelves();
  const outcome = useMemo(() => resumePlay(content, code), [content, code]);
  return <Opened outcome={outcome} sheet={sheet} />;
}

function Opened({ outcome, sheet }: { outcome: Outcome; sheet: Sheet }) {
  const { words } = useShelves();
  if (!outcome.ok) return <TroublePage text={troubleText(words, outcome.trouble)} />;
  const { play } = outcome;
  const over = play.state.phase === 'over';
  if (sheet === 'debrief' && !over) return <TroublePage text={words.t('interface:trouble.notOver')} />;
  if (sheet === 'debrief') return <DebriefScreen play={play} />;
  if (play.turns.length > 0 && (sheet === 'world' || over)) {
    return <WorldScreen play={play} onward={() => replaceAddress(playLink(codeOf(play), over ? 'debrief' : 'desk'))} />;
  }
  return <DeskScreen key={codeOf(play)} play={play} commit={(choices) => commit(play, choices)} />;
}

/** Makes the choices of a turn; what the rules refuse comes back to be shown. */
function commit(play: Playthrough, choices: readonly Choice[]): Outcome {
  const outcome = choose(play, choices);
  if (outcome.ok) replaceAddress(playLink(codeOf(outcome.play), 'world'));
  return outcome;
}

export function TroublePage({ text, seed }: { text?: string; seed?: string }) {
  const { words } = useShelves();
  return (
    <Page words={words} name={words.t('interface:trouble.heading')} focusKey={`trouble ${text ?? seed ?? ''}`} class="narrow">
      <Trouble words={words} text={text ?? seedTrouble(words, seed ?? '')} />
    </Page>
  );
}
