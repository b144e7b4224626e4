// `npm run play`: a whole campaign in the terminal, or as JSON lines for programs.

import { createInterface } from 'node:readline';
import { SLOTS } from '../rules/apply.ts';
import { stateHash } from '../rules/campaign.ts';
import { askedNow } from '../rules/forecast.ts';
import type { CardId, Choice, State } from '../rules/types.ts';
import { mayTell, view } from '../rules/view.ts';
import { debriefOf } from '../telling/debrief.ts';
import { forGoodText } from '../telling/narrate.ts';
import { choicesOf, choose, codeOf, type Outcome, type Playthrough, resumePlay, startPlay } from '../telling/playthrough.ts';
import { reckoningOf } from '../telling/reckoning.ts';
import { MAX_SEED } from '../telling/seed.ts';
import { refusalText, troubleText } from '../telling/trouble.ts';
import type { Vocabulary } from '../telling/wording.ts';
import { findLevel, readCommandLine, readContent, run, SEED, WRONG_USE, WrongUse } from './commandLine.ts';
import { Terminal, wrap } from './terminal.ts';

/** Left before its end, by a closed input rather than by a word. */
const UNFINISHED = 1;
const DEFAULT_LEVEL = 'pyongyang-2024';

/** A player at the terminal: the campaign, and what lies on the desk uncommitted. */
class Table {
  #play: Playthrough;
  #chosen: CardId[] = [];
  #belief: number;
  #event: number | null = null;
  #left = false;
  readonly #words: Vocabulary;
  readonly #terminal: Terminal;

  constructor(play: Playthrough, words: Vocabulary, terminal: Terminal) {
    this.#play = play;
    this.#belief = play.state.belief;
    this.#words = words;
    this.#terminal = terminal;
  }

