// Every part of the pages alone, in the states that matter.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { askedNow } from '../../rules/forecast.ts';
import { view } from '../../rules/view.ts';
import { digestOf } from '../../telling/digest.ts';
import { Belief, EventForecast } from '../parts/belief.tsx';
import { Briefing, Standing } from '../parts/briefing.tsx';
import { Facts } from '../parts/facts.tsx';
import { Fold } from '../parts/fold.tsx';
import { HashFold } from '../parts/hash.tsx';
import { Estimates, Reports, Telegraph } from '../parts/intelligence.tsx';
import { Meter } from '../parts/meter.tsx';
import { Figures, Situation } from '../parts/situation.tsx';
import { Story } from '../parts/story.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { Turns } from '../parts/turns.tsx';
import { Why } from '../parts/why.tsx';
import { useShelves } from '../shelves.ts';
import type { Samples } from './samples.ts';

export interface Specimen {
  name: string;
  Shown: (props: { samples: Samples }) => ComponentChildren;
}

const TONES = ['ink', 'rose', 'teal', 'amber', 'gold', 'heat'] as const;

export const SPECIMENS: readonly Specimen[] = [
  {
    name: 'Buttons, links, fields',
    Shown: () => (
      <section class="sheet">
        <p class="actions">
          <button type="button" class="primary">
            Primary
          </button>
          <button type="button">Plain</button>
          <button type="button" class="primary" disabled>
            Barred
          </button>
        </p>
        <div class="field">
          <label for="sample-field">A field</label>
          <input id="sample-field" value="wrong" aria-invalid="true" />
          <p class="wrong">What is wrong with it.</p>
          <p class="hint">
            A hint, with <a href="#sample-field">a way back to the field</a>.
          </p>
        </div>
      </section>
    ),
  },
  {
    name: 'Meter: each tone; a ghost; a band; the ends of the scale',
    Shown: () => (
      <section class="sheet">
        {TONES.map((tone) => (
          <p key={tone}>
            {tone} <Meter value={430} ghost={380} tone={tone} />
          </p>
        ))}
        <p>
          band <Meter value={600} band={[480, 720]} tone="rose" />
        </p>
        <p>
          nothing <Meter value={0} /> all <Meter value={1000} />
        </p>
      </section>
    ),
  },
  { name: 'Situation', Shown: ({ samples: { midway } }) => <Situation play={midway} shown={view(midway.world, midway.state)} /> },
  { name: 'Situation on the first turn', Shown: ({ samples: { opening } }) => <Situation play={opening} shown={view(opening.world, opening.state)} /> },
  { name: 'Figures after a quarter', Shown: ({ samples: { midway } }) => <Figures play={midway} shown={view(midway.world, midway.state)} /> },
  { name: 'How it stands', Shown: ({ samples: { opening } }) => <Standing level={opening.world.level} /> },
  { name: 'Briefing', Shown: ({ samples: { midway } }) => <Briefing play={midway} /> },
  { name: 'Reports', Shown: ({ samples: { midway } }) => <Reports shown={view(midway.world, midway.state)} /> },
  { name: 'Telegraph', Shown: ({ samples: { midway } }) => <Telegraph shown={view(midway.world, midway.state)} /> },
  { name: 'Estimates', Shown: ({ samples: { midway } }) => <Estimates shown={view(midway.world, midway.state)} before={midway.openings.at(-2)} /> },
  { name: 'Belief dial', Shown: BeliefDial },
  { name: 'Forecast of a named event', Shown: NamedEvent },
  {
    name: 'Why: what the article says, what follows, what is ours',
    Shown: ({ samples: { causes } }) => (
      <section class="sheet">
        {causes.map((because) => (
          <Why key={because.label} because={because} />
        ))}
        {causes[0] !== undefined && <Why because={causes[0]} shown="folded" />}
      </section>
    ),
  },
  {
    name: 'Fold',
    Shown: () => (
      <section class="sheet">
        <Fold summary="What opens on demand">{() => <p>What was folded away.</p>}</Fold>
      </section>
    ),
  },
  {
    name: 'A quarter told',
    Shown: ({ samples: { midway } }) => <Story level={midway.world.level} digest={digestOf(midway.world, midway.turns.at(-1) ?? [], 'veiled')} heading="h3" />,
  },
  { name: 'All quarters told', Shown: ({ samples: { over } }) => <Turns play={over} telling="unveiled" /> },
  {
    name: 'Facts',
    Shown: ({ samples: { opening } }) => (
      <section class="sheet">
        <Facts ids={opening.world.level.history} />
      </section>
    ),
  },
  {
    name: 'Hash of a state',
    Shown: ({ samples: { over } }) => (
      <section class="sheet">
        <HashFold state={over.state} />
      </section>
    ),
  },
  { name: 'Trouble', Shown: AnyTrouble },
];

function BeliefDial({ samples: { midway } }: { samples: Samples }) {
  const [value, setValue] = useState(midway.state.belief);
  return <Belief value={value} before={midway.state.belief} first onInput={setValue} />;
}

function NamedEvent({ samples: { over } }: { samples: Samples }) {
  const { level } = over.world;
  const asked = over.openings.flatMap((state) => askedNow(over.world, state) ?? [])[0] ?? null;
  const [value, setValue] = useState<number | null>(null);
  return asked === null ? <p>This level asks for none.</p> : <EventForecast asked={asked} start={level.start} value={value} onInput={setValue} />;
}

function AnyTrouble() {
  const { words } = useShelves();
  return <Trouble words={words} text={words.t('interface:trouble.page')} more={['What is known of it, a line each.']} />;
}
