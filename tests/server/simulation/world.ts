// A world of one seed: its time, its luck, and what is due in it. Two runs of a seed are alike to the last event.

export interface World {
  /** Milliseconds since the world began. */
  now: () => number;
  /** @returns how to call it off */
  after: (milliseconds: number, run: () => void) => () => void;
  /** 0 … 1. */
  random: () => number;
  chance: (probability: number) => boolean;
  /** A whole number, both ends included. */
  between: (least: number, most: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
  hex: (digits: number) => string;
  /** Lets time pass until `isOver`, nothing is due any more, or `most` milliseconds of the world have gone. */
  run: (isOver: () => boolean, most: number) => Promise<void>;
  /** How many events have come to pass. */
  events: () => number;
}

interface Due {
  at: number;
  order: number;
  run: (() => void) | null;
}

export function openWorld(seed: number): World {
  const heap: Due[] = [];
  let time = 0;
  let order = 0;
  let events = 0;
  const random = smallFast(seed);
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  return {
    now: () => time,
    after(milliseconds, run) {
      const due: Due = { at: time + Math.max(0, milliseconds), order: order++, run };
      push(heap, due);
      return () => {
        due.run = null;
      };
    },
    random,
    chance: (probability) => random() < probability,
    between,
    pick: (values) => values[between(0, values.length - 1)] as never,
    hex: (digits) => Array.from({ length: digits }, () => between(0, 15).toString(16)).join(''),
    async run(isOver, most) {
      const end = time + most;
      for (;;) {
        await settled();
        if (isOver()) return;
        const due = pop(heap);
        if (due === undefined) return;
        if (due.at > end) {
          push(heap, due);
          time = end;
          return;
        }
        if (due.run === null) continue;
        time = due.at;
        events++;
        due.run();
      }
    },
    events: () => events,
  };
}

/** All promises that can go on have gone on: nothing here waits for anything but the world. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** sfc32. */
function smallFast(seed: number): () => number {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed ^ 0xdeadbeef];
  const next = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 2 ** 32;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

const before = (one: Due, other: Due) => one.at < other.at || (one.at === other.at && one.order < other.order);

function push(heap: Due[], due: Due): void {
  let place = heap.push(due) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (!before(due, heap[parent] as Due)) break;
    heap[place] = heap[parent] as Due;
    place = parent;
  }
  heap[place] = due;
}

function pop(heap: Due[]): Due | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (first === undefined || last === undefined || heap.length === 0) return first;
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && before(heap[child + 1] as Due, heap[child] as Due)) child++;
    if (!before(heap[child] as Due, last)) break;
    heap[place] = heap[child] as Due;
    place = child;
  }
  heap[place] = last;
  return first;
}
