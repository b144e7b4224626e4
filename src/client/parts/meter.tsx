// A thin, exact line from 0 to 100: the value, a band where the truth is uncertain, a ghost of the last value. The words beside it say the same.

interface MeterProps {
  /** Tenths, 0 … 1000, as are the others. */
  value: number;
  band?: readonly [low: number, high: number];
  ghost?: number | undefined;
  tone?: 'ink' | 'rose' | 'teal' | 'amber' | 'gold' | 'heat';
}

const HEIGHT = 10;
const LENGTH = 1000;
const TICK = 8;

export function Meter({ value, band, ghost, tone = 'ink' }: MeterProps) {
  return (
    <svg class={`meter tone-${tone}`} viewBox={`0 0 ${LENGTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="meter-line" x="0" y={HEIGHT / 2 - 1} width={LENGTH} height="2" />
      {band === undefined ? (
        <rect class="meter-value" x="0" y="2" width={value} height={HEIGHT - 4} />
      ) : (
        <>
          <rect class="meter-band" x={band[0]} y="1" width={band[1] - band[0]} height={HEIGHT - 2} />
          <rect class="meter-value" x={value - TICK / 2} y="0" width={TICK} height={HEIGHT} />
        </>
      )}
      {ghost !== undefined && <rect class="meter-ghost" x={ghost - TICK / 2} y="0" width={TICK / 2} height={HEIGHT} />}
    </svg>
  );
}
