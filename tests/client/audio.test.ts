import { globSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loudness, peak, RATE } from '../../assets/audio/dsp.ts';
import { GAP, type Rendered, renderAll } from '../../assets/audio/make.ts';
import { ROUNDS, SOUNDS } from '../../assets/audio/sounds.ts';
import sprite from '../../assets/audio/sprite.json' with { type: 'json' };
import { CUES, cueOfCard, cueOfEnding, cueOfMove, cuesOfBeat, DEEDS, GESTURES, LAYERS, layersAt, MOTIFS, riskOf } from '../../src/client/audio/cues.ts';
import { type CardId, type Event, LEVERS, type MoveId, WAR_PHASES } from '../../src/rules/types.ts';
import { isIdle } from '../../src/telling/digest.ts';
import { pictureOf } from '../../src/telling/picture.ts';
import { type Beat, beatsOf } from '../../src/telling/staging.ts';
import { content, LEVEL_IDS, LEVELS } from '../content.ts';
import { diced, held, SEEDS } from '../telling/campaigns.ts';

const CLIPS = sprite.clips as unknown as Record<string, [start: number, length: number, round: boolean]>;

describe('the sprite', () => {
  const rendered: Rendered = renderAll();
  const folder = fileURLToPath(new URL('../../assets/audio/', import.meta.url));

  test('is what its script renders, sample by sample', () => {
    expect(sprite.pcm).toBe(rendered.hash);
    expect(CLIPS).toEqual(rendered.sprite);
  });

  test('is rendered by arithmetic that is the same on every machine', () => {
    const sources = globSync('*.ts', { cwd: folder }).filter((name) => name !== 'make.ts');
    expect(sources.length).toBeGreaterThan(4);
    for (const name of sources) {
      const reached = [...readFileSync(`${folder}${name}`, 'utf8').matchAll(/Math\.(\w+)|[\w)\]] (\*\*) /g)].map(([, member, power]) => member ?? power);
      expect(['abs', 'ceil', 'floor', 'imul', 'max', 'min', 'round', 'sqrt'], name).toEqual(expect.arrayContaining(reached));
    }
  });

  test('holds every cue and every layer, and nothing else', () => {
    expect(Object.keys(CLIPS).sort()).toEqual([...CUES, ...LAYERS].sort());
    expect(new Set(CUES).size).toBe(CUES.length);
    for (const [name, [, , round]] of Object.entries(CLIPS)) expect(round, name).toBe((LAYERS as readonly string[]).includes(name));
  });

  test('has at least twenty effects, and a motif of one to two seconds for each lever', () => {
    expect(GESTURES.length + DEEDS.length).toBeGreaterThanOrEqual(20);
    for (const lever of LEVERS) {
      const [, length] = CLIPS[MOTIFS[lever]] ?? [0, 0];
      expect(length, lever).toBeGreaterThanOrEqual(1000);
      expect(length, lever).toBeLessThanOrEqual(2000);
    }
  });

  test('keeps its clips within the file and apart from each other', () => {
    const inOrder = Object.values(CLIPS).sort(([a], [b]) => a - b);
    let end = 0;
    for (const [start, length, round] of inOrder) {
      expect(start - (round ? GAP : 0)).toBeGreaterThanOrEqual(end + GAP);
      end = start + length + (round ? GAP : 0);
    }
    expect(end + GAP).toBeLessThanOrEqual(sprite.length);
  });

  test('is small', () => {
    expect(statSync(`${folder}sprite.webm`).size).toBeLessThanOrEqual(250_000);
    expect(statSync(`${folder}sprite.mp3`).size).toBeLessThanOrEqual(350_000);
  });

  test('is quiet and even: no clip clips, each is as loud as is meant', () => {
    const meant: Record<string, { level: number }> = { ...SOUNDS, ...ROUNDS };
    for (const { name, clip } of rendered.clips) {
      expect(20 * Math.log10(peak(clip)), name).toBeLessThan(-1);
      expect(20 * Math.log10(loudness(clip)), name).toBeCloseTo(meant[name]?.level as number, 1);
    }
  });

  test('effects begin and end in silence; rounds go on where they began', () => {
    for (const { name, clip } of rendered.clips) {
      const first = clip[0] as number;
      const last = clip.at(-1) as number;
      if (name in ROUNDS) {
        const steps = clip.subarray(1, RATE).map((x, i) => Math.abs(x - (clip[i] as number)));
        expect(Math.abs(first - last), name).toBeLessThanOrEqual(peak(steps));
      } else expect([Math.abs(first) < 0.001, Math.abs(last) < 0.001], name).toEqual([true, true]);
    }
  });
});

