// The beliefs of a class as dots between never and certain, with their mean. The words beside it say the same.

interface BeliefStripProps {
  /** Per mille, in rising order. */
  beliefs: readonly number[];
  /** Per mille; null without any. */
  mean: number | null;
  /** Of the ideal observer, per mille; left out while it is not to be told. */
  ideal?: number;
  /** In a row of a table. */
  small?: boolean;
}

/** Units of the picture: its letters are none, so that it may be any size. */
const LARGE = { width: 1000, height: 120, dot: 9 };
const SMALL = { width: 420, height: 76, dot: 7 };
/** Below which dots stand, above the lower edge. */
const BELOW = 24;
/** Beliefs within so much of each other are heaped, per mille. */
const BIN = 25;

export function BeliefStrip({ beliefs, mean, ideal, small = false }: BeliefStripProps) {
  const { width, height, dot } = small ? SMALL : LARGE;
  const floor = height - BELOW;
  const heaps = new Map<number, number>();
  const dots = beliefs.map((belief) => {
    const bin = Math.round(belief / BIN) * BIN;
    const up = heaps.get(bin) ?? 0;
    heaps.set(bin, up + 1);
    return { bin, up };
  });
  const tallest = Math.max(1, ...heaps.values());
  const radius = Math.min(dot, (floor - 8) / (2 * tallest));
  const x = (perMille: number) => 16 + ((width - 32) * perMille) / 1000;
  return (
    <svg class="belief-strip" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path class="strip-floor" d={`M${x(0)} ${floor}H${x(1000)}M${x(0)} ${floor - 6}v12M${x(500)} ${floor - 4}v8M${x(1000)} ${floor - 6}v12`} />
      {dots.map(({ bin, up }) => (
        <circle key={`${bin} ${up}`} class="strip-dot" cx={x(bin)} cy={floor - 3 - radius - 2 * radius * up} r={radius} />
      ))}
      {mean !== null && <path class="strip-mean" d={`M${x(mean)} ${floor + 16}V4`} />}
      {ideal !== undefined && <path class="strip-ideal" d={`M${x(ideal)} ${floor + 20}l-11 -16h22z`} />}
    </svg>
  );
}
