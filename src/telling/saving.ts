// A campaign as it is saved, and how it goes on from a save: by its log where the rules are the same, from its latest state where they are not.

import type { Content } from '../content/crossref.ts';
import type { Carried, Save } from '../content/saveSchema.ts';
import { ASSUMPTIONS, type AssumptionId } from '../rules/assumptions.ts';
import { type CampaignHeader, goOn, opened, stateHash } from '../rules/campaign.ts';
import { canonical } from '../rules/hash.ts';
import { prepare } from '../rules/prepare.ts';
import type { Choice, Desk, State, World } from '../rules/types.ts';
import { RULES_HASH } from '../rules/version.ts';
import { isIdle } from './digest.ts';
import { type Outcome, type Playthrough, replayLog, rivalNamed, type Trouble } from './playthrough.ts';

/** Why a save cannot be gone on from. */
export type SaveTrouble = Trouble | { reason: 'damaged-save' | 'newer-save' | 'foreign-save' | 'huge-save' | 'no-such-save' };
export type Resumed = Extract<Outcome, { ok: true }> | { ok: false; trouble: SaveTrouble };

/** @param savedAt an ISO date and time in UTC */
export function saveOf({ log, carried, state }: Playthrough, { savedAt, name, practice }: Pick<Save, 'savedAt' | 'name' | 'practice'>): Save {
  return { savedAt, name, practice, log, carried, state };
}

/** Choices as a text that begins with the text of the choices before it. */
export function lineOf(choices: readonly Choice[]): string {
  return choices.map((choice) => `${canonical(choice)}\n`).join('');
}

export function resumeSave(content: Content, save: Save): Resumed {
  const { header, choices } = save.log;
  const level = content.levels.get(header.level);
  if (level === undefined) return { ok: false, trouble: { reason: 'unknown-level', name: header.level } };
  const rival = rivalNamed(content, header.rival);
  if (rival === undefined) return { ok: false, trouble: { reason: 'unknown-rival', name: header.rival ?? '' } };
  const world = prepare(level, content.library, { rival, changed: ofToday(header.assumptions) });
  const saved = save.carried ?? header;
  if (saved.rules !== RULES_HASH || saved.content !== world.content) {
    const state = fitted(world, save.state);
    const carried: Carried = { rules: RULES_HASH, content: world.content, choices: choices.length, state };
    return { ok: true, play: { world, log: save.log, carried, ...opened(state) } };
  }
  const resumed = save.carried === null ? replayLog(content, level, save.log) : goOnFrom(world, save, save.carried);
  if (!resumed.ok || stateHash(resumed.play.state) !== stateHash(save.state)) return { ok: false, trouble: { reason: 'damaged-save' } };
  return resumed;
}

/** Its checksum may be forged: a state that this world cannot be in is refused before the rules meet it. */
function goOnFrom(world: World, { log }: Save, carried: Carried): Resumed {
  if (canonical(fitted(world, carried.state)) !== canonical(carried.state)) return { ok: false, trouble: { reason: 'damaged-save' } };
  const folded = goOn(world, opened(carried.state), log.choices.slice(carried.choices));
  if (!folded.ok) return { ok: false, trouble: folded };
  const { state, openings, turns } = folded;
  return { ok: true, play: { world, log, carried, state, openings, turns } };
}

/** Assumptions that this version has, inside its bounds. */
function ofToday(assumptions: CampaignHeader['assumptions']): CampaignHeader['assumptions'] {
  const kept: CampaignHeader['assumptions'] = {};
  for (const [name, value] of Object.entries(assumptions)) {
    if (!Object.hasOwn(ASSUMPTIONS, name)) continue;
    const { min, max } = ASSUMPTIONS[name as AssumptionId];
    kept[name as AssumptionId] = Math.max(min, Math.min(max, value));
  }
  return kept;
}

/** A state of other rules or content without what this world does not have; past the level's last turn it is over. */
function fitted(world: World, state: State): State {
  const { turns } = world.level;
  const over = state.phase === 'over' || state.turn >= turns;
  return {
    ...state,
    phase: over ? 'over' : 'desk',
    turn: over ? turns : state.turn,
    capital: Math.min(state.capital, world.a.capitalLimit),
    pending: state.pending.filter(({ card }) => world.cardById.has(card)),
    closed: state.closed.filter(({ card }) => world.cardById.has(card)),
    forecasts: state.forecasts.map((stated) => (stated.event === undefined ? stated : { ...stated, event: { ...stated.event, byTurn: Math.min(turns, stated.event.byTurn) } })),
    desk: over || state.desk === null ? null : fittedDesk(world, state.desk),
  };
}

function fittedDesk(world: World, desk: Desk): Desk {
  const known = ({ actor, move }: Desk['quiet'][number]) => world.moveById.get(move)?.actor === actor;
  const telegraph = desk.telegraph !== null && known(desk.telegraph) ? desk.telegraph : null;
  const idle = telegraph !== null && isIdle(world, telegraph.move) ? [{ actor: telegraph.actor, move: telegraph.move }] : [];
  return {
    ...desk,
    hand: desk.hand.filter((card) => world.cardById.has(card)),
    reports: desk.reports.filter(({ topic, reading }) => world.topics.some(({ id, readings }) => id === topic && readings.some((known) => known.id === reading))),
    telegraph: idle.length > 0 ? null : telegraph,
    quiet: [...desk.quiet.filter((seen) => known(seen) && isIdle(world, seen.move)), ...idle],
  };
}
