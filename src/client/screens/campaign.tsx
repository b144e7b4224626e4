// A campaign from its address: which sheet lies open, what the map shows of it, and the way from one sheet to the next.

import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Choice } from '../../rules/types.ts';
import { pictureOf } from '../../telling/picture.ts';
import { choose, codeOf, type Outcome, type Playthrough, resumePlay, startPlay } from '../../telling/playthrough.ts';
import { readSeed } from '../../telling/seed.ts';
import { beatsOf } from '../../telling/staging.ts';
import { troubleText } from '../../telling/trouble.ts';
import { waitsAt } from '../../telling/waiting.ts';
import { fetchAhead } from '../again.ts';
import { HistoryLog } from '../history/log.tsx';
import { PracticeLine } from '../history/practice.tsx';
import { Later, Loading } from '../later.tsx';
import { Page } from '../parts/page.tsx';
import { seedTrouble, Trouble } from '../parts/trouble.tsx';
import { playLink, practiceLink, type Route, readRoute, replaceAddress, type Sheet, savedLink } from '../route.ts';
import { autosave, type Loaded, loadSlot } from '../saves/door.ts';
import { useAttendance } from '../saves/tending.ts';
import { saveTroubleText } from '../saves/told.ts';
import { useShelves } from '../shelves.ts';
import { type Scenery, scenery } from '../stage.ts';
import { DeskScreen } from './desk.tsx';
import { WorldScreen } from './world.tsx';

/** One component for both addresses, so that the first choice of a campaign does not begin its pages anew. */
export function Campaign({ at }: { at: Extract<Route, { page: 'start' | 'play' }> }) {
  const { content } = useShelves();
  const [level, seed, code] = at.page === 'start' ? [at.level, readSeed(at.seed), null] : [null, null, at.code];
  const outcome = useMemo(
    () => (code !== null ? resumePlay(content, code) : level === null || seed === null ? null : startPlay(content, level, seed)),
    [content, code, level, seed],
  );
  if (outcome === null) return <TroublePage seed={at.page === 'start' ? at.seed : ''} />;
  return at.page === 'start' ? <Opened outcome={outcome} sheet="desk" practice={false} /> : <Opened outcome={outcome} sheet={at.sheet} practice={at.practice} />;
}

/** A campaign that went on under other rules or levels: its slot is its address. */
export function SavedCampaign({ slot, sheet }: { slot: string; sheet: Sheet }) {
  const { words } = useShelves();
  const [loaded, setLoaded] = useState<(Loaded & { slot: string }) | null>(null);
  const [isLost, setLost] = useState(false);
  const shown = useRef<string | null>(slot);
  shown.current = slot;
  useEffect(
    () => () => {
      shown.current = null;
    },
    [],
  );
  useEffect(() => {
    if (loaded?.slot !== slot)
      loadSlot(slot).then(
        (outcome) => shown.current === slot && setLoaded({ ...outcome, slot }),
        () => setLost(true),
      );
  }, [slot, loaded]);
  if (isLost) return <TroublePage text={words.t('interface:trouble.fetch')} />;
  if (loaded === null || loaded.slot !== slot) return <Loading />;
  if (!loaded.ok) return <TroublePage text={saveTroubleText(words, loaded.trouble)} />;
  const { practice } = loaded;
  const commit = (choices: readonly Choice[], then: Sheet = 'world') => {
    const outcome = choose(loaded.play, choices);
    if (!outcome.ok) return outcome;
    setLoaded({ ...loaded, play: outcome.play });
    replaceAddress(savedLink(slot, then));
    void saved(outcome.play, practice).then((written) => {
      // The page may have been left, or gone on, before the disk answered; `route` learns of it only after the address.
      const open = readRoute(window.location.hash);
      if (written === null || open.page !== 'saved' || open.slot !== slot) return;
      setLoaded((now) => (now === null ? now : { ...now, slot: written }));
      replaceAddress(savedLink(written, open.sheet));
    });
    return outcome;
  };
  return <Sheets play={loaded.play} practice={practice} sheet={sheet} commit={commit} show={(next) => replaceAddress(savedLink(slot, next))} />;
}

/** Saved in the background; where that fails, the notice says so and play goes on. */
function saved(play: Playthrough, practice: boolean): Promise<string | null> {
  return autosave(play, { practice }).catch(() => null);
}

