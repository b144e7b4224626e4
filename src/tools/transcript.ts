// A campaign for programs: one JSON object a line, of what lies on the desk, what each choice brought, the question of a checkpoint, and the debrief.

import { createInterface } from 'node:readline';
import type { Content } from '../content/crossref.ts';
import type { Bank } from '../content/quizzes.ts';
import { CONFIDENCES, type Confidence } from '../quiz/types.ts';
import { SLOTS } from '../rules/apply.ts';
import { stateHash } from '../rules/campaign.ts';
import type { CardId, Choice } from '../rules/types.ts';
import { mayTell, view } from '../rules/view.ts';
import { debriefOf } from '../telling/debrief.ts';
import { choose, codeOf, type Playthrough } from '../telling/playthrough.ts';
import { reckoningOf } from '../telling/reckoning.ts';
import { refusalText } from '../telling/trouble.ts';
import type { Vocabulary } from '../telling/wording.ts';
import { type Asking, askAt } from './asking.ts';
import { WRONG_USE } from './commandLine.ts';

/** Left before its end, by a closed input rather than by a word. */
export const UNFINISHED = 1;

/** What a program says: a choice of the rules, or an answer, which is marked here. */
type Said = Exclude<Choice, { kind: 'answer' }> | { kind: 'answer'; response: unknown; confidence: Confidence };

const EXPECTED = 'a choice is expected: {"kind":"decide","cards":[…]}, {"kind":"forecast","belief":0…1000,"event"?:0…1000} or {"kind":"answer","response":{…},"confidence":1|2|3}';

export async function transcribe(opened: Playthrough, bank: Bank, content: Content, words: Vocabulary): Promise<void> {
  let play = opened;
  let asking: Asking | null = null;
  const { level } = play.world;
  const tell = (value: object) => console.log(JSON.stringify(value));
  const complain = (value: object) => {
    tell(value);
    process.exitCode = WRONG_USE;
  };
  const tellTurn = () => {
    if (play.state.phase === 'over') return tell({ type: 'debrief', ...debriefOf(play), ...reckoningOf(play), code: codeOf(play), hash: stateHash(play.state) });
    tell({ type: 'desk', level: level.id, seed: play.state.seed, slots: SLOTS, ...view(play.world, play.state) });
    asking = askAt(play, bank, content, words);
    if (asking !== null) tell(asking.told());
  };
  /** The choice that an answer comes to; null where it comes to none yet. */
  const answered = (said: Extract<Said, { kind: 'answer' }>, line: number): Choice | null => {
    // Where none waits, the rules say why not.
    if (asking === null) return { kind: 'answer', item: '', response: null, earned: false };
    const response = asking.read(said.response);
    if (response === null) {
      complain({ type: 'problem', line, message: 'a response to the question is expected, of its kind and with its ids' });
      return null;
    }
    const { told, choice } = asking.mark(response, said.confidence);
    tell(told);
    if (choice === null) tell(asking.told());
    else asking = null;
    return choice;
  };
  tellTurn();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    number++;
    if (line.trim() === '') continue;
    const said = readSaid(line);
    if (said === null) {
      complain({ type: 'problem', line: number, message: EXPECTED });
      continue;
    }
    const choice = said.kind === 'answer' ? answered(said, number) : said;
    if (choice === null) continue;
    const outcome = choose(play, [choice]);
    if (!outcome.ok) {
      complain({ type: 'refused', line: number, ...outcome.trouble, message: refusalText(words, outcome.trouble) });
      continue;
    }
    const turnIsOver = outcome.play.turns.length > play.turns.length;
    play = outcome.play;
    if (!turnIsOver) continue;
    for (const event of play.turns.at(-1) ?? []) if (mayTell(event)) tell(event);
    tellTurn();
  }
  if (play.state.phase === 'over') return;
  tell({ type: 'inputEnded', turn: play.state.turn, code: codeOf(play), message: words.t('interface:terminal.inputEnded', { turn: play.state.turn + 1, turns: level.turns }) });
  process.exitCode = process.exitCode ?? UNFINISHED;
}

function readSaid(line: string): Said | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('kind' in value)) return null;
  if (value.kind === 'decide' && 'cards' in value && Array.isArray(value.cards) && value.cards.every((card) => typeof card === 'string')) {
    return { kind: 'decide', cards: value.cards as CardId[] };
  }
  if (value.kind === 'forecast' && 'belief' in value && typeof value.belief === 'number') {
    if (!('event' in value)) return { kind: 'forecast', belief: value.belief };
    return typeof value.event === 'number' ? { kind: 'forecast', belief: value.belief, event: value.event } : null;
  }
  if (value.kind === 'answer' && 'response' in value && 'confidence' in value) {
    const confidence = CONFIDENCES.find((one) => one === value.confidence);
    return confidence === undefined ? null : { kind: 'answer', response: value.response, confidence };
  }
  return null;
}
