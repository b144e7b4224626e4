// A campaign as a log: a header and the choices made, folded by `apply`. Saves, replay codes and counterfactuals rest on it.

import { apply, begin } from './apply.ts';
import { ASSUMPTION_IDS, ASSUMPTIONS, type AssumptionId } from './assumptions.ts';
import { balanceOf } from './endings.ts';
import { hashText, hashValue } from './hash.ts';
import type { CardId, Choice, Event, LevelId, Refusal, RivalId, State, World } from './types.ts';
import { RULES_HASH } from './version.ts';

export interface CampaignHeader {
  format: 'counterweight-log';
  kind: 'campaign';
  /** Hash of the rules' source. */
  rules: string;
  /** Hash of the content that the rules read. */
  content: string;
  seed: number;
  level: LevelId;
  assumptions: Partial<Record<AssumptionId, number>>;
  rival: RivalId | null;
}

export interface CampaignLog {
  header: CampaignHeader;
  choices: readonly Choice[];
}

export function openLog(world: World, seed: number): CampaignLog {
  return {
    header: {
      format: 'counterweight-log',
      kind: 'campaign',
      rules: RULES_HASH,
      content: world.content,
      seed,
      level: world.level.id,
      assumptions: world.changed,
      rival: world.rival,
    },
    choices: [],
  };
}

export interface Fold {
  state: State;
  /** The state at the start of each turn begun, the last one over included. */
  openings: readonly State[];
  /** What each finished turn brought. */
  turns: readonly (readonly Event[])[];
}

export type Replay =
  | ({ ok: true } & Fold)
  | { ok: false; reason: 'other-rules' | 'other-content' }
  | { ok: false; reason: 'refused'; at: number; refusal: Refusal; detail: string };

/** Folds a log from its beginning. Logs of other rules or other content are not replayed: they would tell another story. */
export function replay(world: World, { header, choices }: CampaignLog): Replay {
  if (header.rules !== RULES_HASH) return { ok: false, reason: 'other-rules' };
  if (header.content !== world.content) return { ok: false, reason: 'other-content' };
  return goOn(world, opened(begin(world, header.seed)), choices);
}

export function opened(state: State): Fold {
  return { state, openings: [state], turns: [] };
}

/** Folds further choices; when one is refused, none is made. */
export function goOn(world: World, fold: Fold, choices: readonly Choice[]): Replay {
  let { state } = fold;
  const openings = [...fold.openings];
  const turns = [...fold.turns];
  for (const [at, choice] of choices.entries()) {
    const applied = apply(world, state, choice);
    if (!applied.ok) return { ok: false, reason: 'refused', at, refusal: applied.refusal, detail: applied.detail };
    state = applied.state;
    if (choice.kind !== 'decide') continue;
    openings.push(state);
    turns.push(applied.events);
  }
  return { ok: true, state, openings, turns };
}

/** The hash by which two programs agree that they reached the same state. */
export function stateHash(state: State): string {
  return hashValue(state);
}

/** The cards of each turn, from a log's choices. */
export function decisionsOf(choices: readonly Choice[]): CardId[][] {
  return choices.flatMap((choice) => (choice.kind === 'decide' ? [choice.cards] : []));
}

/**
 * Plays decisions in a bare campaign to the end. What cannot be played, since luck differs, is held.
 * @param world must have an open hand, or cards not dealt under this seed are held too
 */
export function playOut(world: World, from: State, decisions: readonly (readonly CardId[])[]): State {
  let state = from;
  while (state.phase !== 'over') {
    const planned = decisions[state.turn] ?? [];
    state = playable(world, state, planned) ?? playable(world, state, planned.slice(0, 1)) ?? (playable(world, state, []) as State);
  }
  return state;
}

function playable(world: World, state: State, cards: readonly CardId[]): State | null {
  const applied = apply(world, state, { kind: 'decide', cards: [...cards] });
  return applied.ok ? applied.state : null;
}

/** The balance that holding every turn would have reached on the same seed, tenths. */
export function holdBalance(world: World, seed: number): number {
  return balanceOf(playOut(world, begin(world, seed, 'bare'), []));
}

/** What the choices were worth: the balance less that of holding on the same seed, tenths. */
export function scoreOf(world: World, over: State): number {
  return balanceOf(over) - holdBalance(world, over.seed);
}

