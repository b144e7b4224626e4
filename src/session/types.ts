// The nouns of a live session: its log, what folding it gives, and what each role may see. No clock, no network, no names of people.

import type { Asked } from '../quiz/asked.ts';
import type { Calibration } from '../quiz/calibration.ts';
import type { Confidence, ItemId, MisconceptionId, Question, Response } from '../quiz/types.ts';
import type { CampaignLog } from '../rules/campaign.ts';
import type { Library } from '../rules/prepare.ts';
import type { CardId, ClaimId, EndingId, Level, LevelId, ReadingId, State, TopicId } from '../rules/types.ts';
import type { ClassPlay, GivenForecast, GivenVote, VoteTally } from './turns.ts';

declare const brand: unique symbol;
type Brand<Name extends string> = string & { readonly [brand]: Name };
/** `s1`, `s2` … in the order of joining; never used again, even after removal. */
export type SeatId = Brand<'SeatId'>;
/** Made by a client, 32 hexadecimal digits: the same id always gets the same acknowledgement. */
export type ClientId = Brand<'ClientId'>;
/** SHA-256 of a seat's token, in hexadecimal. The token itself is in no log. */
export type TokenHash = Brand<'TokenHash'>;

// ---------------------------------------------------------------- the log

/** A belief that wrong answers show, in words, with the paragraphs of the article that answer it. */
export interface NamedMisconception {
  id: MisconceptionId;
  name: string;
  /** 1 … 8; none where the quiz is not about the article. */
  paragraphs: readonly number[];
}

export interface NamedClaim {
  id: ClaimId;
  text: string;
  paragraphs: readonly number[];
}

export interface NamedFact {
  /** The date in words. */
  when: string;
  text: string;
  /** Whether it was checked; else it is reported. */
  checked: boolean;
}

/** All that a session asks, with its words: a session needs no content but its own log. */
export interface SessionQuiz {
  title: string;
  /** Of the words, such as `en`. */
  language: string;
  /** In the order in which they are asked; twins stand apart. 1 … 60; of a class's campaign those of its checkpoints, as they come up. */
  questions: readonly Question[];
  /** Twins of `questions`, asked after a discussion. */
  twins: readonly Question[];
  misconceptions: readonly NamedMisconception[];
  claims: readonly NamedClaim[];
  /** Dated facts that items rest on, by id. */
  facts: Readonly<Record<string, NamedFact>>;
}

/** `each`: a device for everybody. `groups`: one for a handful. `none`: hands up, counted by the teacher. */
export const DEVICES = ['each', 'groups', 'none'] as const;
export type Devices = (typeof DEVICES)[number];
export const LEADERBOARDS = ['off', 'teams', 'on'] as const;
export type Leaderboard = (typeof LEADERBOARDS)[number];

export interface Settings {
  devices: Devices;
  /** Whether students may write a name of their own. */
  ownNames: boolean;
  leaderboard: Leaderboard;
  /** Teams that seats are dealt to in turn: 0 (none) or 2 … 8. */
  teams: number;
  /** Whether an earlier right answer scores more. */
  speed: boolean;
  /** Seconds a question is open: 10 … 600; null: until it is closed. */
  seconds: number | null;
  /** Minutes of the lesson, for the timetable: 5 … 120. */
  minutes: number;
}

/** The campaign that a class plays, with all that its rules read: a session needs no content but its own log. */
export interface Game {
  level: Level;
  library: Library;
}

export interface SessionHeader {
  format: 1;
  kind: 'quiz' | 'class';
  /** Hashes, as in a campaign's header. */
  rules: string;
  content: string;
  /** Unsigned 32 bits: decides the order in which options are shown, and the luck of a campaign. */
  seed: number;
  quiz: SessionQuiz;
  /** Of a class's campaign. */
  game?: Game;
  settings: Settings;
}