function Opened({ outcome, sheet, practice }: { outcome: Outcome; sheet: Sheet; practice: boolean }) {
  const { words } = useShelves();
  if (!outcome.ok) return <TroublePage text={troubleText(words, outcome.trouble)} />;
  const { play } = outcome;
  const code = codeOf(play);
  const link = practice ? practiceLink : playLink;
  return (
    <Sheets play={play} practice={practice} sheet={sheet} commit={(choices, then) => commit(play, choices, practice, then)} show={(next) => replaceAddress(link(code, next))} />
  );
}

interface SheetsProps {
  play: Playthrough;
  practice: boolean;
  sheet: Sheet;
  /** @param then the sheet that is shown next, the world where none is named */
  commit: (choices: readonly Choice[], then?: Sheet) => Outcome;
  show: (sheet: Sheet) => void;
}

const debrief = () => import('./debrief.tsx');
const checkpoint = () => import('../quiz/checkpoint.tsx');

function Sheets(props: SheetsProps) {
  const { play, practice, sheet } = props;
  const { words } = useShelves();
  const scene = useMemo(() => sceneOf(play, sheet), [play, sheet]);
  useAttendance(play);
  // The last page of a campaign must not hang on a server that went away meanwhile.
  useEffect(() => (sheet === 'desk' && play.turns.length > 0 ? fetchAhead(debrief) : undefined), [sheet, play]);
  useEffect(() => {
    scenery.value = scene;
  }, [scene]);
  useEffect(
    () => () => {
      scenery.value = null;
    },
    [],
  );
  if (sheet === 'debrief' && play.state.phase !== 'over') return <TroublePage text={words.t('interface:trouble.notOver')} />;
  return (
    <>
      {practice && <PracticeLine />}
      <OpenSheet {...props} scene={scene} />
      <HistoryLog play={play} />
    </>
  );
}

function OpenSheet({ play, practice, sheet, commit, show, scene }: SheetsProps & { scene: Scenery }) {
  const over = play.state.phase === 'over';
  if (sheet === 'debrief' || (over && play.turns.length === 0)) return <Later load={debrief}>{({ DebriefScreen }) => <DebriefScreen play={play} />}</Later>;
  if (showsWorld(play, sheet)) return <WorldScreen key={codeOf(play)} play={play} scene={scene} onward={() => show(over ? 'debrief' : 'desk')} />;
  if (waitsAt(play))
    return <Later load={checkpoint}>{({ CheckpointScreen }) => <CheckpointScreen key={codeOf(play)} play={play} settle={(answer) => void commit([answer], 'desk')} />}</Later>;
  return <DeskScreen key={codeOf(play)} play={play} practice={practice} commit={commit} />;
}

function showsWorld({ turns, state }: Playthrough, sheet: Sheet): boolean {
  return turns.length > 0 && (sheet === 'world' || (state.phase === 'over' && sheet !== 'debrief'));
}

function sceneOf(play: Playthrough, sheet: Sheet): Scenery {
  const { world, state, openings, turns } = play;
  const played = showsWorld(play, sheet) ? (turns.at(-1) ?? []) : [];
  const before = openings.at(-2);
  return {
    key: `${codeOf(play)} ${played.length === 0 ? 'desk' : 'world'}`,
    picture: pictureOf(world, state),
    from: played.length === 0 || before === undefined ? null : pictureOf(world, before),
    beats: played.length === 0 ? [] : beatsOf(world, played),
  };
}

/** Makes the choices of a turn; what the rules refuse comes back to be shown. */
function commit(play: Playthrough, choices: readonly Choice[], practice: boolean, then: Sheet = 'world'): Outcome {
  const outcome = choose(play, choices);
  if (!outcome.ok) return outcome;
  replaceAddress((practice ? practiceLink : playLink)(codeOf(outcome.play), then));
  void saved(outcome.play, practice);
  return outcome;
}

export function TroublePage({ text, seed }: { text?: string; seed?: string }) {
  const { words } = useShelves();
  return (
    <Page words={words} name={words.t('interface:trouble.heading')} focusKey={`trouble ${text ?? seed ?? ''}`} class="narrow">
      <Trouble words={words} text={text ?? seedTrouble(words, seed ?? '')} />
    </Page>
  );
}
