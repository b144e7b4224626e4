// The beliefs of a class as dots between never and certain, with their mean. The words beside it say the same.

interface BeliefStripProps {
  /** Per mille, in rising order. */
  beliefs: readonly number[];
  /** Per mille; null without any. */
  mean: number | null;
  /** Of the ideal observer, per mille; left out while it is not to be told. */
  ideal?: number;
}

const WIDTH = 1000;
const HEIGHT = 120;
const FLOOR = 96;
/** Beliefs within so much of each other are heaped, per mille. */
const BIN = 25;

export function BeliefStrip({ beliefs, mean, ideal }: BeliefStripProps) {
  const heaps = new Map<number, number>();
  const dots = beliefs.map((belief) => {
    const bin = Math.round(belief / BIN) * BIN;
    const up = heaps.get(bin) ?? 0;
    heaps.set(bin, up + 1);
    return { bin, up };
  });
  const tallest = Math.max(1, ...heaps.values());
  const radius = Math.min(9, (FLOOR - 8) / (2 * tallest));
  const x = (perMille: number) => 16 + ((WIDTH - 32) * perMille) / 1000;
  return (
    <svg class="belief-strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <path class="strip-floor" d={`M${x(0)} ${FLOOR}H${x(1000)}M${x(0)} ${FLOOR - 6}v12M${x(500)} ${FLOOR - 4}v8M${x(1000)} ${FLOOR - 6}v12`} />
      {dots.map(({ bin, up }) => (
        <circle key={`${bin} ${up}`} class="strip-dot" cx={x(bin)} cy={FLOOR - 3 - radius - 2 * radius * up} r={radius} />
      ))}
      {mean !== null && <path class="strip-mean" d={`M${x(mean)} ${FLOOR + 16}V4`} />}
      {ideal !== undefined && <path class="strip-ideal" d={`M${x(ideal)} ${FLOOR + 20}l-11 -16h22z`} />}
    </svg>
  );
}
