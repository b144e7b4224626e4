// What the teacher's kit is made of: its sheets, the clock of each plan, and what each text rests on. The words stand in `levels/text`.

/** In the order in which they are listed. */
export const SHEETS = ['plan-45', 'plan-30', 'plan-15', 'plan-quiz', 'background', 'prompts', 'ticket', 'answers', 'balance', 'standards', 'network'] as const;
export type SheetId = (typeof SHEETS)[number];

export const GROUPS = [
  ['teach', ['plan-45', 'plan-30', 'plan-15', 'plan-quiz']],
  ['class', ['background', 'prompts', 'ticket']],
  ['you', ['answers']],
  ['others', ['balance', 'standards', 'network']],
] as const satisfies readonly (readonly [string, readonly SheetId[]])[];

export function isSheet(id: string): id is SheetId {
  return (SHEETS as readonly string[]).includes(id);
}

// ---------------------------------------------------------------- plans

export type PlanId = Extract<SheetId, `plan-${string}`>;

const FOUR_MINUTES = [
  ['read', 45],
  ['predict', 30],
  ['argue', 75],
  ['vote', 30],
  ['reveal', 60],
] as const;
const THREE_MINUTES = [
  ['readHands', 30],
  ['predictHands', 20],
  ['argue', 60],
  ['vote', 20],
  ['reveal', 50],
] as const;
const ONE_QUESTION = [
  ['answer', 60],
  ['discuss', 75],
  ['revote', 30],
  ['explain', 75],
] as const;

type Ask = 'both' | 'surprise' | 'shells' | 'forGood' | 'beijing' | 'last';
type Step = (typeof FOUR_MINUTES | typeof THREE_MINUTES | typeof ONE_QUESTION)[number][0];

/** What a phase repeats: turns of a level, or questions. */
export interface Rounds {
  of: 'turns' | 'questions';
  count: number;
  /** What each step takes, seconds. */
  steps: readonly (readonly [Step, number])[];
  /** What to ask in each turn; none for questions, which ask for themselves. */
  asks: readonly Ask[];
}

interface Plan {
  /** None for a lesson of questions alone. */
  level: string | null;
  minutes: number;
  devices: 'any' | 'screen';
  phases: readonly (readonly [phase: Phase, minutes: number])[];
  rounds: Rounds;
}

type Phase =
  | 'join'
  | 'joinShort'
  | 'start'
  | 'background'
  | 'backgroundShort'
  | 'play'
  | 'playHands'
  | 'questions'
  | 'debrief'
  | 'debriefMiddle'
  | 'debriefShort'
  | 'debriefQuiz'
  | 'ticket';

/** Phases that are made of rounds. */
export const ROUNDED: readonly Phase[] = ['play', 'playHands', 'questions'];
/** Phases that open with words to say. */
export const SPOKEN = ['join', 'joinShort', 'start'] as const satisfies readonly Phase[];

export const PLANS: Readonly<Record<PlanId, Plan>> = {
  'plan-45': {
    level: 'classroom-45',
    minutes: 45,
    devices: 'any',
    phases: [
      ['join', 5],
      ['background', 5],
      ['play', 24],
      ['debrief', 8],
      ['ticket', 3],
    ],
    rounds: { of: 'turns', count: 6, steps: FOUR_MINUTES, asks: ['both', 'surprise', 'shells', 'forGood', 'beijing', 'last'] },
  },
  'plan-30': {
    level: 'classroom-30',
    minutes: 30,
    devices: 'any',
    phases: [
      ['joinShort', 3],
      ['backgroundShort', 3],
      ['play', 16],
      ['debriefMiddle', 6],
      ['ticket', 2],
    ],
    rounds: { of: 'turns', count: 4, steps: FOUR_MINUTES, asks: ['both', 'shells', 'forGood', 'last'] },
  },
  'plan-15': {
    level: 'classroom-15',
    minutes: 15,
    devices: 'screen',
    phases: [
      ['start', 1],
      ['backgroundShort', 2],
      ['playHands', 9],
      ['debriefShort', 3],
    ],
    rounds: { of: 'turns', count: 3, steps: THREE_MINUTES, asks: ['both', 'forGood', 'last'] },
  },
  'plan-quiz': {
    level: null,
    minutes: 45,
    devices: 'any',
    phases: [
      ['join', 5],
      ['background', 5],
      ['questions', 24],
      ['debriefQuiz', 8],
      ['ticket', 3],
    ],
    rounds: { of: 'questions', count: 6, steps: ONE_QUESTION, asks: [] },
  },
};

