// What the lines of a chart stand for: a sample of each beside its name.

import type { Line } from './lineChart.tsx';

export function Legend({ entries }: { entries: readonly (Pick<Line, 'tone' | 'dashed' | 'mark'> & { name: string })[] }) {
  return (
    <ul class="legend-lines">
      {entries.map(({ name, tone, dashed = false, mark }) => (
        <li key={name}>
          <svg class={`of-${tone}${mark === 'none' ? ' faint' : ''}`} viewBox="0 0 34 12" aria-hidden="true" focusable="false">
            <path class={dashed ? 'line dashed' : 'line'} d="M1 6H33" />
            {mark === 'dot' && <circle class="mark" cx="17" cy="6" r="3.5" />}
            {mark === 'diamond' && <path class="mark hollow" d="M17 1.5l4.5 4.5-4.5 4.5-4.5-4.5z" />}
          </svg>{' '}
          {name}
        </li>
      ))}
    </ul>
  );
}
