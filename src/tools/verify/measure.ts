// Statistics of seeded campaigns: figures over a sample with common random numbers, and a 95 % bound by the jackknife over batches.

/** Leave-one-out batches; Student's t for 19 degrees of freedom, one-sided 95 %. */
const BATCHES = 20;
const T_95 = 1.729;

export interface Part {
  /** What is measured, in words. */
  says: string;
  sense: 'atLeast' | 'atMost';
  threshold: number;
  /** The figure from the means of the trial's moments. */
  of: (means: readonly number[]) => number;
}

export interface Measured {
  says: string;
  sense: Part['sense'];
  threshold: number;
  figure: number;
  /** The end of the 95 % interval that lies nearer the threshold; it must clear it. */
  bound: number;
  passed: boolean;
}

/**
 * Measures parts of a check.
 * @param trial the moments of one seed's campaigns, always as many
 * @param n how many seeds, at least BATCHES
 */
export function measureParts(trial: (seed: number) => readonly number[], parts: readonly Part[], firstSeed: number, n: number): Measured[] {
  const batches = Array.from({ length: BATCHES }, (): (readonly number[])[] => []);
  for (let i = 0; i < n; i++) batches[i % BATCHES]?.push(trial(firstSeed + i));
  const sums = batches.map(sumUp);
  const totals = sumUp(sums);
  const means = totals.map((total) => total / n);
  const leftOut = sums.map((sum, b) => totals.map((total, k) => (total - (sum[k] as number)) / (n - (batches[b] as unknown[]).length)));
  return parts.map((part) =>
    judge(
      part,
      part.of(means),
      leftOut.map((rest) => part.of(rest)),
    ),
  );
}

/** Adds rows of equal length. */
function sumUp(rows: readonly (readonly number[])[]): number[] {
  const [first = [], ...others] = rows;
  const sum = [...first];
  for (const row of others) for (let k = 0; k < sum.length; k++) sum[k] = (sum[k] as number) + (row[k] as number);
  return sum;
}

function judge({ says, sense, threshold }: Part, figure: number, leftOut: readonly number[]): Measured {
  const mean = leftOut.reduce((sum, value) => sum + value, 0) / leftOut.length;
  const variance = ((leftOut.length - 1) / leftOut.length) * leftOut.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const margin = T_95 * Math.sqrt(variance);
  const bound = sense === 'atLeast' ? figure - margin : figure + margin;
  return { says, sense, threshold, figure, bound, passed: sense === 'atLeast' ? bound >= threshold : bound <= threshold };
}

/** Whether the figure itself misses its threshold, whatever its bound. */
export function missesByFigure({ sense, figure, threshold }: Measured): boolean {
  return sense === 'atLeast' ? figure < threshold : figure > threshold;
}

/** How far a figure's bound clears its threshold, as a share of it; negative when it does not. */
export function clearance({ sense, threshold, bound }: Measured): number {
  const scale = Math.abs(threshold) || 1;
  return (sense === 'atLeast' ? bound - threshold : threshold - bound) / scale;
}

/** @param sorted in ascending order, not empty */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] as number;
  const high = sorted[Math.ceil(at)] as number;
  return low + (high - low) * (at - Math.floor(at));
}

export function ascending(values: readonly number[]): number[] {
  return [...values].sort((left, right) => left - right);
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
