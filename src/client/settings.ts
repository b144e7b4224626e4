// What a player sets for this device. Kept in local storage where there is one; a value that cannot be read is the default.

import { computed, effect, signal } from '@preact/signals';

export interface Settings {
  muted: boolean;
  /** Volumes in per cent. */
  effects: number;
  ambience: number;
  /** Per cent of the designed size. */
  textSize: (typeof TEXT_SIZES)[number];
  motion: 'system' | 'reduced';
  /** Without it the game is played in text. */
  map: boolean;
  /** Notes that teach, in levels that teach. */
  hints: boolean;
  /** Single keys as shortcuts. */
  shortcuts: boolean;
  language: string;
}

export const TEXT_SIZES = [100, 115, 130, 150] as const;
export const DEFAULTS: Readonly<Settings> = { muted: false, effects: 60, ambience: 35, textSize: 100, motion: 'system', map: true, hints: true, shortcuts: true, language: 'en' };
const KEY = 'counterweight-settings';

export const settings = signal<Settings>(readSettings(stored()));

/** @param text as stored; anything else than a sound value of a setting is its default */
export function readSettings(text: string | null): Settings {
  let found: Partial<Record<keyof Settings, unknown>> = {};
  try {
    const parsed: unknown = JSON.parse(text ?? '{}');
    if (typeof parsed === 'object' && parsed !== null) found = parsed;
  } catch {
    // Damaged: the defaults hold.
  }
  const share = (value: unknown, otherwise: number) => (typeof value === 'number' && value >= 0 && value <= 100 ? Math.round(value) : otherwise);
  const flag = (value: unknown, otherwise: boolean) => (typeof value === 'boolean' ? value : otherwise);
  return {
    muted: flag(found.muted, DEFAULTS.muted),
    effects: share(found.effects, DEFAULTS.effects),
    ambience: share(found.ambience, DEFAULTS.ambience),
    textSize: TEXT_SIZES.find((size) => size === found.textSize) ?? DEFAULTS.textSize,
    motion: found.motion === 'reduced' ? 'reduced' : 'system',
    map: flag(found.map, DEFAULTS.map),
    hints: flag(found.hints, DEFAULTS.hints),
    shortcuts: flag(found.shortcuts, DEFAULTS.shortcuts),
    language: typeof found.language === 'string' && /^[a-z]{2}(-[A-Z]{2})?$/.test(found.language) ? found.language : DEFAULTS.language,
  };
}

export function change(part: Partial<Settings>): void {
  settings.value = { ...settings.value, ...part };
  try {
    window.localStorage.setItem(KEY, JSON.stringify(settings.value));
  } catch {
    // Private mode: it holds until the page is left.
  }
}

function stored(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

const asksForLess = window.matchMedia('(prefers-reduced-motion: reduce)');
const systemIsStill = signal(asksForLess.matches);
asksForLess.addEventListener('change', ({ matches }) => {
  systemIsStill.value = matches;
});

/** Whether motion is replaced by cuts. */
export const still = computed(() => settings.value.motion === 'reduced' || systemIsStill.value);

/** From this width and height on, in the letters that the reader chose, a page has room for the map beside its text, and for columns that scroll by themselves. */
const ROOMY = 62 * 16;
const HIGH = 36 * 16;
/** Below this width a page shows first what is needed first, and folds the rest. */
const NARROW = 40 * 16;
const size = signal({ width: window.innerWidth, height: window.innerHeight });
window.addEventListener('resize', () => {
  size.value = { width: window.innerWidth, height: window.innerHeight };
});
const letters = computed(() => settings.value.textSize / 100);
const roomy = computed(() => size.value.width >= ROOMY * letters.value);

/** Whether a page lies spread out in columns, each with its own scrolling. */
export const spread = computed(() => roomy.value && size.value.height >= HIGH * letters.value);
export const narrow = computed(() => size.value.width < NARROW * letters.value);

effect(() => {
  const { classList, style } = document.documentElement;
  classList.toggle('roomy', roomy.value);
  classList.toggle('spread', spread.value);
  classList.toggle('still', still.value);
  style.setProperty('--text-size', String(letters.value));
});