  async play(): Promise<void> {
    const lines = createInterface({ input: process.stdin, terminal: false });
    if (this.#state.turn === 0) print(this.#terminal.opening(this.#play));
    print(this.#turn());
    this.#listen();
    for await (const line of lines) {
      const answer = this.#obey(line.trim());
      if (answer !== '') print(answer);
      if (this.#left) return lines.close();
      this.#listen();
    }
    if (this.#state.phase === 'over') return;
    const { level } = this.#play.world;
    print(`${wrap(this.#words.t('interface:terminal.inputEnded', { turn: this.#state.turn + 1, turns: level.turns }))}\n${codeOf(this.#play)}`);
    process.exitCode = UNFINISHED;
  }

  get #state(): State {
    return this.#play.state;
  }

  /** What there is to read before the next command. */
  #turn(): string {
    if (this.#state.phase !== 'over') return this.#desk();
    return `${this.#terminal.debrief(this.#play)}\n\n${wrap(this.#words.t('interface:terminal.over'))}`;
  }

  #desk(): string {
    return this.#terminal.desk(this.#play, this.#chosen, { belief: this.#belief, event: this.#event });
  }

  #listen(): void {
    if (process.stdin.isTTY && this.#state.phase !== 'over') print(this.#words.t('interface:terminal.listen'));
  }

  /** Does what a line says; what is answered is printed. */
  #obey(line: string): string {
    const [command = '', argument = ''] = line.toLowerCase().split(/\s+/);
    switch (command) {
      case '':
        return '';
      case 'help':
        return this.#words.t('interface:terminal.help');
      case 'quit':
      case 'exit':
        return this.#quit();
      case 'why':
        return this.#terminal.why(Number(argument)) ?? this.#words.t('interface:terminal.noSuchWhy', { number: argument.slice(0, 40) });
      case 'code':
        return codeOf(this.#play);
      case 'more':
        return this.#terminal.more();
      case 'figures':
        return this.#terminal.figures(this.#play);
    }
    if (this.#state.phase === 'over') return wrap(this.#words.t('interface:terminal.over'));
    if (/^[\d\s,]+$/.test(line)) return this.#toggle(line.split(/[\s,]+/).filter((number) => number !== ''));
    switch (command) {
      case 'belief':
        return this.#stateBelief(argument);
      case 'event':
        return this.#stateEvent(argument);
      case 'undo':
        return this.#clear();
      case 'show':
        return this.#desk();
      case 'go':
        return this.#commit();
      default:
        return wrap(this.#words.t('interface:terminal.unknownCommand', { command: command.slice(0, 40) }));
    }
  }

  #quit(): string {
    this.#left = true;
    return this.#state.phase === 'over' ? '' : `${this.#words.t('interface:terminal.goOn')}\n${codeOf(this.#play)}`;
  }

  #toggle(numbers: readonly string[]): string {
    const hand = this.#state.desk?.hand ?? [];
    const next = [...this.#chosen];
    for (const number of numbers) {
      const card = hand[Number(number) - 1];
      if (card === undefined) return this.#words.t('interface:terminal.noSuchCard', { number: number.slice(0, 40) });
      if (next.includes(card)) next.splice(next.indexOf(card), 1);
      else next.push(card);
    }
    const outcome = choose(this.#play, [{ kind: 'decide', cards: next }]);
    if (!outcome.ok) return wrap(refusalText(this.#words, outcome.trouble));
    this.#chosen = next;
    return this.#chosenText();
  }

  #chosenText(): string {
    const { world, state } = this.#play;
    const left = this.#chosen.reduce((capital, id) => capital - (world.cardById.get(id)?.cost ?? 0), state.capital);
    const cards = this.#chosen.map((id) => this.#words.t(`cards:${id}.title`)).join(', ');
    if (cards === '') return this.#words.t('interface:terminal.chosenNone');
    const forGood = forGoodText(this.#words, world, this.#chosen);
    return wrap(`${this.#words.t('interface:terminal.chosen', { cards, left })}${forGood === '' ? '' : ` ${forGood}`}`);
  }

  #stateBelief(text: string): string {
    const value = readPercent(text);
    if (value === null) return this.#words.t('interface:terminal.wrongPercent', { text: text.slice(0, 40) });
    this.#belief = value;
    return this.#terminal.belief(value);
  }

  #stateEvent(text: string): string {
    if (askedNow(this.#play.world, this.#state) === null) return this.#words.t('interface:terminal.noEventAsked');
    const value = readPercent(text);
    if (value === null) return this.#words.t('interface:terminal.wrongPercent', { text: text.slice(0, 40) });
    this.#event = value;
    return this.#terminal.event(value);
  }

  #clear(): string {
    this.#chosen = [];
    return this.#words.t('interface:cards.cleared');
  }

  #sweep(): void {
    this.#chosen = [];
    this.#belief = this.#state.belief;
    this.#event = null;
  }

  #commit(): string {
    const outcome = choose(this.#play, choicesOf(this.#play, this.#belief, this.#event, this.#chosen));
    if (!outcome.ok) return wrap(refusalText(this.#words, outcome.trouble));
    this.#play = outcome.play;
    this.#sweep();
    const turn = this.#play.turns.length - 1;
    return `${this.#terminal.world(this.#play, turn, this.#play.turns[turn] ?? [], 'veiled', 'onDemand')}\n\n${this.#turn()}`;
  }
}

function print(text: string): void {
  console.log(`${text}\n`);
}

/** "70" or "70%" as per mille; null when it is no percentage. */
function readPercent(text: string): number | null {
  const match = /^(\d{1,3})%?$/.exec(text);
  const value = match === null ? Number.NaN : Number(match[1]);
  return value <= 100 ? value * 10 : null;
}

// ---------------------------------------------------------------- for programs

/** One JSON object a line: what lies on the desk, what each choice brought, the debrief, and what was refused. */
async function transcribe(opened: Playthrough, words: Vocabulary): Promise<void> {
  let play = opened;
  const { level } = play.world;
  const tell = (value: object) => console.log(JSON.stringify(value));
  const tellTurn = () => {
    if (play.state.phase === 'over') tell({ type: 'debrief', ...debriefOf(play), ...reckoningOf(play), code: codeOf(play), hash: stateHash(play.state) });
    else tell({ type: 'desk', level: level.id, seed: play.state.seed, slots: SLOTS, ...view(play.world, play.state) });
  };
  tellTurn();
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, terminal: false })) {
    number++;
    if (line.trim() === '') continue;
    const choice = readChoice(line);
    if (choice === null) {
      tell({
        type: 'problem',
        line: number,
        message:
          'a choice is expected: {"kind":"decide","cards":[…]}, {"kind":"forecast","belief":0…1000,"event"?:0…1000} or {"kind":"answer","item":"…","response":…,"earned":true|false}',
      });
      process.exitCode = WRONG_USE;
      continue;
    }
    const outcome = choose(play, [choice]);
    if (!outcome.ok) {
      tell({ type: 'refused', line: number, ...outcome.trouble, message: refusalText(words, outcome.trouble) });
      process.exitCode = WRONG_USE;
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

function readChoice(line: string): Choice | null {
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
  if (value.kind === 'answer' && 'earned' in value && typeof value.earned === 'boolean') {
    return { kind: 'answer', item: 'item' in value ? String(value.item) : '', response: 'response' in value ? value.response : null, earned: value.earned };
  }
  return null;
}

await run(async () => {
  const { options, help } = readCommandLine(process.argv.slice(2), { level: 'text', seed: SEED, code: 'text', json: 'flag' });
  const { content, words } = readContent();
  if (help) {
    console.log(words.t('interface:terminal.usagePlay', { levels: [...content.levels.keys()].join(', '), level: DEFAULT_LEVEL, most: MAX_SEED }));
    return;
  }
  if (options.code !== undefined && (options.level !== undefined || options.seed !== undefined)) throw new WrongUse(words.t('interface:terminal.levelAndCode'));
  let outcome: Outcome;
  if (options.code !== undefined) outcome = resumePlay(content, options.code);
  else {
    const level = findLevel(content, options.level ?? DEFAULT_LEVEL);
    const drawn = crypto.getRandomValues(new Uint32Array(1))[0] as number;
    outcome = startPlay(content, level.id, options.seed ?? level.seeds[drawn % level.seeds.length] ?? drawn);
  }
  if (!outcome.ok) throw new WrongUse(troubleText(words, outcome.trouble));
  if (options.json) await transcribe(outcome.play, words);
  else await new Table(outcome.play, words, new Terminal(content, words)).play();
});
