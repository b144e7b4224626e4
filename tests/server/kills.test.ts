// Acknowledged answers outlive `kill -9`: a class of 40, a server killed at random moments.

import { expect, test } from 'vitest';
import { killTimes, timesTold } from './killing.ts';

const TIMES = 100;
const STUDENTS = 40;

test(`of a class of ${STUDENTS} no acknowledged answer is lost, doubled or altered, though the server is killed ${TIMES} times`, { timeout: 600_000 }, async () => {
  const { kills, acknowledged, askedAgain, faults, restarts, reconnects } = await killTimes(TIMES, STUDENTS);
  console.log(
    `${kills} kills, ${acknowledged} answers acknowledged, ${askedAgain} requests sent again, ${faults.length} faults; restart ${timesTold(restarts)}; first answer after a kill ${timesTold(reconnects)}`,
  );
  expect(faults).toEqual([]);
  expect(kills).toBe(TIMES);
  expect(acknowledged).toBeGreaterThanOrEqual(TIMES * STUDENTS);
});
