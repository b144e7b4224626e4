// Under the map: what is being played on it and a way past it; and the key to its marks. All of it stands in the story beside, so that nobody needs the map.

import type { Level } from '../../rules/types.ts';
import { headlineText } from '../../telling/narrate.ts';
import { still } from '../settings.ts';
import { useShelves } from '../shelves.ts';
import { performed, replay, scenery, skip, theatre } from '../stage.ts';

/** Marks of the map, in the order of the legend; each has a sign of its own beside its colour. */
const MARKS = ['munitions', 'technology', 'tracks', 'sanctions', 'trilateral', 'footing', 'china', 'war', 'threat', 'deterrence'] as const;

export function Caption({ level }: { level: Level }) {
  const { words } = useShelves();
  if (theatre.value === 'absent') return null;
  const now = performed.value;
  const beats = scenery.value?.beats ?? [];
  return (
    <div class="caption">
      {now !== null && (
        <p class="caption-line" aria-hidden="true">
          <span class="caption-count">{words.t('interface:stage.count', { at: now.at + 1, of: beats.length })}</span> {headlineText(words, level, now.beat.event)}
        </p>
      )}
      {beats.length > 0 && !still.value && (
        <p class="caption-foot">
          <button type="button" onClick={now === null ? replay : skip}>
            {words.t(now === null ? 'interface:stage.again' : 'interface:stage.skip')}
          </button>
        </p>
      )}
    </div>
  );
}

/** The key to the map's marks. */
export function MapKey() {
  const { words } = useShelves();
  if (theatre.value === 'absent') return null;
  return (
    <details class="map-key">
      <summary>{words.t('interface:stage.legend')}</summary>
      <ul>
        {MARKS.map((mark) => (
          <li key={mark} class={`mark-${mark}`}>
            {words.t(`interface:stage.mark.${mark}`)}
          </li>
        ))}
      </ul>
    </details>
  );
}
