// Every sound of the game by its name: how it is made, and how loud.

import type { CueId, Layer } from '../../src/client/audio/cues.ts';
import { pressure, room, unease } from './ambience.ts';
import type { Clip } from './dsp.ts';
import * as paper from './paper.ts';
import * as world from './world.ts';

export interface Sound {
  render: () => Clip;
  /** Of its loudest tenth of a second, decibels of full scale. */
  level: number;
}

/** What is under the fingers, what is out in the world, what is sung, what is small. */
const DESK = -25;
const SMALL = -29;
const WORLD = -23;
const TUNE = -24;

export const SOUNDS: Readonly<Record<CueId, Sound>> = {
  'sheet-opened': { render: paper.paperSlide, level: DESK },
  'sheet-closed': { render: paper.paperBack, level: DESK },
  'card-lifted': { render: paper.paperLift, level: SMALL },
  'card-laid': { render: paper.cardLaid, level: DESK },
  'card-taken': { render: paper.cardTaken, level: DESK },
  pencil: { render: paper.pencil, level: SMALL },
  signed: { render: paper.signature, level: SMALL },
  committed: { render: paper.stamp, level: DESK },
  sealed: { render: paper.seal, level: DESK },
  turned: { render: paper.pageTurn, level: DESK },
  drawer: { render: paper.drawer, level: DESK },
  report: { render: paper.reports, level: SMALL },
  refused: { render: paper.refused, level: DESK },
  'level-opens': { render: world.levelOpens, level: TUNE },
  'quarter-passes': { render: world.quarterPasses, level: TUNE },
  'ending-good': { render: world.endingGood, level: TUNE },
  'ending-uneasy': { render: world.endingUneasy, level: TUNE },
  'ending-bad': { render: world.endingBad, level: TUNE },
  'ledger-struck': { render: paper.ledgerStrike, level: DESK },
  teletype: { render: paper.teletype, level: DESK },
  presses: { render: paper.presses, level: DESK },
  'wire-pulse': { render: world.wirePulse, level: WORLD - 3 },
  'radio-tick': { render: paper.radioTick, level: SMALL - 4 },
  radar: { render: world.radar, level: WORLD },
  engines: { render: world.engines, level: WORLD },
  barrier: { render: world.barrier, level: WORLD },
  'door-opens': { render: world.doorOpens, level: WORLD },
  'door-closes': { render: world.doorCloses, level: WORLD },
  'folder-shut': { render: paper.folderShut, level: DESK },
  train: { render: world.train, level: WORLD },
  'ship-horn': { render: world.shipHorn, level: WORLD },
  launch: { render: world.launch, level: WORLD + 1 },
  submarine: { render: world.submarine, level: WORLD },
  orbit: { render: world.orbit, level: WORLD - 3 },
  splashdown: { render: world.splashdown, level: WORLD },
  'attempt-won': { render: world.attemptWon, level: TUNE },
  'attempt-refused': { render: world.attemptRefused, level: TUNE },
  'called-off': { render: world.calledOff, level: TUNE },
  'effect-lands': { render: world.effectLands, level: TUNE },
  'war-heats': { render: world.warHeats, level: WORLD + 1 },
  'war-cools': { render: world.warCools, level: WORLD },
  crisis: { render: world.crisis, level: WORLD + 2 },
  'motif-sanctions': { render: world.motifSanctions, level: TUNE },
  'motif-trilateral': { render: world.motifTrilateral, level: TUNE },
  'motif-china': { render: world.motifChina, level: TUNE },
};

/** The rounds, with their lengths in seconds: no two meet at the same place soon. */
export const ROUNDS: Readonly<Record<Layer, { render: (seconds: number) => Clip; seconds: number; level: number }>> = {
  room: { render: room, seconds: 6.8, level: -30 },
  unease: { render: unease, seconds: 7.9, level: -28 },
  pressure: { render: pressure, seconds: 6.3, level: -27 },
};
