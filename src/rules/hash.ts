// The one hash of the product: random draws, ids, content hashes and checksums all come from here.
// It is stateless, so a changed decision never shifts the draws of anything else.

/** Where a draw belongs. The number is part of every saved game: append, never renumber. */
export const STREAM = {
  hidden: 1,
  war: 2,
  moscow: 3,
  pyongyang: 4,
  beijing: 5,
  seoul: 6,
  tokyo: 7,
  world: 8,
  test: 9,
  crisis: 10,
  intelligence: 11,
  estimate: 12,
  hand: 13,
  telegraph: 14,
  shock: 15,
  attempt: 16,
  resample: 17,
  plan: 18,
  checkpoint: 19,
  shown: 20,
  names: 21,
  own: 22,
} as const;

export type Stream = (typeof STREAM)[keyof typeof STREAM];

/** One murmur3 round: folds a 32-bit word into a running hash. */
function mix(hash: number, word: number): number {
  let k = Math.imul(word, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const h = hash ^ Math.imul(k, 0x1b873593);
  return (Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64) | 0;
}

function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/**
 * A uniform draw in 0 … 2^30 − 1.
 * @param seed the campaign's seed, an unsigned 32-bit integer
 * @param stream one of STREAM
 * @param turn the turn the draw belongs to, 0-based
 * @param index which draw of that stream in that turn
 */
export function draw(seed: number, stream: Stream, turn: number, index: number): number {
  return finish(mix(mix(seed | 0, (stream << 20) ^ turn), index)) >>> 2;
}

/** A uniform draw in 0 … 999, to be compared with a chance in per mille. */
export function perMille(seed: number, stream: Stream, turn: number, index: number): number {
  return draw(seed, stream, turn, index) % 1000;
}

/** A 64-bit hash of a text as 16 hexadecimal digits. Not cryptographic: it detects accidents, not forgers. */
export function hashText(text: string): string {
  let a = 0x2c1b3c6d;
  let b = 0x297a2d39;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = mix(a, unit);
    b = mix(b, unit ^ 0x5bd1);
  }
  return hex(finish(a ^ text.length)) + hex(finish(b ^ text.length));
}

function hex(word: number): string {
  return (word >>> 0).toString(16).padStart(8, '0');
}

/** JSON with sorted keys, so that equal values have equal texts. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}

/** The hash of any plain JSON value, the same whatever the order of its keys. */
export function hashValue(value: unknown): string {
  return hashText(canonical(value));
}
