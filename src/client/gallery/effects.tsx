// The map with one effect at a time, on a state of one's choice.

import { useEffect, useState } from 'preact/hooks';
import { pictureOf } from '../../telling/picture.ts';
import { shellWords, useShelves } from '../shelves.ts';
import { clearing, performed, type Scenery, scenery, skip, theatre } from '../stage.ts';
import { TheatreHost } from '../theatre/door.tsx';
import { allBeats, type Named } from './beats.ts';
import type { Samples } from './samples.ts';

const mapWords = () => shellWords;
const MOMENTS = ['opening', 'midway', 'over'] as const;
let played = 0;

export function Effects({ samples }: { samples: Samples }) {
  const { content, words } = useShelves();
  const [moment, setMoment] = useState<(typeof MOMENTS)[number]>('midway');
  const [chosen, setChosen] = useState('');
  const { world, state } = samples[moment];
  const picture = pictureOf(world, state);
  const because = samples.causes[0];
  const beats = because === undefined ? [] : allBeats(content, words, world, because);
  const groups = [...new Set(beats.map(({ group }) => group))];
  const show = (shown: readonly Named[], name: string) => {
    setChosen(name);
    played++;
    const scene: Scenery = { key: `gallery ${played}`, picture, from: shown.length === 0 ? null : picture, beats: shown.map(({ beat }) => beat) };
    scenery.value = scene;
  };
  useEffect(() => {
    clearing.value = { left: 340, top: 0, right: 0, bottom: 0 };
    show([], '');
    return () => {
      clearing.value = null;
      scenery.value = null;
    };
  }, [moment]);
  return (
    <>
      <TheatreHost words={mapWords} />
      <nav class="effects" aria-label="Effects">
        <p>
          <a href="./gallery.html">Components</a> · {theatre.value} · {performed.value === null ? 'at rest' : chosen}
        </p>
        <p class="actions">
          {MOMENTS.map((name) => (
            <button type="button" key={name} aria-pressed={name === moment} onClick={() => setMoment(name)}>
              {name}
            </button>
          ))}
          <button type="button" onClick={skip}>
            skip
          </button>
        </p>
        {groups.map((group) => {
          const own = beats.filter((named) => named.group === group);
          return (
            <details key={group} open>
              <summary>
                {group}{' '}
                <button type="button" onClick={() => show(own, `all: ${group}`)}>
                  all
                </button>
              </summary>
              <ul>
                {own.map((named) => (
                  <li key={named.name}>
                    <button type="button" aria-pressed={chosen === named.name} onClick={() => show([named], named.name)}>
                      {named.name}
                    </button>
                  </li>
                ))}
              </ul>
            </details>
          );
        })}
      </nav>
    </>
  );
}
