// The parts that come later or lie apart: the debrief's, the history's, the saves', the sound's.

import { signal } from '@preact/signals';
import { useMemo, useState } from 'preact/hooks';
import type { CardId } from '../../rules/types.ts';
import { debriefOf } from '../../telling/debrief.ts';
import { forGoodText } from '../../telling/narrate.ts';
import type { Playthrough } from '../../telling/playthrough.ts';
import { SoundSettings } from '../audio/settingsPart.tsx';
import { EndingCauses } from '../debrief/causes.tsx';
import { ChangedDecision } from '../debrief/changed.tsx';
import { Critic } from '../debrief/critic.tsx';
import '../debrief/debrief.css';
import { Dots } from '../debrief/dots.tsx';
import { Foreseen } from '../debrief/foreseen.tsx';
import { Keep } from '../debrief/keep.tsx';
import { LineChart, pointsOf } from '../debrief/lineChart.tsx';
import { Overview } from '../debrief/overview.tsx';
import { Reckoned } from '../debrief/reckoned.tsx';
import { useReckoning } from '../debrief/reckoning.ts';
import { WhatIf } from '../debrief/whatIf.tsx';
import { dialog } from '../dialogs.ts';
import { HistoryLog } from '../history/log.tsx';
import { PracticeLine } from '../history/practice.tsx';
import { CodeForm } from '../parts/codeForm.tsx';
import { Hand, handOf } from '../parts/hand.tsx';
import { SettingsDialog } from '../parts/settings.tsx';
import { ShortcutsDialog } from '../parts/shortcuts.tsx';
import { Slots } from '../parts/slots.tsx';
import { diskTrouble, type SlotSummary } from '../saves/door.ts';
import { ImportSave } from '../saves/parts/import.tsx';
import { StorageNotice } from '../saves/parts/notice.tsx';
import { SlotRow } from '../saves/parts/slot.tsx';
import '../screens/desk.css';
import { useShelves } from '../shelves.ts';
import type { Samples } from './samples.ts';
import type { Specimen } from './specimens.tsx';

/** Tenths, as a quarter's figures are. */
const RISING = pointsOf([480, 520, 515, 560, 610]);
const FALLING = pointsOf([500, 490, 470, 455, 460]);
const HEAP = Array.from({ length: 120 }, (_, i) => ((i * 37) % 101) + ((i * 17) % 53) - 80);
const waiting = signal(null);

export const OTHERS: readonly Specimen[] = [
  { name: 'Hand and slots', Shown: HandAndSlots },
  {
    name: 'Line chart, with room shaded and a break',
    Shown: () => (
      <section class="sheet">
        <LineChart
          height={12}
          lines={[
            { key: 'a', points: RISING, tone: 'heat', dashed: false, mark: 'dot' },
            { key: 'b', points: FALLING, tone: 'teal', dashed: true, mark: 'diamond' },
          ]}
          labels={['Jun', 'Sep', 'Dec', 'Mar', 'Jun']}
          write={String}
          writeTick={String}
          between={['a', 'b']}
          breaks={[2]}
        />
      </section>
    ),
  },
  {
    name: 'Dots: many results',
    Shown: () => (
      <section class="sheet">
        <Dots rows={[{ key: 'plan', name: 'Your plan', values: HEAP, middle: -4, tone: 'teal' }]} at={12} write={String} />
      </section>
    ),
  },
  { name: 'Overview of a campaign', Shown: ({ samples: { over } }) => <Overview play={over} /> },
  { name: 'Causes of the ending', Shown: ({ samples: { over } }) => <EndingCauses play={over} debrief={useDebrief(over)} /> },
  { name: 'Calibration, luck and skill, one changed decision', Shown: Reckonings },
  { name: 'Luck and skill while they are worked out', Shown: ({ samples: { over } }) => <Reckoned play={over} debrief={useDebrief(over)} reckoning={waiting} /> },
  { name: 'What if', Shown: ({ samples: { over } }) => <WhatIf play={over} debrief={useDebrief(over)} /> },
  { name: 'Critic', Shown: ({ samples: { over } }) => <Critic play={over} debrief={useDebrief(over)} /> },
  { name: 'What to keep', Shown: ({ samples: { over } }) => <Keep play={over} /> },
  { name: 'Practice line', Shown: () => <PracticeLine /> },
  { name: 'Dialogs: settings, shortcuts, history', Shown: Dialogs },
  { name: 'Sound settings', Shown: Sound },
  { name: 'Saved campaigns, each trouble they may have', Shown: SavedCampaigns },
  { name: 'Import of a save', Shown: () => <ImportSave /> },
  { name: 'Notice about storage', Shown: Storage },
  { name: 'Replay code', Shown: () => <CodeForm /> },
];

