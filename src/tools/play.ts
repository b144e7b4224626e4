// `npm run play`: a whole campaign in the terminal, or as JSON lines for programs.

import { createInterface } from 'node:readline';
import { CONFIDENCES, type Response } from '../quiz/types.ts';
import { askedNow } from '../rules/forecast.ts';
import type { CardId, State } from '../rules/types.ts';
import { forGoodText } from '../telling/narrate.ts';
import { choicesOf, choose, codeOf, type Outcome, type Playthrough, resumePlay, startPlay } from '../telling/playthrough.ts';
import { MAX_SEED } from '../telling/seed.ts';
import { refusalText, troubleText } from '../telling/trouble.ts';
import type { Vocabulary } from '../telling/wording.ts';
import { type Asking, askAt } from './asking.ts';
import { findLevel, readBank, readCommandLine, readContent, run, SEED, WrongUse } from './commandLine.ts';
import { Terminal, wrap } from './terminal.ts';
import { transcribe, UNFINISHED } from './transcript.ts';

const DEFAULT_LEVEL = 'pyongyang-2024';

/** A player at the terminal: the campaign, and what lies on the desk uncommitted. */
class Table {
  #play: Playthrough;
  #chosen: CardId[] = [];
  #belief: number;
  #event: number | null = null;
  #left = false;
  #asking: Asking | null;
  #response: Response | null = null;
  readonly #words: Vocabulary;
  readonly #terminal: Terminal;
  readonly #ask: (play: Playthrough) => Asking | null;

  /** @param ask for the question of a checkpoint, where one waits */
  constructor(play: Playthrough, words: Vocabulary, terminal: Terminal, ask: (play: Playthrough) => Asking | null) {
    this.#play = play;
    this.#belief = play.state.belief;
    this.#words = words;
    this.#terminal = terminal;
    this.#ask = ask;
    this.#asking = ask(play);
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
    const desk = this.#terminal.desk(this.#play, this.#chosen, { belief: this.#belief, event: this.#event });
    return this.#asking === null ? desk : `${desk}\n\n${wrap(this.#words.t('interface:terminal.question.waits'))}`;
  }

  #listen(): void {
    if (process.stdin.isTTY && this.#state.phase !== 'over') print(this.#words.t('interface:terminal.listen'));
  }

  /** Does what a line says; what is answered is printed. */
  #obey(line: string): string {
    const [command = '', argument = '', ...more] = line.toLowerCase().split(/[\s,]+/);
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
      case 'question':
        return this.#asking?.question() ?? this.#words.t('interface:terminal.question.none');
      case 'answer':
        return this.#answer([argument, ...more]);
      case 'sure':
        return this.#settle(argument);
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

  /** Takes an answer that is marked once it is said how sure it is. */
  #answer(numbers: readonly string[]): string {
    if (this.#asking === null) return this.#words.t('interface:terminal.question.none');
    this.#response = this.#asking.responseOf(numbers.filter((number) => number !== ''));
    if (this.#response === null) return wrap(this.#words.t('interface:terminal.question.notTaken', { text: numbers.join(' ').slice(0, 40) }));
    return this.#asking.sure(this.#response);
  }

  #settle(argument: string): string {
    const confidence = CONFIDENCES.find((one) => String(one) === argument);
    if (this.#asking === null) return this.#words.t('interface:terminal.question.none');
    if (this.#response === null) return this.#words.t('interface:terminal.question.answerFirst');
    if (confidence === undefined) return this.#words.t('interface:terminal.question.notSure');
    const { feedback, choice } = this.#asking.answer(this.#response, confidence);
    this.#response = null;
    if (choice === null) return `${feedback}\n\n${this.#asking.question()}`;
    const outcome = choose(this.#play, [choice]);
    if (!outcome.ok) return wrap(refusalText(this.#words, outcome.trouble));
    this.#play = outcome.play;
    this.#asking = null;
    return choice.earned ? `${feedback}\n\n${wrap(this.#words.t('interface:checkpoint.insight'))}` : feedback;
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
    this.#asking = this.#ask(this.#play);
    this.#response = null;
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
  const bank = readBank(content);
  if (options.json) await transcribe(outcome.play, bank, content, words);
  else await new Table(outcome.play, words, new Terminal(content, words), (play) => askAt(play, bank, content, words)).play();
});