// ---------------------------------------------------------------- what texts rest on

/** Ids of claims; their paragraphs are the ledger's to say. */
type Claims = readonly string[];

/** The background, paragraph by paragraph: together they tell every claim. `short`: read in shorter lessons, too. */
export const BACKGROUND = [
  { id: 'visit', claims: ['summit-rekindles-ties'], short: false },
  { id: 'trade', claims: ['arms-for-technology'], short: true },
  { id: 'question', claims: ['key-question', 'expedience-restrains', 'alliance-unlocks'], short: true },
  { id: 'stakes', claims: ['transfer-multiplies-threat'], short: true },
  { id: 'rockets', claims: ['satellite-preview', 'space-helps-icbm', 'submarine-help'], short: false },
  { id: 'war', claims: ['war-feeds-dependence', 'peace-loosens-need', 'west-pays-better'], short: true },
  { id: 'leverage', claims: ['limited-leverage', 'sanctions-worth-raising', 'sanctions-have-not-deterred', 'isolation-binds'], short: false },
  { id: 'china', claims: ['beijing-uneasy', 'overlapping-interest', 'china-both-ways'], short: false },
  { id: 'answer', claims: ['trilateral-is-best', 'five-tracks'], short: false },
  { id: 'end', claims: ['threats-keep-growing'], short: false },
  { id: 'yours', claims: [], short: true },
] as const satisfies readonly { id: string; claims: Claims; short: boolean }[];

export const TERMS = [
  'alliance',
  'convenience',
  'munitions',
  'technology',
  'wmd',
  'icbm',
  'slbm',
  'sanctions',
  'interdiction',
  'dualUse',
  'leverage',
  'deterrence',
  'counterweight',
  'trilateral',
  'axis',
  'veto',
] as const;
export const GAME_TERMS = ['bond', 'belief', 'closeness', 'capital', 'hold'] as const;
export const SAYINGS = ['pyongyang', 'kim', 'beijing', 'seoul'] as const;

export const DATES = [
  'first-launch-fails-2023',
  'camp-david-2023',
  'second-launch-fails-2023',
  'kim-putin-vostochny-2023',
  'third-launch-orbit-2023',
  'un-panel-veto-2024',
  'putin-pyongyang-2024',
  'treaty-2024',
  'freedom-edge-2024',
  'troops-counted-2024',
  'beijing-unease-reported-2024',
] as const;

/** How a point stands to the article: it says it, we infer it from it, a dated fact, other experts' view, or ours. */
export type Standing =
  | { from: 'article' | 'infers'; claims: Claims }
  | { from: 'fact'; fact: string }
  /** Views of people who are not asked here, and our own reasons. */
  | { from: 'others' | 'ours' };
const says = (...claims: string[]): Standing => ({ from: 'article', claims });
const infers = (...claims: string[]): Standing => ({ from: 'infers', claims });
const fact = (id: string): Standing => ({ from: 'fact', fact: id });
const others: Standing = { from: 'others' };
const ours: Standing = { from: 'ours' };

