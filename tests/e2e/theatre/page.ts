// The map alone in a page: what a test sets and sees of it.

import { change } from '../../../src/client/settings.ts';
import { assembled } from '../../../src/client/shelf.ts';
import { shellWords } from '../../../src/client/shelves.ts';
import { clearing, performed, scenery, skip, theatre } from '../../../src/client/stage.ts';
import { openTheatre } from '../../../src/client/theatre/door.tsx';
import type { Choice } from '../../../src/rules/types.ts';
import { pictureOf } from '../../../src/telling/picture.ts';
import { choose, type Outcome, type Playthrough, startPlay } from '../../../src/telling/playthrough.ts';
import { beatsOf } from '../../../src/telling/staging.ts';

const host = document.getElementById('host') as HTMLElement;
openTheatre(host, () => shellWords);
const captions: (string | null)[] = [];
performed.subscribe((now) => captions.push(now === null ? null : now.beat.event.type));

function must(outcome: Outcome): Playthrough {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.trouble));
  return outcome.play;
}

/** Plays the first cards that can be paid for, and stages each quarter. */
function quarters(level: string, seed: number) {
  if (!assembled.ok) throw new Error('The content cannot be read');
  let play = must(startPlay(assembled.content, level, seed));
  const found = [];
  while (play.state.phase !== 'over') {
    const { world, state } = play;
    let left = state.capital;
    const cards = (state.desk?.hand ?? []).filter((id) => {
      const cost = world.cardById.get(id)?.cost ?? 99;
      if (cost > left) return false;
      left -= cost;
      return true;
    });
    const from = pictureOf(world, state);
    const attempts: Choice[][] = [cards.slice(0, 2), cards.slice(0, 1), []].map((chosen) => [{ kind: 'decide', cards: chosen }]);
    const next = attempts.map((choices) => choose(play, choices)).find(({ ok }) => ok);
    play = must(next as Outcome);
    found.push({ key: `${level} ${seed} ${found.length}`, from, picture: pictureOf(world, play.state), beats: beatsOf(world, play.turns.at(-1) ?? []) });
  }
  return found;
}

const page = { quarters, scenery, theatre, performed, clearing, captions, skip, change };
export type TheatrePage = typeof page;
Object.assign(window, page);
