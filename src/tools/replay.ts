// `npm run replay`: a campaign again, from its code or a file that holds one.

import { levelOfCode, stateHash } from '../rules/campaign.ts';
import { mayTell, view } from '../rules/view.ts';
import { readBounded } from '../server/files.ts';
import { debriefOf } from '../telling/debrief.ts';
import { codeOf, resumePlay } from '../telling/playthrough.ts';
import { reckoningOf } from '../telling/reckoning.ts';
import { troubleText } from '../telling/trouble.ts';
import type { Vocabulary } from '../telling/wording.ts';
import { readCommandLine, readContent, run, WrongUse } from './commandLine.ts';
import { Terminal, wrap } from './terminal.ts';

/** Larger files hold no code. */
const MAX_FILE = 100_000;

await run(() => {
  const { options, rest, help } = readCommandLine(process.argv.slice(2), { json: 'flag' }, 1);
  const { content, words } = readContent();
  if (help) {
    console.log(words.t('interface:terminal.usageReplay'));
    return;
  }
  const [given] = rest;
  if (given === undefined) throw new WrongUse(`${words.t('interface:terminal.noCode')}\n\n${words.t('interface:terminal.usageReplay')}`);
  const outcome = resumePlay(content, codeFrom(given, words));
  if (!outcome.ok) throw new WrongUse(troubleText(words, outcome.trouble));
  const { play } = outcome;
  const { state, turns, world } = play;
  const over = state.phase === 'over';
  if (options.json) {
    const final = over ? { state, debrief: { ...debriefOf(play), ...reckoningOf(play) } } : { state: view(world, state) };
    console.log(
      JSON.stringify({
        header: play.log.header,
        choices: play.log.choices,
        history: turns.map((events) => events.filter((event) => over || mayTell(event))),
        ...final,
        code: codeOf(play),
        hash: stateHash(state),
      }),
    );
    return;
  }
  const terminal = new Terminal(content, words);
  const level = words.t(`levels:${world.level.id}.title`);
  console.log(`${wrap(words.t('interface:terminal.replayed', { level, seed: state.seed, turns: turns.length }))}\n`);
  for (const [turn, events] of turns.entries()) console.log(`${terminal.world(play, turn, events, over ? 'unveiled' : 'veiled', 'told')}\n`);
  console.log(over ? terminal.debrief(play) : `${terminal.figures(play)}\n\n${words.t('interface:terminal.hash', { hash: stateHash(state) })}`);
});

function codeFrom(given: string, words: Vocabulary): string {
  if (levelOfCode(given) !== null) return given;
  try {
    return firstCode(Buffer.from(readBounded(given, MAX_FILE)).toString('utf8'));
  } catch {
    if (given.startsWith('CW')) return given;
  }
  throw new WrongUse(words.t('interface:terminal.noFile', { name: given.slice(0, 80) }));
}

/** A file may hold the bare code, or JSON with a field "code". */
function firstCode(text: string): string {
  return /CW1\.[\w.-]+/.exec(text)?.[0] ?? text.slice(0, 100);
}
