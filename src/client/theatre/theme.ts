// All pixels, colours and milliseconds of the map. Sizes are in units (CSS pixels on a common screen), colours as 0xrrggbb.

export const COLOURS = {
  space: 0x070d15,
  /** Behind marks, so that no line runs through them. */
  shade: 0x0b1622,
  seaNear: 0x0e1c2b,
  sea: 0x0b1622,
  seaFar: 0x09121c,
  horizon: 0x2a3f55,
  border: 0x3b5269,
  graticule: 0x142436,
  name: 0xdfe6ec,
  nameFaint: 0x93a7ba,
  /** Munitions: dots. */
  amber: 0xe5a63c,
  amberBright: 0xffc35c,
  /** Technology: diamonds. */
  rose: 0xf598c0,
  /** Sanctions: hatching. */
  ice: 0x9fd3f5,
  /** Trilateral: linked rings. */
  teal: 0x35ab9a,
  tealBright: 0x6fe0cf,
  /** China: a doorway. */
  gold: 0xf0d264,
  goldBright: 0xfff0b8,
  /** Threat: heat in the land. */
  heat: 0xe2553d,
  heatLine: 0xff9d82,
  /** The war: its front. */
  ember: 0xff8a4a,
  cold: 0x7d93a8,
  white: 0xf5f0e6,
} as const;

export const MOTION = {
  /** One picture into the next. */
  settle: 350,
  /** The camera to another framing. */
  travel: 400,
  /** Between two beats. */
  breath: 420,
  /** What `tempo` brings a crowded quarter down to, at most. */
  quarter: 12_000,
  /** Frames a second of the idle drift. */
  driftRate: 8,
  /** The drift comes to rest when nothing has happened for so long. */
  driftFor: 60_000,
  /** A frame that took longer passes as this: a tab left in the background goes on where it was left. */
  longestFrame: 120,
} as const;

export const STROKES = { hair: 0.75, fine: 1, line: 1.5, bold: 2.5 } as const;

/** How long an effect lasts: a sign, a deed, a deed with more to read. None longer than 900. */
export const LASTING = { brief: 620, usual: 780, full: 900 } as const;
/** The share of its time from which an effect fades. */
export const FADE = 0.84;
/** What an effect leaves free at the edge of the screen. Units. */
export const MARGIN = 6;

/** What stands at the edge of the free part of the screen, and how far from it: glyph and name need the room. Units. */
export const EDGE = { side: 44, top: 34, bottom: 40, front: { x: 50, least: 20, most: 48 } } as const;

/** The lit coastline, from its outermost shimmer inward. Units. */
export const COAST = [
  { width: 9, alpha: 0.05 },
  { width: 4.5, alpha: 0.09 },
] as const;

/** The light of each quarter, from January on: winter blue, spring green-grey, summer warm, autumn copper. `from` is a share of the screen. */
export const LIGHT = [
  { near: 0x24374b, land: 0x1b2b3c, far: 0x121d2a, coast: 0x8fb2d4, glow: 0x9cc4f0, strength: 0.09, from: { x: 0.3, y: -0.1 } },
  { near: 0x213844, land: 0x192b37, far: 0x111d28, coast: 0x8ab6bb, glow: 0x8fd0b4, strength: 0.07, from: { x: 0.7, y: -0.05 } },
  { near: 0x293947, land: 0x1e2b37, far: 0x151e28, coast: 0xa9b5ac, glow: 0xf0d9a0, strength: 0.08, from: { x: 0.85, y: 0.1 } },
  { near: 0x2d3545, land: 0x222a38, far: 0x171d28, coast: 0xb5aaa0, glow: 0xe0a070, strength: 0.08, from: { x: 0.15, y: 0.15 } },
] as const;

/** Where the heat sits in North Korea, in units of the map, and how its contours widen. */
export const HEAT = { heart: { x: -90, y: -40 }, spread: 420, contours: 6, contour: 62 } as const;