describe('a cue', () => {
  const { cards, moves } = content.library;

  test('answers each shipped card: with its lever’s motif, and unlike the other cards of the lever', () => {
    for (const lever of LEVERS) {
      const ofLever = cards.filter((card) => card.lever === lever);
      const heard = ofLever.map((card) => cuesOfBeat({ event: { type: 'cardPlayed', turn: 0, card: card.id }, lever }));
      for (const cues of heard) expect(cues).toContain(MOTIFS[lever]);
      expect(new Set(ofLever.map(cueOfCard)).size, lever).toBe(ofLever.length);
    }
  });

  test('answers each shipped move that a beat may tell of by a sound chosen for it', () => {
    const told = moves.filter(({ id }) => LEVEL_IDS.some((level) => !isIdle(diced(level, 0).world, id)));
    expect(told.length).toBeGreaterThan(20);
    for (const { id } of told) expect(CUES, id).toContain(cueOfMove(id));
    expect(told.filter(({ id }) => cueOfMove(id) === cueOfMove('no-such-move' as MoveId)).map(({ id }) => id)).toEqual(['world-cyber-theft']);
    expect(cueOfMove('pyongyang-shells' as MoveId)).toBe('train');
    expect(cueOfMove('pyongyang-icbm' as MoveId)).toBe('launch');
  });

  test('answers what strangers’ levels bring', () => {
    for (const lever of LEVERS) expect(CUES).toContain(cueOfCard({ id: 'no-such-card' as CardId, lever }));
    expect(cueOfMove('no-such-move' as MoveId)).toBe('teletype');
    expect(cueOfEnding('no-such-ending')).toBe('ending-uneasy');
  });

  test('answers every beat of whole campaigns, and never the same for success and failure', () => {
    const kinds = new Set<Event['type']>();
    for (const level of LEVEL_IDS) {
      for (const seed of SEEDS) {
        const { world, turns } = diced(level, seed);
        for (const beat of turns.flatMap((events) => beatsOf(world, events))) {
          kinds.add(beat.event.type);
          const cues = cuesOfBeat(beat);
          expect(cues.length).toBeGreaterThan(0);
          for (const cue of cues) expect(CUES).toContain(cue);
          if ('succeeded' in beat.event) expect(cuesOfBeat({ ...beat, event: { ...beat.event, succeeded: !beat.event.succeeded } } as Beat)).not.toEqual(cues);
        }
      }
    }
    expect([...kinds].sort()).toEqual(expect.arrayContaining(['attempted', 'cardPlayed', 'crisisBroke', 'moved', 'tested', 'warChanged']));
  });

  test('tells a war that flares up from one that cools', () => {
    const heard = WAR_PHASES.map((to) =>
      cuesOfBeat({ event: { type: 'warChanged', turn: 0, from: 'stalemate', to, because: { rule: 'war-takes-its-course', label: 'ours', claims: [] } }, lever: null }),
    );
    expect(heard).toEqual([['war-heats'], ['war-cools'], ['war-cools'], ['war-cools']]);
  });

  test('tells shipped endings apart', () => {
    const moods = new Set(LEVELS.flatMap(({ endings }) => endings.map(({ id }) => cueOfEnding(id))));
    expect([...moods].sort()).toEqual(['ending-bad', 'ending-good', 'ending-uneasy']);
  });
});

describe('the room', () => {
  const risksOf = (level: string, seed: number) => {
    const { world, openings, state } = held(level, seed);
    return [...openings, state].map((each) => riskOf(pictureOf(world, each)));
  };

  test('is tighter at the end of a campaign that was only held than at its beginning', () => {
    const risks = SEEDS.map((seed) => risksOf('pyongyang-2024', seed));
    const mean = (at: number) => risks.reduce((sum, each) => sum + (each.at(at) as number), 0) / risks.length;
    expect(mean(-1)).toBeGreaterThan(mean(0) + 100);
  });

  test('has a risk of 0 … 1000 whatever happens', () => {
    const picture = pictureOf(held('pyongyang-2024', 1).world, held('pyongyang-2024', 1).state);
    const at = (threat: number, deterrence: number, tension: number, crises: number) => riskOf({ threat, levels: { ...picture.levels, deterrence, tension }, crises });
    expect(at(0, 1000, 0, 0)).toBe(0);
    expect(at(2000, 0, 1000, 9)).toBe(1000);
    expect(at(500, 450, 100, 0)).toBe(200);
    expect(at(500, 450, 100, 1)).toBe(300);
    expect(at(500, 450, 100, 3)).toBe(at(500, 450, 100, 2));
  });

  test('grows no looser in any layer but its own air as risk grows, and is the air alone on the title', () => {
    expect(layersAt(null)).toMatchObject({ unease: 0, pressure: 0 });
    for (let risk = 0; risk < 1000; risk += 10) {
      const [now, next] = [layersAt(risk), layersAt(risk + 10)];
      for (const layer of LAYERS) expect(next[layer] >= 0 && next[layer] <= 1).toBe(true);
      expect(next.unease).toBeGreaterThanOrEqual(now.unease);
      expect(next.pressure).toBeGreaterThanOrEqual(now.pressure);
    }
    expect(layersAt(200)).toMatchObject({ unease: 0, pressure: 0 });
    expect(layersAt(1000)).toMatchObject({ unease: 1, pressure: 1 });
  });
});
