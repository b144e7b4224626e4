// For those who work on the game: every part of the pages alone, every screen at each size, every effect of the map.
// `npm run dev` alone has it, at /gallery.html.

import { type ComponentChildren, render } from 'preact';
import { useState } from 'preact/hooks';
import { codeOf } from '../../telling/playthrough.ts';
import { fetchShelves, ShelvesContext } from '../shelves.ts';
import { Effects } from './effects.tsx';
import { OTHERS } from './others.tsx';
import { openProjection } from './projection.tsx';
import { QUESTIONS, QuestionPage } from './questions.tsx';
import { type Samples, samplesOf } from './samples.ts';
import { SPECIMENS } from './specimens.tsx';
import './gallery.css';

const ALL = [...SPECIMENS, ...OTHERS, ...QUESTIONS];
const SIZES = [
  [1366, 768],
  [390, 844],
  [1920, 1080],
  [320, 568],
] as const;

const host = document.getElementById('app') as HTMLElement;
const fetched = await fetchShelves();
if (window.location.search === '?projector') openProjection(host);
else if (fetched.ok) {
  render(
    <ShelvesContext.Provider value={fetched.shelves}>
      <Shown samples={samplesOf(fetched.shelves.content)} />
    </ShelvesContext.Provider>,
    host,
  );
} else render(<pre>{fetched.problems.map(({ message }) => message).join('\n')}</pre>, host);

/** The map wants the window for itself, and so does a question that is tried out. */
function Shown({ samples }: { samples: Samples }) {
  const question = new URLSearchParams(window.location.search).get('question');
  if (question !== null) return <QuestionPage wanted={question} />;
  return window.location.search === '?effects' ? <Effects samples={samples} /> : <Gallery samples={samples} />;
}

function Gallery({ samples }: { samples: Samples }) {
  return (
    <main class="gallery">
      <h1>Gallery</h1>
      <nav aria-label="Specimens">
        <ul>
          <li>
            <a href="?effects">Every effect of the map, alone</a>
          </li>
          <li>
            <a href="?question=">Every question, alone</a>
          </li>
          {[...ALL.map(({ name }) => name), 'Screens'].map((name) => (
            <li key={name}>
              <a href={`#${idOf(name)}`}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      {ALL.map(({ name, Shown }) => (
        <Frame key={name} name={name}>
          <Shown samples={samples} />
        </Frame>
      ))}
      <Frame name="Screens">
        <Screens samples={samples} />
      </Frame>
    </main>
  );
}

function idOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z]+/g, '-');
}

function Frame({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <section class="specimen" id={idOf(name)}>
      <h2>{name}</h2>
      {children}
    </section>
  );
}

/** The pages themselves, each in a window of the size chosen. */
function Screens({ samples: { opening, midway, over } }: { samples: Samples }) {
  const [size, setSize] = useState(0);
  const [width, height] = SIZES[size] ?? SIZES[0];
  const screens: readonly [string, string][] = [
    ['title', '#/'],
    ['first desk', `#/play/${codeOf(opening)}/desk`],
    ['desk', `#/play/${codeOf(midway)}/desk`],
    ['world', `#/play/${codeOf(midway)}/world`],
    ['debrief', `#/play/${codeOf(over)}/debrief`],
    ['replay', `#/replay/${codeOf(over)}`],
    ['trouble', '#/nowhere/at/all'],
  ];
  return (
    <>
      <p class="actions">
        {SIZES.map(([wide, high], i) => (
          <button type="button" key={wide} aria-pressed={i === size} onClick={() => setSize(i)}>
            {wide}×{high}
          </button>
        ))}
      </p>
      {screens.map(([name, hash]) => (
        <figure key={name}>
          <figcaption>
            <a href={`./${hash}`}>{name}</a>
          </figcaption>
          <iframe title={name} loading="lazy" src={`./index.html${hash}`} width={width} height={height} />
        </figure>
      ))}
    </>
  );
}
