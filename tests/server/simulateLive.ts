// `npm run simulate:live`: whole sessions in a world where everything goes wrong, one a seed.

import { readCommandLine, run, SEED, WrongUse } from '../../src/tools/commandLine.ts';
import { FAULTS, type FaultName, plant } from './simulation/planted.ts';

const USAGE = `npm run simulate:live -- [--seeds N] [--from S] [--first] [--fault NAME]

Folds, engine, line and outbox as they are, on a simulated clock, network and disk: devices sleep, reload and lose their network, the server dies and comes back with another
clock, its disk refuses. One session a seed, seeds S … S + N − 1 (default 2000 from 1). Prints the seeds that broke a promise, and exits with 1 where there were any;
the same seed always goes the same way.
  --first        stops at the first seed that broke a promise
  --fault NAME   plants a known fault first, to see that it is found: ${Object.keys(FAULTS).join('; ')}`;

await run(async () => {
  const { options, help } = readCommandLine(process.argv.slice(2), { seeds: { least: 1, most: 10_000_000 }, from: SEED, first: 'flag', fault: 'text' });
  if (help) return console.log(USAGE);
  const { fault, first, seeds = 2000, from = 1 } = options;
  if (fault !== undefined) {
    if (!Object.hasOwn(FAULTS, fault)) throw new WrongUse(`Unknown fault "${fault}"; known: ${Object.keys(FAULTS).join('; ')}.`);
    plant(fault as FaultName);
  }
  const { simulate } = await import('./simulation/simulate.ts');
  const sum = { sessions: 0, broken: 0, events: 0, deaths: 0, answers: 0, minutes: 0 };
  for (let seed = from; seed < from + seeds; seed++) {
    const { faults, ...gone } = await simulate(seed);
    sum.sessions++;
    for (const what of ['events', 'deaths', 'answers', 'minutes'] as const) sum[what] += gone[what];
    if (faults.length > 0) {
      sum.broken++;
      process.exitCode = 1;
      console.log(`seed ${seed}: ${faults.slice(0, 4).join(' | ')}`);
      if (first) break;
    }
    if (sum.sessions % 1000 === 0 && sum.sessions < seeds) console.error(`${sum.sessions} sessions`);
  }
  console.log(
    `${sum.sessions} sessions, ${sum.minutes} minutes of the world, ${sum.events} events, ${sum.answers} answers, ${sum.deaths} deaths of the server; ${sum.broken} seeds broke a promise`,
  );
});
