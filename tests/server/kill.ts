// `npm run kill`: the real server killed as often as you like under a class that answers.

import { readCommandLine, run } from '../../src/tools/commandLine.ts';
import { killTimes, timesTold } from './killing.ts';

const USAGE = `npm run kill -- [--times N] [--students N]

Starts the real server on SQLite, lets a class answer, kills the server with "kill -9" at random moments and starts it again, N times (default 100).
Then the log is held against every acknowledgement. Exits with 1 when an acknowledged answer was lost, doubled or altered.
  --students N   of a class (default 40); two classes answer, each its own server`;

await run(async () => {
  const { options, help } = readCommandLine(process.argv.slice(2), { times: { least: 1, most: 100_000 }, students: { least: 1, most: 1000 } });
  if (help) return console.log(USAGE);
  let so = 0;
  const told = () => {
    so++;
    if (so % 100 === 0) console.error(`${so} kills`);
  };
  const { kills, acknowledged, askedAgain, faults, restarts, reconnects } = await killTimes(options.times ?? 100, options.students ?? 40, told);
  console.log(`kills                  ${kills}\nanswers acknowledged   ${acknowledged}\nlost, doubled, altered ${faults.length}\nrequests sent again    ${askedAgain}`);
  console.log(`restart                ${timesTold(restarts)}\nfirst answer           ${timesTold(reconnects)}`);
  for (const fault of faults.slice(0, 20)) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
});
