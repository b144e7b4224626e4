// What each report that reached the desk was worth as evidence of the bond: told in the debrief only.

import { isInUse } from '../rules/desk.ts';
import type { Bond, Desk, ReadingId, TopicId, World } from '../rules/types.ts';
import type { Playthrough } from './playthrough.ts';
import { points, type Vocabulary, whole } from './wording.ts';

export interface Evidence {
  topic: TopicId;
  reading: ReadingId;
  worth: Worth;
}

/** `times`: how many times likelier the reading is under that bond than under the other. `aside`: it spoke of another hidden fact. */
type Worth = { kind: 'bond'; bond: Bond; times: number } | { kind: 'aside'; of: 'west' | 'help' } | { kind: 'none' };

/** Below this the two bonds show a reading about as often. */
const TELLING = 1.1;

/** The reports by quarter, quarters without one left out. */
export function evidenceOf({ world, openings }: Playthrough): { turn: number; reports: readonly Evidence[] }[] {
  return openings
    .slice(0, world.level.turns)
    .map(({ turn, desk }) => ({
      turn,
      reports: isInUse(world.level, 'intelligence', turn)
        ? (desk?.reports ?? []).map((report) => ({ topic: report.topic, reading: report.reading, worth: worthOf(world, report) }))
        : [],
    }))
    .filter(({ reports }) => reports.length > 0);
}

function worthOf(world: World, { topic: id, reading: shown, clear }: Desk['reports'][number]): Worth {
  const topic = world.topics.find((topic) => topic.id === id);
  const reading = topic?.readings.find((reading) => reading.id === shown);
  if (topic === undefined || reading === undefined || topic.axis === 'none') return { kind: 'none' };
  if (topic.axis !== 'bond') return { kind: 'aside', of: topic.axis };
  const [expedience, alliance] = (clear ? reading.clearer : reading.chance) as [number, number];
  const times = Math.max(expedience, alliance) / Math.max(1, Math.min(expedience, alliance));
  return times < TELLING ? { kind: 'none' } : { kind: 'bond', bond: alliance > expedience ? 'alliance' : 'expedience', times };
}

/** "About 1.6 times likelier if the tie is an alliance." */
export function evidenceText(words: Vocabulary, { worth }: Evidence): string {
  switch (worth.kind) {
    case 'none':
      return words.t('interface:debrief.evidence.none');
    case 'aside':
      return words.t(`interface:debrief.evidence.${worth.of}`);
    case 'bond':
      return words.t(`interface:debrief.evidence.${worth.bond}`, { times: worth.times < 1.95 ? points(words, worth.times * 10) : whole(words, worth.times) });
  }
}