/** What the host does. Those with `round` are refused once another round is on, so that two devices do not skip twice. */
export type Command =
  /** From the lobby to the first round. */
  | { type: 'start' }
  | { type: 'pause' }
  | { type: 'resume' }
  /** Seconds more for the open ballot: 5 … 600. */
  | { type: 'extend'; round: number; seconds: number }
  /** Ends the open ballot before its time. */
  | { type: 'close'; round: number }
  /** After the first ballot: neighbours talk it over. */
  | { type: 'discuss'; round: number }
  /** After the discussion: the same question again. */
  | { type: 'revote'; round: number }
  | { type: 'reveal'; round: number }
  /** Leaves the round unmarked and goes on to the next. */
  | { type: 'skip'; round: number }
  /** After the reveal: the next question, or the end of questions. `twin`: the twin of this round's question comes first. */
  | { type: 'next'; round: number; twin: boolean }
  /** Straight to the debrief. */
  | { type: 'wrapUp' }
  /** From the lobby: the campaign is played at home, each alone. */
  | { type: 'assign' }
  /** For good. */
  | { type: 'end' }
  | { type: 'lock'; locked: boolean }
  | { type: 'remove'; seat: SeatId }
  | { type: 'leaderboard'; shown: Leaderboard }
  | { type: 'allowOwnNames'; allowed: boolean }
  /** Extra time of one seat, per cent of the time of a question: 0 … 200. */
  | { type: 'extraTime'; seat: SeatId; percent: number }
  /** Hands counted for each option as shown, or by how many got it (`right`, `wrong`) for other kinds; each 0 … 500. Replaces an earlier count of the ballot. */
  | { type: 'count'; round: number; hands: Readonly<Record<string, number>> }
  | TurnCommand;

/** What the host does in a class's campaign. All are refused once another turn is on. */
export type TurnCommand =
  /** From the forecasts to the vote. */
  | { type: 'openVote'; turn: number }
  | { type: 'closeVote'; turn: number }
  /** After a discussion: the same cards again. The last vote counts. */
  | { type: 'voteAgain'; turn: number }
  /** Other cards than the class voted for; once a session. */
  | { type: 'overrule'; turn: number; cards: readonly CardId[] }
  /** The quarter passes. */
  | { type: 'act'; turn: number }
  /** From the world to the next turn, by way of a checkpoint where one waits, or to the debrief. */
  | { type: 'goOn'; turn: number }
  /** Seconds more for what is open: 5 … 600. */
  | { type: 'moreTime'; turn: number; seconds: number }
  /** Hands counted for each of `BANDS` of belief, each 0 … 500. */
  | { type: 'countForecasts'; turn: number; hands: Readonly<Record<string, number>> }
  /** Hands counted for each card in hand and for `hold`, each 0 … 500. */
  | { type: 'countVotes'; turn: number; hands: Readonly<Record<string, number>> };

/** A claim, the evidence for it and the reasoning that joins them, each of 1 … 600 characters. */
export interface Ticket {
  claim: string;
  evidence: string;
  reasoning: string;
}

export type Input =
  | { type: 'opened'; header: SessionHeader }
  /** Said by the server once an open ballot's last deadline, extra time included, is over. */
  | { type: 'timeUp'; round: number; ballot: number }
  /** A server took the session over: no time has passed for the session since the entry before. */
  | { type: 'resumedByServer' }
  | { type: 'joined'; token: TokenHash; members: number }
  /** `response` in the item's own ids. */
  | { type: 'answered'; seat: SeatId; id: ClientId; round: number; ballot: number; response: Response; confidence: Confidence }
  /** Per mille: how likely an alliance is, and the named event where one is asked for. */
  | { type: 'forecast'; seat: SeatId; id: ClientId; turn: number; belief: number; event: number | null }
  /** None: hold. */
  | { type: 'voted'; seat: SeatId; id: ClientId; turn: number; ballot: number; cards: readonly CardId[] }
  | { type: 'ticket'; seat: SeatId; id: ClientId; ticket: Ticket }
  /** The replay code of the session's campaign, played alone to its end. */
  | { type: 'homework'; seat: SeatId; id: ClientId; code: string }
  /** Said by the server once the time of forecasts or of a vote is over. */
  | { type: 'turnTimeUp'; turn: number; stage: 'predict' | 'vote'; ballot: number }
  /** Chosen by the server, once a checkpoint waits: its question, and what a session's quiz holds of it. Null: there is nothing to ask. */
  | { type: 'checkpoint'; turn: number; asks: Pick<SessionQuiz, 'questions' | 'twins' | 'misconceptions' | 'claims' | 'facts'> | null }
  | { type: 'commanded'; id: ClientId; command: Command };

