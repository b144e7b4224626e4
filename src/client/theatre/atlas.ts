// The places and routes of the map by name, in the map's own units; `assets/map/geometry.json` holds where they are.

import type geometry from '../../../assets/map/geometry.json';

export type PlaceId = keyof typeof geometry.places;
/** Routes along the ground, and links that are bowed between two places wherever these stand on the screen. */
export type RouteId = keyof typeof geometry.routes | keyof typeof LINKS;

/** `bow`: how far the middle lies to the right of the way, as a share of its length. */
export const LINKS = {
  seoulTokyo: { from: 'seoul', to: 'tokyo', bow: -0.14 },
  washingtonSeoul: { from: 'washington', to: 'seoul', bow: -0.1 },
  washingtonTokyo: { from: 'washington', to: 'tokyo', bow: -0.12 },
  channel: { from: 'washington', to: 'beijing', bow: -0.24 },
  moscowPyongyang: { from: 'moscow', to: 'pyongyang', bow: -0.2 },
} as const satisfies Record<string, { from: PlaceId; to: PlaceId; bow: number }>;