function useDebrief(play: Playthrough) {
  return useMemo(() => debriefOf(play), [play]);
}

function HandAndSlots({ samples: { midway } }: { samples: Samples }) {
  const { words } = useShelves();
  const [chosen, setChosen] = useState<readonly CardId[]>([]);
  const { cards, left, toggle } = handOf(midway, chosen, (toggled) => setChosen(toggled.chosen));
  return (
    <>
      <Hand play={midway} cards={cards} chosen={chosen} left={left} toggle={toggle} />
      <Slots
        play={midway}
        chosen={chosen}
        left={left}
        takeOut={toggle}
        submit={(event) => event.preventDefault()}
        said=""
        refused={false}
        warning={forGoodText(words, midway.world, chosen)}
        belief={500}
        toBelief={() => undefined}
        toCards={() => undefined}
      />
    </>
  );
}

function Reckonings({ samples: { over } }: { samples: Samples }) {
  const debrief = useDebrief(over);
  const reckoning = useReckoning(over);
  return (
    <>
      <Foreseen debrief={debrief} play={over} reckoning={reckoning} />
      <Reckoned play={over} debrief={debrief} reckoning={reckoning} />
      <ChangedDecision play={over} debrief={debrief} reckoning={reckoning} />
    </>
  );
}

function Dialogs({ samples: { midway } }: { samples: Samples }) {
  return (
    <p class="actions">
      {(['settings', 'shortcuts', 'history'] as const).map((which) => (
        <button
          type="button"
          key={which}
          onClick={() => {
            dialog.value = which;
          }}
        >
          {which}
        </button>
      ))}
      <SettingsDialog />
      <ShortcutsDialog />
      <HistoryLog play={midway} />
    </p>
  );
}

function Sound() {
  return (
    <section class="sheet">
      <SoundSettings />
    </section>
  );
}

function SavedCampaigns({ samples: { midway } }: { samples: Samples }) {
  const { id: level, turns } = midway.world.level;
  const slot: SlotSummary = {
    id: 'sample',
    kind: 'auto',
    name: '',
    campaign: '',
    line: '',
    level,
    seed: midway.state.seed,
    turn: midway.state.turn,
    turns,
    over: false,
    practice: false,
    savedAt: '2026-03-04T05:06:07.000Z',
    trouble: null,
  };
  const slots: readonly SlotSummary[] = [
    slot,
    { ...slot, kind: 'kept', name: 'Before the crossroads', practice: true },
    { ...slot, over: true },
    ...(['recovered', 'lost', 'newer'] as const).map((trouble) => ({ ...slot, trouble })),
  ];
  return (
    <ul class="sheet">
      {slots.map((shown, i) => (
        <SlotRow key={String(i)} slot={{ ...shown, id: `sample-${i}` }} goOn={async () => {}} say={() => {}} />
      ))}
    </ul>
  );
}

function Storage() {
  return (
    <>
      <p class="actions">
        {([null, 'unavailable', 'full', 'newer', 'failed'] as const).map((trouble) => (
          <button
            type="button"
            key={trouble}
            onClick={() => {
              diskTrouble.value = trouble;
            }}
          >
            {trouble ?? 'none'}
          </button>
        ))}
      </p>
      <StorageNotice />
    </>
  );
}