export interface Entry {
  /** 0 for `opened`, then one more each. */
  seq: number;
  /** The server's time, milliseconds since 1970. May stand still or go back between servers, never within one. */
  at: number;
  input: Input;
}

// ---------------------------------------------------------------- the fold

/**
 * Milliseconds of the session's own clock: 0 at `opened`; it stands still while the session is paused or no server runs.
 * Deadlines are in this time, so that neither a pause nor a restart eats any.
 */
export type SessionTime = number;

export interface Seat {
  id: SeatId;
  token: TokenHash;
  /** How many sit at the device. */
  members: number;
  /** 0-based; null without teams. */
  team: number | null;
  extraPercent: number;
  joinedInRound: number;
  removed: boolean;
}

export interface Given {
  id: ClientId;
  response: Response;
  confidence: Confidence;
  at: SessionTime;
  seq: number;
}

/** Something put to the class once, such as a question. Another ballot follows a discussion. */
export interface Ballot<Slip = Given> {
  openedAt: SessionTime;
  /** For a seat without extra time; null: until closed. */
  deadline: SessionTime | null;
  closedAt: SessionTime | null;
  /** One a seat at most. */
  answers: ReadonlyMap<SeatId, Slip>;
  /** Of those whose time was over; they count for nothing. */
  late: ReadonlySet<SeatId>;
  /** Hands counted, by shown letter or `right` and `wrong`, by card, or by band of belief; null before. */
  hands: Readonly<Record<string, number>> | null;
}

export const STAGES = ['open', 'closed', 'discuss', 'revealed', 'skipped'] as const;
export type Stage = (typeof STAGES)[number];

export interface Round {
  /** 0-based place among the rounds played. */
  index: number;
  item: ItemId;
  /** The round whose question this one's is the twin of. */
  twinOfRound: number | null;
  stage: Stage;
  /** One, or two after a revote. `open` with two ballots is the revote. */
  ballots: readonly Ballot[];
}

/** `turn`: of a class's campaign; its checkpoints are rounds. `homework`: nothing is played together. */
export type Phase = 'lobby' | 'round' | 'turn' | 'homework' | 'wrapped' | 'ended';

/** What became of an answer or a command. */
export type Ack = { status: 'saved'; seq: number } | { status: 'late'; seq: number } | { status: 'refused'; reason: Refusal };

/** Why an input changes nothing. Refused inputs are not logged. */
export const REFUSALS = [
  'ended',
  'locked',
  'full',
  'not-now',
  'other-round',
  'closed',
  'answered-already',
  'no-response',
  'no-such-seat',
  'removed',
  'no-devices',
  'no-twin',
  'not-playable',
  'not-the-campaign',
  'overruled-already',
  'out-of-range',
] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface SessionState {
  header: SessionHeader;
  settings: Settings;
  phase: Phase;
  paused: boolean;
  locked: boolean;
  /** `at` of the last entry, and the session's time then. */
  clock: { at: number; time: SessionTime };
  seq: number;
  /** In the order of joining. */
  seats: ReadonlyMap<SeatId, Seat>;
  seatOf: ReadonlyMap<TokenHash, SeatId>;
  rounds: readonly Round[];
  /** Of a class's campaign. */
  play: ClassPlay | null;
  /** Exit tickets, the last of each seat. */
  tickets: ReadonlyMap<SeatId, Ticket>;
  /** Replay codes of campaigns played alone, the last of each seat. */
  homework: ReadonlyMap<SeatId, string>;
  /** By `ClientId` of the command, and by seat and `ClientId` of the answer (`${seat} ${id}`). */
  acks: ReadonlyMap<string, Ack>;
}

