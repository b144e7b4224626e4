// Seeds as players write them: unsigned 32-bit integers.

export const MAX_SEED = 4_294_967_295;

/** @returns null for anything that is no seed */
export function readSeed(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,10}$/.test(trimmed) && Number(trimmed) <= MAX_SEED ? Number(trimmed) : null;
}
