// What a run comes to: how long things took, and what a server's process spent.

import { readFileSync } from 'node:fs';
import { ascending, quantile } from '../../../src/tools/verify/measure.ts';

/** Milliseconds. */
export interface Latency {
  p50: number;
  p99: number;
  worst: number;
}

export function latencyOf(milliseconds: readonly number[]): Latency {
  const sorted = ascending(milliseconds);
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), worst: sorted.at(-1) ?? 0 };
}

/** Clock ticks a second, as Linux tells them to programs. */
const TICKS = 100;

/** Seconds that a process has spent on a processor. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Bytes of memory that a process holds. */
export function residentBytes(pid: number): number {
  return 1024 * Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
}
