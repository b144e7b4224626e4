// A campaign being played or looked back on: its log, folded, with the state before each turn and what each turn brought.

import type { Content } from '../content/crossref.ts';
import { apply, begin } from '../rules/apply.ts';
import { type CampaignLog, decodeLog, encodeLog, levelOfCode, openLog } from '../rules/campaign.ts';
import { prepare } from '../rules/prepare.ts';
import type { CardId, Choice, Event, Level, LevelId, Refusal, Rival, State, World } from '../rules/types.ts';
import { RULES_HASH } from '../rules/version.ts';

export interface Playthrough {
  world: World;
  log: CampaignLog;
  state: State;
  /** The state at the start of each turn begun, the last one over included. */
  openings: readonly State[];
  /** What each finished turn brought. */
  turns: readonly (readonly Event[])[];
}

export type Trouble =
  | { reason: 'not-a-code' | 'damaged' | 'unknown-card-number' | 'other-rules' | 'other-content' }
  | { reason: 'unknown-level' | 'unknown-rival'; name: string }
  | { reason: 'refused'; refusal: Refusal; detail: string };
export type Outcome = { ok: true; play: Playthrough } | { ok: false; trouble: Trouble };

/** Largest code that is read: the longest level with every assumption changed stays far below. */
const MAX_CODE = 4000;
/** Seeds are unsigned 32-bit integers. */
export const MAX_SEED = 4_294_967_295;

export function startPlay(content: Content, name: string, seed: number): Outcome {
  const level = content.levels.get(name as LevelId);
  if (level === undefined) return { ok: false, trouble: { reason: 'unknown-level', name } };
  const world = prepare(level, content.library);
  return { ok: true, play: opened(world, openLog(world, seed)) };
}

/** Goes on from a replay code. */
export function resumePlay(content: Content, text: string): Outcome {
  const code = text.trim();
  const name = code.length > MAX_CODE ? null : levelOfCode(code);
  if (name === null) return { ok: false, trouble: { reason: 'not-a-code' } };
  const level = content.levels.get(name as LevelId);
  if (level === undefined) return { ok: false, trouble: { reason: 'unknown-level', name } };
  const decoded = decodeLog(code, level.deck);
  if (!decoded.ok) return { ok: false, trouble: { reason: decoded.problem } };
  return replayLog(content, level, decoded.log);
}

/** Plays a log again, unless it tells of other rules or other content. */
export function replayLog(content: Content, level: Level, { header, choices }: CampaignLog): Outcome {
  if (header.rules !== RULES_HASH) return { ok: false, trouble: { reason: 'other-rules' } };
  let rival: Rival | null = null;
  if (header.rival !== null) {
    rival = content.library.rivals.find(({ id }) => id === header.rival) ?? null;
    if (rival === null) return { ok: false, trouble: { reason: 'unknown-rival', name: header.rival } };
  }
  const world = prepare(level, content.library, { rival, changed: header.assumptions });
  if (header.content !== world.content) return { ok: false, trouble: { reason: 'other-content' } };
  return choose(opened(world, { header, choices: [] }), choices);
}

function opened(world: World, log: CampaignLog): Playthrough {
  const state = begin(world, log.header.seed);
  return { world, log, state, openings: [state], turns: [] };
}

/** Makes choices one after another; a refused one changes nothing. */
export function choose(play: Playthrough, choices: readonly Choice[]): Outcome {
  let { state } = play;
  const openings = [...play.openings];
  const turns = [...play.turns];
  for (const choice of choices) {
    const applied = apply(play.world, state, choice);
    if (!applied.ok) return { ok: false, trouble: { reason: 'refused', refusal: applied.refusal, detail: applied.detail } };
    state = applied.state;
    if (choice.kind === 'decide') {
      openings.push(state);
      turns.push(applied.events);
    }
  }
  return { ok: true, play: { world: play.world, log: { ...play.log, choices: [...play.log.choices, ...choices] }, state, openings, turns } };
}

/** What a turn's choices are: a belief that has not moved is the one stated last. */
export function choicesOf({ state }: Playthrough, belief: number, event: number | null, cards: readonly CardId[]): Choice[] {
  const decide: Choice = { kind: 'decide', cards: [...cards] };
  if (event !== null) return [{ kind: 'forecast', belief, event }, decide];
  return belief === state.belief ? [decide] : [{ kind: 'forecast', belief }, decide];
}

export function codeOf({ log, world }: Playthrough): string {
  return encodeLog(log, world.level.deck);
}
