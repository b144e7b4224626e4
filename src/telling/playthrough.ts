// A campaign being played or looked back on: its log, folded, with the state before each turn and what each turn brought.

import type { Content } from '../content/crossref.ts';
import type { Carried } from '../content/saveSchema.ts';
import { begin } from '../rules/apply.ts';
import { type CampaignLog, decodeLog, encodeLog, type Fold, goOn, levelOfCode, opened, openLog, type Replay, replay } from '../rules/campaign.ts';
import { prepare } from '../rules/prepare.ts';
import type { CardId, Choice, Level, LevelId, Refusal, Rival, RivalId, World } from '../rules/types.ts';

export interface Playthrough extends Fold {
  world: World;
  /** All choices, under the header with which the campaign began. */
  log: CampaignLog;
  /** Set where the campaign went on under other rules or content: `openings` and `turns` begin there, and its code is not replayed. */
  carried: Carried | null;
}

export type Trouble =
  | { reason: 'not-a-code' | 'damaged' | 'unknown-card-number' | 'other-rules' | 'other-content' }
  | { reason: 'unknown-level' | 'unknown-rival'; name: string }
  | { reason: 'refused'; refusal: Refusal; detail: string };
export type Outcome = { ok: true; play: Playthrough } | { ok: false; trouble: Trouble };

/** Largest code that is read: the longest level with every assumption changed stays far below. */
const MAX_CODE = 4000;

export function startPlay(content: Content, name: string, seed: number): Outcome {
  const level = content.levels.get(name as LevelId);
  if (level === undefined) return { ok: false, trouble: { reason: 'unknown-level', name } };
  const world = prepare(level, content.library);
  return { ok: true, play: { world, log: openLog(world, seed), carried: null, ...opened(begin(world, seed)) } };
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

/** @returns null where none is named; undefined where there is none of that name */
export function rivalNamed({ library }: Content, name: RivalId | null): Rival | null | undefined {
  return name === null ? null : library.rivals.find(({ id }) => id === name);
}

/** Plays a log again, unless it tells of other rules or other content. */
export function replayLog(content: Content, level: Level, log: CampaignLog): Outcome {
  const rival = rivalNamed(content, log.header.rival);
  if (rival === undefined) return { ok: false, trouble: { reason: 'unknown-rival', name: log.header.rival ?? '' } };
  const world = prepare(level, content.library, { rival, changed: log.header.assumptions });
  return outcomeOf(world, log, null, replay(world, log));
}

/** Makes choices one after another; a refused one changes nothing. */
export function choose(play: Playthrough, choices: readonly Choice[]): Outcome {
  return outcomeOf(play.world, { ...play.log, choices: [...play.log.choices, ...choices] }, play.carried, goOn(play.world, play, choices));
}

function outcomeOf(world: World, log: CampaignLog, carried: Carried | null, folded: Replay): Outcome {
  if (!folded.ok) return { ok: false, trouble: folded };
  const { state, openings, turns } = folded;
  return { ok: true, play: { world, log, carried, state, openings, turns } };
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

/** The code of the same campaign as it stood when a turn began, what was answered at its checkpoint included. @param turn 0-based; the number of finished turns gives the whole so far */
export function rewoundCode({ log, world }: Playthrough, turn: number): string {
  const ends = log.choices.flatMap(({ kind }, at) => (kind === 'decide' ? [at + 1] : []));
  const end = turn === 0 ? 0 : (ends[turn - 1] ?? log.choices.length);
  const kept = log.choices[end]?.kind === 'answer' ? end + 1 : end;
  return encodeLog({ ...log, choices: log.choices.slice(0, kept) }, world.level.deck);
}
