// The class plays a campaign: each turn its forecasts, its vote on cards, and what came of both. The rules are those of the campaign played alone.

import { apply, begin } from '../rules/apply.ts';
import { type CampaignLog, decodeLog, type Fold, opened, openLog, replay } from '../rules/campaign.ts';
import { isInUse } from '../rules/desk.ts';
import { askedNow } from '../rules/forecast.ts';
import { prepare } from '../rules/prepare.ts';
import type { CardId, Choice, World } from '../rules/types.ts';
import { type Decision, decisionBy } from './decision.ts';
import type { Ballot, ClientId, Game, SeatId, SessionState, SessionTime } from './types.ts';

export interface GivenForecast {
  id: ClientId;
  /** Per mille. */
  belief: number;
  /** Per mille; null where no event is asked for, or none was stated. */
  event: number | null;
  at: SessionTime;
}

export interface GivenVote {
  id: ClientId;
  /** Two at most; none: hold. */
  cards: readonly CardId[];
  at: SessionTime;
}

/** How often each card in hand was voted for, in the order of the hand; and how often to hold. */
export interface VoteTally {
  votes: number;
  cards: readonly { card: CardId; votes: number }[];
  hold: number;
}

/** `voted`: the vote is counted, and the teacher may still overrule it. `world`: the quarter has passed. */
export type TurnStage = 'predict' | 'vote' | 'voted' | 'world';

export interface ClassTurn {
  /** 0-based, as in the campaign. */
  index: number;
  stage: TurnStage;
  /** Null where the level does not ask for a belief yet. */
  forecasts: Ballot<GivenForecast> | null;
  /** None before it is opened; two after a discussion. */
  votes: readonly Ballot<GivenVote>[];
  /** Once the vote is closed. */
  decision: Decision | null;
  /** Cards of the teacher's own choice. */
  overruledBy: readonly CardId[] | null;
}

export interface ClassPlay {
  world: World;
  log: CampaignLog;
  fold: Fold;
  turns: readonly ClassTurn[];
  /** The turn before whose desk a checkpoint waits for its question, or whose question is on. */
  checkpoint: { turn: number; stands: 'waits' | 'asked' } | null;
  /** Quarters held at the end, since the lesson was over. */
  held: number;
}

type OpenTurn = { -readonly [Key in keyof ClassTurn]: ClassTurn[Key] } & { forecasts: OpenBallot<GivenForecast> | null; votes: OpenBallot<GivenVote>[] };
export type OpenBallot<Slip> = { -readonly [Key in keyof Ballot<Slip>]: Ballot<Slip>[Key] } & { answers: Map<SeatId, Slip>; late: Set<SeatId> };
export type FoldingPlay = { -readonly [Key in keyof ClassPlay]: ClassPlay[Key] } & { turns: OpenTurn[] };

/** Bands in which hands are counted for a belief, with the middle of each, per mille. */
export const BANDS = { b1: 100, b2: 300, b3: 500, b4: 700, b5: 900 } as const;

export function openPlay({ level, library }: Game, seed: number): ClassPlay {
  const world = prepare(level, library);
  return { world, log: openLog(world, seed), fold: opened(begin(world, seed)), turns: [], checkpoint: null, held: 0 };
}

// ---------------------------------------------------------------- looking

export const currentTurn = ({ turns }: ClassPlay): ClassTurn | null => turns.at(-1) ?? null;

/** What is open: forecasts, the vote, or nothing. */
export function openBallotOf({ stage, forecasts, votes }: ClassTurn): Ballot<GivenForecast> | Ballot<GivenVote> | null {
  return stage === 'predict' ? forecasts : stage === 'vote' ? (votes.at(-1) ?? null) : null;
}

/** Slips of seats that were not removed. */
export function standing<Slip>({ seats }: Pick<SessionState, 'seats'>, { answers }: Ballot<Slip>): Slip[] {
  return [...answers].flatMap(([id, slip]) => (seats.get(id)?.removed === false ? [slip] : []));
}

/** Beliefs of the class, per mille, in rising order; hands of those without a device stand at the middle of their band. */
export function beliefsIn(state: Pick<SessionState, 'seats'>, { forecasts }: ClassTurn): number[] {
  if (forecasts === null) return [];
  const { hands } = forecasts;
  const raised = Object.entries(BANDS).flatMap(([band, middle]) => Array.from({ length: hands?.[band] ?? 0 }, () => middle));
  const stated = [...standing(state, forecasts).map(({ belief }) => belief), ...raised];
  return stated.sort((one, other) => one - other);
}

/** To the nearest whole; null without any. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.floor(values.reduce((sum, value) => sum + value, 0) / values.length + 0.5);
}

/** What lay in hand in a turn. */
export function handOf({ fold }: Pick<ClassPlay, 'fold'>, { index }: Pick<ClassTurn, 'index'>): readonly CardId[] {
  return fold.openings[index]?.desk?.hand ?? [];
}