// ---------------------------------------------------------------- views

/** Names by seat, from outside the log; a seat without one is called by its number. */
export type Names = Pick<ReadonlyMap<SeatId, string>, 'get'>;

/**
 * Letters stand for options, steps, nodes and edges in all that leaves the server: `a`, `b` … by the place in which they are shown (`signs`: in the order of the file),
 * so that authored ids give nothing away before the reveal and nothing needs translating after it.
 */
export interface Revealed {
  /** The item and its words in letters. */
  question: Question;
  /** Of all that the item can show. */
  misconceptions: readonly NamedMisconception[];
  claim: NamedClaim | null;
  facts: readonly NamedFact[];
}

export interface Tally {
  /** Seats that answered, or hands counted. */
  answers: number;
  right: number;
  /** Per letter of an option how many chose it; of `order` and `signs` per letter how many had this step after its predecessor, or this edge's sign, right. */
  letters: Readonly<Record<string, number>>;
  /** How many were not, fairly, very sure; and of these how many right. Empty for hands. */
  confidence: readonly { answers: number; right: number }[];
}

export interface RoundView {
  index: number;
  /** 1-based number of the question among the planned ones, and how many there are; a twin has the number of its elder. */
  number: number;
  of: number;
  isTwin: boolean;
  stage: Stage;
  /** 0-based. */
  ballot: number;
  asked: Asked;
  /** Letters in the order shown; none for `signs`. */
  shown: readonly string[];
  /** Milliseconds left when the view was made; null without a limit or when not open. For a seat, with its extra time. */
  left: number | null;
  /** The whole time of this ballot, likewise. */
  whole: number | null;
  /** Seats that have answered this ballot, and those that could. */
  answered: number;
  expected: number;
  revealed: Revealed | null;
}

/** A turn of a class's campaign. */
export interface TurnView {
  /** 0-based, and how many there are. */
  index: number;
  of: number;
  stage: 'predict' | 'vote' | 'voted' | 'world';
  /** Whether the time of forecasts is over, before the vote is opened. */
  closed: boolean;
  /** 0-based: of the vote. */
  ballot: number;
  /** As in `RoundView`. */
  left: number | null;
  whole: number | null;
  /** Seats that have handed in what is open, and those that could. */
  answered: number;
  expected: number;
  /** What was voted, told once the vote is closed. */
  tally: VoteTally | null;
  /** Cards that are played, or will be: the class's, or the teacher's. Null before the vote is closed. */
  decided: readonly CardId[] | null;
  overruled: boolean;
}

export interface SeatTurn extends TurnView {
  level: LevelId;
  /** Without what is hidden, and without the seed. */
  state: State;
  /** 0-based place among `DESKS`; null where there are none. */
  desk: number | null;
  /** Intelligence of this desk alone. */
  own: { topic: TopicId; reading: ReadingId } | null;
  forecast: (Omit<GivenForecast, 'id' | 'at'> & { status: 'saved' }) | { status: 'late' } | null;
  vote: (Omit<GivenVote, 'id' | 'at'> & { status: 'saved' }) | { status: 'late' } | null;
}

export interface ScreenTurn extends TurnView {
  /** Of the class, told once the forecasts are closed, each per mille and in rising order; counted hands stand at the middle of their band. */
  beliefs: readonly number[] | null;
  /** Their mean; null without any. */
  belief: number | null;
}

export interface HostTurn extends ScreenTurn {
  /** Of what is open, too. */
  hands: Readonly<Record<string, number>> | null;
  mayOverrule: boolean;
}