/** The front's glyph. Units. */
export const FRONT = {
  half: 15,
  teeth: 4,
  tooth: 4.5,
  parted: 5,
  glow: { fighting: 58, stalemate: 34, talks: 22 },
  strength: { fighting: 0.75, stalemate: 0.3, talks: 0.12 },
} as const;

/** Where each track of technology stands: at its test site, beside the place. Units. */
export const TRACK_SPOTS = {
  space: { place: 'sohae', x: -13, y: 0 },
  icbm: { place: 'pyongyang', x: 17, y: 9 },
  slbm: { place: 'sinpo', x: 24, y: -6 },
  submarine: { place: 'sinpo', x: 24, y: 13 },
} as const;

/** Which stretch of which route each kind of pressure closes on, as shares of the route's length. Units. */
export const HATCH = {
  every: 5,
  open: 13,
  closed: 2.2,
  lean: 0.45,
  stretches: [
    { route: 'rail', from: 0.65, to: 0.77, by: 'pressureRussia', reach: 10 },
    { route: 'rail', from: 0.05, to: 0.15, by: 'pressureNorthKorea', reach: 9 },
    { route: 'technology', from: 0.56, to: 0.7, by: 'controls', reach: 10 },
    { route: 'sea', from: 0.15, to: 0.95, by: 'interdiction', reach: 8 },
  ],
} as const;

/** The partners' links and rings. Units; `flat` is the share of its length that the ring of deterrence is wide. */
export const LINKAGE = { margin: 27, flat: 0.46, apart: 2.6, ring: 7, weave: 7 } as const;

/** Beijing's doorway; how many rings, bars and gates a full measure shows. Units. */
export const DOOR = { half: 6, height: 18, rings: 5, bars: 6, gates: 10, spill: 30 } as const;

export const TYPE = {
  family: '"Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", system-ui, "Segoe UI", Roboto, sans-serif',
  size: 13.5,
  faint: 11,
  faintFrom: 900,
  faintAbove: 320,
  margin: 6,
  below: 24,
} as const;

/** Where each name stands beside its place. Units. */
export const NAMES = [
  { place: 'moscow', side: 'middle', x: 0, y: -18, faint: false },
  { place: 'ukraine', side: 'middle', x: 0, y: 28, faint: false },
  { place: 'washington', side: 'middle', x: 0, y: 22, faint: false },
  { place: 'pyongyang', side: 'left', x: 14, y: 6, faint: false },
  { place: 'beijing', side: 'left', x: 18, y: 0, faint: false },
  { place: 'seoul', side: 'left', x: 14, y: 10, faint: false },
  { place: 'tokyo', side: 'right', x: 14, y: 2, faint: false },
  { place: 'newYork', side: 'middle', x: 0, y: 15, faint: true },
  { place: 'rason', side: 'left', x: 8, y: -6, faint: true },
  { place: 'vladivostok', side: 'right', x: 7, y: -4, faint: true },
] as const;

/** What drifts on which route: as many as a share of `most`; `speed` is shares of the route a second. */
export const TRAFFIC = [
  { route: 'rail', token: 'dot', by: 'munitions', most: 30, speed: 0.006 },
  { route: 'sea', token: 'dot', by: 'munitions', most: 5, speed: 0.03 },
  { route: 'technology', token: 'diamond', by: 'russianThreat', most: 14, speed: 0.008 },
] as const;

/** One thing that drifts, and how far from Moscow's mark it is seen again. Units. */
export const TOKEN = { radius: 3.1, rim: 2, outline: 1.2, clear: 10 } as const;

/** The screen. `common` is the one that units are CSS pixels on; larger ones enlarge all marks. */
export const SCREEN = {
  common: { width: 1280, height: 720 },
  enlargedAtLeast: 0.84,
  enlargedAtMost: 1.6,
  pixelsAtMost: 9_000_000,
  leastClear: 120,
  rebuildAfter: 250,
  lossesOfWebGL: 3,
  lossesAtMost: 6,
} as const;