/** Slips, and hands of those without a device: who raises a hand for two cards counts twice among the votes. */
export function tallyOfVotes(state: Pick<SessionState, 'seats'>, hand: readonly CardId[], ballot: Ballot<GivenVote>): VoteTally {
  const slips = standing(state, ballot).map(({ cards }) => cards);
  const { hands } = ballot;
  return {
    votes: slips.length + sumOf(hands),
    cards: hand.map((card) => ({ card, votes: slips.filter((cards) => cards.includes(card)).length + (hands?.[card] ?? 0) })),
    hold: slips.filter((cards) => cards.length === 0).length + (hands?.hold ?? 0),
  };
}

export function sumOf(hands: Readonly<Record<string, number>> | null): number {
  return Object.values(hands ?? {}).reduce((sum, count) => sum + count, 0);
}

/** Whether these cards could be played now, all together. */
export function isPlayable({ world, fold }: ClassPlay, cards: readonly CardId[]): boolean {
  return apply(world, fold.state, { kind: 'decide', cards: [...cards] }).ok;
}

/** The session's own campaign, played alone to its end, from its replay code; null where the code is of another, or not at its end. */
export function playedAlone({ world, log }: ClassPlay, code: string): Fold | null {
  const decoded = decodeLog(code, world.level.deck);
  if (!decoded.ok) return null;
  const { header, choices } = decoded.log;
  if (header.level !== log.header.level || header.seed !== log.header.seed || header.rival !== null || Object.keys(header.assumptions).length > 0) return null;
  const told = replay(world, { header: log.header, choices });
  return told.ok && told.state.phase === 'over' ? told : null;
}

// ---------------------------------------------------------------- what changes it

/** The next turn of the campaign, or its checkpoint first. @param seconds for forecasts and for a vote; null: until closed */
export function beginTurn(play: FoldingPlay, time: SessionTime, seconds: number | null): void {
  const { state } = play.fold;
  const waits = !state.answered && play.world.level.checkpoints.some(({ turn }) => turn === state.turn);
  if (waits && play.checkpoint?.turn !== state.turn) {
    play.checkpoint = { turn: state.turn, stands: 'waits' };
    return;
  }
  play.checkpoint = null;
  const asksBelief = isInUse(play.world.level, 'belief', state.turn);
  const turn: OpenTurn = {
    index: state.turn,
    stage: asksBelief ? 'predict' : 'vote',
    forecasts: asksBelief ? freshBallot(time, seconds) : null,
    votes: asksBelief ? [] : [freshBallot(time, seconds)],
    decision: null,
    overruledBy: null,
  };
  play.turns.push(turn);
}

export function freshBallot<Slip>(time: SessionTime, seconds: number | null): OpenBallot<Slip> {
  return { openedAt: time, deadline: seconds === null ? null : time + 1000 * seconds, closedAt: null, answers: new Map(), late: new Set(), hands: null };
}

/** Closes what is open; a vote is counted. */
export function closeOpen(state: Pick<SessionState, 'seats'>, play: FoldingPlay, time: SessionTime): void {
  const turn = play.turns.at(-1);
  if (turn === undefined) return;
  const open = turn.stage === 'predict' ? turn.forecasts : turn.stage === 'vote' ? turn.votes.at(-1) : null;
  if (open === null || open === undefined) return;
  open.closedAt ??= time;
  if (turn.stage !== 'vote') return;
  turn.stage = 'voted';
  turn.decision = decisionBy(play.world, play.fold.state, tallyOfVotes(state, handOf(play, turn), turn.votes.at(-1) as Ballot<GivenVote>));
}

/** The forecast of the class and the cards that are played: the quarter passes. */
export function act(state: Pick<SessionState, 'seats'>, play: FoldingPlay): void {
  const turn = play.turns.at(-1) as OpenTurn;
  const belief = meanOf(beliefsIn(state, turn));
  const asked = askedNow(play.world, play.fold.state);
  const event = asked === null || turn.forecasts === null ? null : meanOf(standing(state, turn.forecasts).flatMap(({ event: stated }) => stated ?? []));
  if (belief !== null) choose(play, event === null ? { kind: 'forecast', belief } : { kind: 'forecast', belief, event });
  choose(play, { kind: 'decide', cards: [...(turn.overruledBy ?? turn.decision?.cards ?? [])] });
  turn.stage = 'world';
}

/** What a checkpoint earned: at least half of those who answered had it right. */
export function settleCheckpoint(play: FoldingPlay, item: string, earned: boolean): void {
  choose(play, { kind: 'answer', item, response: null, earned });
}

/** Straight to the debrief: the quarters left are held, so that the story has an end. */
export function holdTheRest(play: FoldingPlay): void {
  play.checkpoint = null;
  while (play.fold.state.phase !== 'over') {
    choose(play, { kind: 'decide', cards: [] });
    play.held++;
  }
}

/** @throws where the rules refuse: it was looked at before */
function choose(play: FoldingPlay, choice: Choice): void {
  const { world, fold } = play;
  const applied = apply(world, fold.state, choice);
  if (!applied.ok) throw new Error(`The rules refuse ${choice.kind}: ${applied.refusal}`);
  const passed = choice.kind === 'decide';
  play.fold = { state: applied.state, openings: passed ? [...fold.openings, applied.state] : fold.openings, turns: passed ? [...fold.turns, applied.events] : fold.turns };
  play.log = { ...play.log, choices: [...play.log.choices, choice] };
}