interface CommonView {
  kind: SessionHeader['kind'];
  /** The session's `seq`: a view of a higher one is newer. */
  version: number;
  title: string;
  language: string;
  phase: Phase;
  paused: boolean;
  locked: boolean;
  devices: Devices;
  seats: number;
  /** Questions planned. */
  questions: number;
}

export interface Standing {
  name: string;
  /** Whole points, times ten: 25 is 2.5. */
  points: number;
  /** Equal points share a rank, 1-based. */
  rank: number;
}

export interface SeatRound extends RoundView {
  /** What the server holds of this seat's answer to this ballot, in letters. */
  yours: { response: Response; confidence: Confidence; status: 'saved' } | { status: 'late' } | null;
  /** The first ballot's answer, in letters, during and after a revote. */
  before: { response: Response; confidence: Confidence } | null;
  /** After the reveal: of the last ballot. */
  mark: { credit: number; right: boolean; misconceptions: readonly MisconceptionId[]; points: number } | null;
  /** After the reveal, per letter as in `Tally`; null before. */
  tally: Tally | null;
}

export interface SeatView extends CommonView {
  role: 'seat';
  seat: SeatId;
  name: string;
  /** 0-based. */
  team: number | null;
  members: number;
  extraPercent: number;
  round: SeatRound | null;
  turn: SeatTurn | null;
  /** Whether an exit ticket may be handed in, and what this seat's says. */
  ticket: { open: boolean; handedIn: Ticket | null };
  /** The campaign to be played alone, its seed included, once the class has played it or was given it; null before. `handedIn`: a replay code. */
  homework: { level: LevelId; seed: number; handedIn: string | null } | null;
  /** After a reveal, where the leaderboard is on. */
  standing: Standing | null;
  /** Once wrapped up: this seat's own summary. */
  summary: SeatSummary | null;
}

export interface SeatSummary {
  answered: number;
  right: number;
  /** Tenths of points. */
  points: number;
  /** Brier in thousandths; null without answers. */
  brier: number | null;
  /** Misconceptions shown, those believed most surely first. */
  misconceptions: readonly NamedMisconception[];
}

export interface ScreenView extends CommonView {
  role: 'screen';
  /** Names in the lobby, in the order of joining. */
  names: readonly string[];
  round:
    | (RoundView & {
        /** Of each ballot, told only once it is revealed. */
        tallies: readonly Tally[] | null;
      })
    | null;
  turn: ScreenTurn | null;
  /** Of a class's campaign, with its seed: for the teacher's own devices, whose pages fold it. */
  campaign: CampaignLog | null;
  leaderboard: Leaderboard;
  /** Ten at most, of seats or teams; null while off. A team's name is its number: the client words it. */
  standings: readonly Standing[] | null;
  /** Once wrapped up: what the class shall take home. */
  debrief: ClassDebrief | null;
}

export interface ClassDebrief {
  rounds: number;
  answers: number;
  /** Per mille. */
  right: number;
  /** Misconceptions by how many held them very surely, then by how many held them; five at most. */
  misconceptions: readonly { misconception: NamedMisconception; held: number; surely: number }[];
  gain: PairedGain | null;
  /** Of a class's campaign. */
  turns: readonly PlayedTurn[];
  /** Quarters at the end that were held, since the lesson was over. */
  held: number;
}

/** A turn as it went. */
export interface PlayedTurn {
  turn: number;
  /** Per mille, in rising order. */
  beliefs: readonly number[];
  tally: VoteTally;
  /** Played; and what the class would have played had its first choice not stood. */
  decided: readonly CardId[];
  voted: readonly CardId[];
  second: readonly CardId[];
  overruled: boolean;
}

export interface HostSeat {
  id: SeatId;
  name: string;
  members: number;
  team: number | null;
  extraPercent: number;
  present: boolean;
  answered: boolean;
  points: number;
}

/** Share right before and after the discussion among seats that answered both times, per mille. */
export interface PairedGain {
  seats: number;
  before: number;
  after: number;
  /** Of those wrong before, how many were right after, per mille; null if none were wrong. */
  won: number | null;
}

