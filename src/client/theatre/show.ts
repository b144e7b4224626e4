// The map on one canvas: it shows a picture, plays beats, moves its camera. All that matters lives outside, so it can be thrown away at any moment.

import type { Picture } from '../../telling/picture.ts';
import type { Performed, Scenery } from '../stage.ts';
import { effectOf, placeOf } from './effects/effectOf.ts';
import type { Engine } from './engine.ts';
import { type Frame, frameOf, type Gaze, gazeAt, type Rect, sameFrame } from './framing.ts';
import type { Effect } from './ground.ts';
import { drawLandscape } from './landscape.ts';
import { drawChina } from './layers/china.ts';
import { drawNames, type NamedPlace } from './layers/names.ts';
import { drawPartners } from './layers/partners.ts';
import { drawSanctions } from './layers/sanctions.ts';
import { drawThreat } from './layers/threat.ts';
import { drawTrade } from './layers/trade.ts';
import { drawWar } from './layers/war.ts';
import { type Marks, marksOf } from './marks.ts';
import { eased, platesOn, type Travel, travelled } from './plates.ts';
import { type Survey, survey } from './survey.ts';
import { MOTION } from './theme.ts';
import { cueAt, type Timeline, timelineOf } from './timeline.ts';
import { trafficOn } from './traffic.ts';

export interface Surroundings {
  /** Device pixels. */
  width: number;
  height: number;
  /** Device pixels of a CSS pixel, and how much larger marks are drawn than on a common screen. */
  ratio: number;
  enlarged: number;
  clear: Rect;
  still: boolean;
  name(place: NamedPlace): string;
}

export interface Show {
  show(scenery: Scenery | null): void;
  /** Ends what is played: the picture stands at once. */
  cut(): void;
  /** After a change of size, of what is covered, of words or of motion. */
  adjust(to: Surroundings): void;
  stop(): void;
}

interface Play {
  scenery: Scenery;
  effects: readonly Effect[];
  timeline: Timeline;
  passed: number;
  at: number;
}