// ---------------------------------------------------------------- replay codes

const CODE_PREFIX = 'CW1';

export type CodeProblem = 'not-a-code' | 'damaged' | 'unknown-card-number';
export type Decoded = { ok: true; log: CampaignLog } | { ok: false; problem: CodeProblem };

/**
 * A log as a short text of letters, digits, dots and dashes: level, seed, hashes, what was changed, choices, checksum.
 * Cards are numbered by the level's deck.
 */
export function encodeLog(log: CampaignLog, deck: readonly CardId[]): string {
  const { header } = log;
  const changed = ASSUMPTION_IDS.flatMap((id, i) => (header.assumptions[id] === undefined ? [] : [`${i}-${header.assumptions[id]}`]));
  const parts = [
    CODE_PREFIX,
    header.level,
    header.seed.toString(36),
    header.rules,
    header.content,
    header.rival ?? '',
    changed.join('_'),
    log.choices.map((choice) => encodeChoice(choice, deck)).join(''),
  ];
  const body = parts.join('.');
  return `${body}.${hashText(body).slice(0, 8)}`;
}

function encodeChoice(choice: Choice, deck: readonly CardId[]): string {
  switch (choice.kind) {
    case 'decide':
      return `d${choice.cards.map((card) => deck.indexOf(card)).join('-')}`;
    case 'forecast':
      return `f${choice.belief}${choice.event === undefined ? '' : `-${choice.event}`}`;
    case 'answer':
      return choice.earned ? 'a1' : 'a0';
  }
}

/** The level's name in a code, so that the caller can find its deck; null when it is no code at all. */
export function levelOfCode(code: string): string | null {
  const parts = code.trim().split('.');
  return parts[0] === CODE_PREFIX && parts.length === 9 ? (parts[1] as string) : null;
}

/** Reads a replay code. The quiz items behind answers are not in it: only whether they earned insight. */
export function decodeLog(text: string, deck: readonly CardId[]): Decoded {
  const code = text.trim();
  const parts = code.split('.');
  if (levelOfCode(code) === null) return { ok: false, problem: 'not-a-code' };
  const [, level, seed, rules, content, rival, changed, choices, checksum] = parts as [string, string, string, string, string, string, string, string, string];
  if (hashText(parts.slice(0, -1).join('.')).slice(0, 8) !== checksum) return { ok: false, problem: 'damaged' };
  const decoded = [...choices.matchAll(/([adf])([0-9-]*)/g)].map(([, kind, rest]) => decodeChoice(kind as string, rest as string, deck));
  if (decoded.some((choice) => choice === null)) return { ok: false, problem: 'unknown-card-number' };
  const header: CampaignHeader = {
    format: 'counterweight-log',
    kind: 'campaign',
    rules,
    content,
    seed: Number.parseInt(seed, 36) >>> 0,
    level: level as LevelId,
    assumptions: decodeAssumptions(changed),
    rival: rival === '' ? null : (rival as RivalId),
  };
  const log: CampaignLog = { header, choices: decoded as Choice[] };
  return encodeLog(log, deck) === code ? { ok: true, log } : { ok: false, problem: 'damaged' };
}

function decodeAssumptions(text: string): CampaignHeader['assumptions'] {
  const changed: CampaignHeader['assumptions'] = {};
  for (const pair of text.split('_').filter((part) => part !== '')) {
    const [index, value] = pair.split('-').map(Number) as [number, number];
    const id = ASSUMPTION_IDS[index];
    if (id !== undefined && value >= ASSUMPTIONS[id].min && value <= ASSUMPTIONS[id].max) changed[id] = value;
  }
  return changed;
}

function decodeChoice(kind: string, rest: string, deck: readonly CardId[]): Choice | null {
  const numbers = rest === '' ? [] : rest.split('-').map(Number);
  switch (kind) {
    case 'd': {
      const cards = numbers.map((number) => deck[number]);
      return cards.includes(undefined) ? null : { kind: 'decide', cards: cards as CardId[] };
    }
    case 'f':
      return numbers[1] === undefined ? { kind: 'forecast', belief: numbers[0] ?? 0 } : { kind: 'forecast', belief: numbers[0] ?? 0, event: numbers[1] };
    default:
      return { kind: 'answer', item: '', response: null, earned: rest === '1' };
  }
}