export interface HostRound extends RoundView {
  /** The first letters of what is right, for the host alone. */
  key: Response;
  tallies: readonly Tally[];
  gain: PairedGain | null;
  /** Misconceptions of the last ballot, confident-wrong first. */
  held: readonly { misconception: NamedMisconception; held: number; surely: number }[];
  /** Peer instruction is suggested at 35 … 70 % right of a first ballot. */
  suggests: 'discuss' | 'reveal' | null;
  hasTwin: boolean;
  hands: Readonly<Record<string, number>> | null;
}

/** A line of the timetable: what was planned, and where the lesson stands. Minutes from the start; tenths. */
export interface TimetableLine {
  number: number;
  /** Empty for a turn of a campaign, which is called by its number. */
  stem: string;
  plannedAt: number;
  /** Session time in tenths of minutes; null: not yet. */
  begunAt: number | null;
  state: 'past' | 'now' | 'ahead' | 'skipped';
}

export interface HostView extends CommonView {
  role: 'host';
  settings: Settings;
  hostSeats: readonly HostSeat[];
  round: HostRound | null;
  turn: HostTurn | null;
  /** As in `ScreenView`. */
  campaign: CampaignLog | null;
  /** Exit tickets and campaigns played alone that were handed in. */
  tickets: number;
  homework: number;
  /** Commands that would not be refused now. */
  can: readonly Command['type'][];
  standings: readonly Standing[];
  timetable: readonly TimetableLine[];
  /** Tenths of minutes of session time since the start; null in the lobby. */
  elapsed: number | null;
  debrief: ClassDebrief | null;
}

export type View = SeatView | ScreenView | HostView;

// ---------------------------------------------------------------- the report

/** Shares are per mille; `null` without answers. Of each round its last ballot counts, unless said otherwise; skipped rounds count nowhere. */
export interface Report {
  title: string;
  language: string;
  /** The server's times; null: not yet. */
  openedAt: number;
  endedAt: number | null;
  seats: number;
  claims: readonly { claim: NamedClaim; answers: number; right: number | null; surelyWrong: number }[];
  /** Confident-wrong first. */
  misconceptions: readonly { misconception: NamedMisconception; held: number; surely: number; answers: number; seats: readonly SeatId[] }[];
  items: readonly ReportItem[];
  students: readonly ReportStudent[];
  /** Over all rounds with two ballots, and of the twins asked after them. */
  gain: PairedGain | null;
  twins: { answers: number; right: number | null };
  calibration: Calibration;
  /** Of a class's campaign; null for a quiz. */
  played: { campaign: CampaignLog; turns: readonly PlayedTurn[]; held: number } | null;
  tickets: readonly ({ seat: SeatId; name: string } & Ticket)[];
  homework: readonly Homework[];
}

/** A campaign played alone. */
export interface Homework {
  seat: SeatId;
  name: string;
  /** Its replay code. */
  code: string;
  ending: EndingId;
  /** What the choices were worth against holding on the same seed, tenths. */
  score: number;
  /** Per mille; null where nothing was stated. */
  brier: number | null;
}

export interface ReportItem {
  round: number;
  number: number;
  isTwin: boolean;
  /** In letters, as it was shown. */
  question: Question;
  shown: readonly string[];
  claim: ClaimId;
  ballots: readonly Tally[];
  hands: boolean;
  gain: PairedGain | null;
  skipped: boolean;
}

export interface ReportStudent {
  seat: SeatId;
  name: string;
  members: number;
  removed: boolean;
  answered: number;
  asked: number;
  right: number;
  /** Tenths of points. */
  points: number;
  brier: number | null;
  /** One for each of `items`: null where not answered. `response` in letters. */
  answers: readonly ({ response: Response; confidence: Confidence; credit: number; right: boolean; late: false } | { late: true } | null)[];
  misconceptions: readonly MisconceptionId[];
}