export function stageOn(engine: Engine, first: Surroundings, tell: (performed: Performed | null) => void): Show {
  const { scene } = engine;
  const lands = platesOn(scene, 'land', 10, true);
  const marks = platesOn(scene, 'marks', 20, false);
  const traffic = trafficOn(scene, 30);
  const drawing = scene.add.graphics().setDepth(40);

  let around = first;
  let shownKey: string | null = null;
  let picture: Picture | null = null;
  let shown: Marks | null = null;
  let play: Play | null = null;
  let gaze: Gaze = 'rest';
  let frame = frameOf(gaze, around.clear, around.ratio);
  let travel: Travel | null = null;
  let ground = surveyed(frame);
  const fading = { lands: 1, marks: 1 };
  let clock = 0;
  let quietFor = 0;
  let asked = 0;
  let waiting = 0;
  let before = 0;

  function surveyed(seen: Frame): Survey {
    const { width, height, ratio, enlarged, clear } = around;
    return survey(seen, { width, height, unit: ratio * enlarged }, clear);
  }

  function layLand(to: Frame): void {
    lands.lay(to, around, (pen) => drawLandscape(pen, surveyed(to), picture?.season ?? 0));
    fading.lands = 0;
  }

  function layMarks(to: Frame): void {
    const seen = surveyed(to);
    marks.lay(to, around, (pen) => {
      pen.lineJoin = 'round';
      pen.lineCap = 'round';
      if (shown !== null) for (const draw of [drawThreat, drawPartners, drawTrade, drawSanctions, drawWar, drawChina]) draw(pen, seen, shown);
      drawNames(pen, seen, around.name, shown?.need ?? null);
    });
    fading.marks = 0;
  }

  /** @returns whether the camera had to move, and all was drawn for where it goes */
  function go(to: Gaze, how: 'travel' | 'jump'): boolean {
    gaze = to;
    const target = frameOf(to, around.clear, around.ratio);
    if (how === 'travel' && !around.still) {
      if (sameFrame(travel?.to ?? frame, target)) return false;
      travel = { from: frame, to: target, passed: 0 };
    } else {
      frame = target;
      travel = null;
    }
    layLand(target);
    layMarks(target);
    if (travel === null) fading.lands = fading.marks = 1;
    return true;
  }

  function turnTo(next: Picture | null, how: 'fade' | 'jump'): void {
    const otherSeason = next?.season !== picture?.season;
    picture = next;
    shown = next === null ? null : marksOf(next);
    const target = travel?.to ?? frame;
    if (otherSeason) layLand(target);
    layMarks(target);
    if (how === 'jump' || around.still) fading.lands = fading.marks = 1;
  }

  function end(): void {
    if (play === null) return;
    play = null;
    drawing.clear();
    tell(null);
  }

  function begin(scenery: Scenery): void {
    const effects = scenery.beats.map(effectOf);
    const timeline = timelineOf(scenery.beats.map((beat, i) => ({ duration: effects[i]?.duration ?? 0, gaze: gazeAt(placeOf(beat)) })));
    play = { scenery, effects, timeline, passed: 0, at: -1 };
  }

  function advance(passed: number): void {
    if (play === null) return;
    play.passed += passed;
    const cue = cueAt(play.timeline, play.passed);
    if (cue === null) {
      const { scenery } = play;
      end();
      turnTo(scenery.picture, 'fade');
      go('rest', 'travel');
      return;
    }
    const { scenery, effects, timeline } = play;
    if (cue.at !== play.at) {
      play.at = cue.at;
      go(timeline.cues[cue.at]?.gaze ?? 'rest', 'travel');
      const beat = scenery.beats[cue.at];
      if (beat !== undefined) tell({ key: scenery.key, beat, at: cue.at });
    }
    drawing.clear();
    if (cue.passed > 0 && cue.passed < 1) effects[cue.at]?.draw(drawing, cue.passed, ground);
  }

  function tick(now: number): void {
    asked = 0;
    // A frame may bear an earlier time than the moment that asked for it.
    const passed = Math.max(0, Math.min(MOTION.longestFrame, now - before));
    before = now;
    if (travel !== null) {
      travel.passed += passed;
      frame = travelled(travel, MOTION.travel);
      if (travel.passed >= MOTION.travel) travel = null;
    }
    fading.lands = Math.min(1, fading.lands + passed / MOTION.settle);
    fading.marks = Math.min(1, fading.marks + passed / MOTION.settle);
    ground = surveyed(frame);
    advance(passed);
    clock += passed;
    lands.place(frame, travel === null ? eased(fading.lands) : eased(travel.passed / MOTION.travel));
    marks.place(frame, eased(fading.marks));
    traffic.place(ground, shown, around.still ? 0 : clock);
    engine.draw(now);
    goOn(passed);
  }

  /** Another frame at once while something moves; a few a second while it drifts; none otherwise. */
  function goOn(passed: number): void {
    const moving = play !== null || travel !== null || fading.lands < 1 || fading.marks < 1;
    quietFor = moving ? 0 : quietFor + passed;
    if (moving) wake();
    else if (!around.still && shown !== null && quietFor < MOTION.driftFor) waiting = window.setTimeout(wake, 1000 / MOTION.driftRate);
  }

  function wake(): void {
    window.clearTimeout(waiting);
    waiting = 0;
    if (asked !== 0) return;
    asked = requestAnimationFrame(tick);
  }

  function rouse(): void {
    quietFor = 0;
    if (asked === 0) before = performance.now();
    wake();
  }

  go('rest', 'jump');
  rouse();

  return {
    show(scenery) {
      if ((scenery?.key ?? null) === shownKey) return;
      const opening = shownKey === null;
      shownKey = scenery?.key ?? null;
      end();
      const plays = scenery !== null && scenery.from !== null && scenery.beats.length > 0 && !around.still;
      turnTo(plays ? scenery.from : (scenery?.picture ?? null), opening ? 'jump' : 'fade');
      go('rest', 'travel');
      if (plays) begin(scenery);
      rouse();
    },
    cut() {
      if (play === null) return;
      const { scenery } = play;
      end();
      turnTo(scenery.picture, 'jump');
      go('rest', 'jump');
      rouse();
    },
    adjust(to) {
      const resized = to.width !== around.width || to.height !== around.height || to.ratio !== around.ratio || to.enlarged !== around.enlarged;
      around = to;
      if (resized) engine.resize(to.width, to.height);
      if (to.still && play !== null) {
        this.cut();
        return;
      }
      if (!go(gaze, resized ? 'jump' : 'travel')) {
        layMarks(travel?.to ?? frame);
        fading.marks = 1;
      }
      rouse();
    },
    stop() {
      cancelAnimationFrame(asked);
      window.clearTimeout(waiting);
      end();
      engine.stop();
    },
  };
}