/** The debate questions. `claims` are those that bear on one, on either side. */
export const PROMPTS = [
  {
    id: 'tie',
    claims: ['key-question', 'expedience-restrains', 'alliance-unlocks', 'war-feeds-dependence', 'peace-loosens-need', 'west-pays-better', 'isolation-binds'],
    a: { need: says('peace-loosens-need'), west: says('west-pays-better'), drift: others },
    b: { alone: infers('isolation-binds'), years: says('war-feeds-dependence'), treaty: others },
  },
  {
    id: 'china',
    claims: ['china-both-ways', 'beijing-uneasy', 'overlapping-interest', 'isolation-binds', 'trilateral-is-best'],
    a: { sway: says('beijing-uneasy'), shared: says('overlapping-interest'), reported: fact('beijing-unease-reported-2024') },
    b: { axis: says('trilateral-is-best'), close: says('isolation-binds'), profits: others },
  },
  {
    id: 'sanctions',
    claims: ['sanctions-worth-raising', 'sanctions-have-not-deterred', 'isolation-binds'],
    a: { should: says('sanctions-worth-raising'), slow: infers('sanctions-worth-raising', 'sanctions-have-not-deterred'), bite: others },
    b: { already: says('sanctions-have-not-deterred'), together: infers('isolation-binds'), panel: fact('un-panel-veto-2024') },
  },
  {
    id: 'exercises',
    claims: ['trilateral-is-best', 'five-tracks', 'transfer-multiplies-threat'],
    a: { best: says('trilateral-is-best'), robust: says('five-tracks'), need: infers('transfer-multiplies-threat') },
    b: { harden: others, closer: others, quiet: ours },
  },
  {
    id: 'leverage',
    claims: ['limited-leverage', 'war-feeds-dependence', 'peace-loosens-need', 'trilateral-is-best', 'five-tracks'],
    a: { live: ours, some: says('trilateral-is-best', 'five-tracks'), learn: ours },
    b: { little: says('limited-leverage'), war: says('war-feeds-dependence', 'peace-loosens-need'), luck: ours },
  },
  {
    id: 'satellite',
    claims: ['satellite-preview'],
    a: { after: says('satellite-preview'), advice: says('satellite-preview'), place: fact('kim-putin-vostochny-2023') },
    b: { time: says('satellite-preview'), unknown: says('satellite-preview'), learned: ours },
  },
  {
    id: 'talks',
    claims: ['limited-leverage', 'trilateral-is-best', 'threats-keep-growing', 'arms-for-technology', 'isolation-binds'],
    a: { matters: others, growing: infers('threats-keep-growing'), cheap: ours },
    b: { best: says('trilateral-is-best'), paid: infers('arms-for-technology', 'isolation-binds'), strength: ours },
  },
] as const satisfies readonly { id: string; claims: Claims; a: Readonly<Record<string, Standing>>; b: Readonly<Record<string, Standing>> }[];

export const LEVELS_OF_RUBRIC = ['4', '3', '2', '1'] as const;
export const ROWS_OF_RUBRIC = ['claim', 'evidence', 'reasoning'] as const;

export const BALANCE = [
  { id: 'question', claims: ['key-question', 'arms-for-technology', 'expedience-restrains', 'alliance-unlocks'] },
  { id: 'do', claims: ['limited-leverage', 'sanctions-worth-raising', 'sanctions-have-not-deterred', 'trilateral-is-best'] },
  { id: 'china', claims: ['china-both-ways'] },
  { id: 'end', claims: ['threats-keep-growing'] },
] as const satisfies readonly { id: string; claims: Claims }[];

/** Codes as their publishers write them. */
export const STANDARDS = [
  [
    'c3',
    [
      ['civ3', 'D2.Civ.3.9-12'],
      ['civ9', 'D2.Civ.9.9-12'],
      ['civ13', 'D2.Civ.13.9-12'],
      ['geo2', 'D2.Geo.2.9-12'],
      ['his11', 'D2.His.11.9-12'],
      ['his14', 'D2.His.14.9-12'],
      ['d33', 'D3.3.9-12'],
      ['d34', 'D3.4.9-12'],
      ['d41', 'D4.1.9-12'],
      ['d44', 'D4.4.9-12'],
      ['d47', 'D4.7.9-12'],
      ['d48', 'D4.8.9-12'],
    ],
  ],
  [
    'ccss',
    [
      ['rh1', 'RH.9-10.1, RH.11-12.1'],
      ['rh3low', 'RH.9-10.3'],
      ['rh8low', 'RH.9-10.8'],
      ['rh3high', 'RH.11-12.3'],
      ['rh8high', 'RH.11-12.8'],
      ['whst1', 'WHST.9-10.1, WHST.11-12.1'],
      ['whst9', 'WHST.9-10.9, WHST.11-12.9'],
    ],
  ],
] as const;

export const NETWORK = ['process', 'port', 'direction', 'transport', 'outside', 'accounts', 'devices'] as const;
export const KEPT = ['server', 'device', 'logs'] as const;
