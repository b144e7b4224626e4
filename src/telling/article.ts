// What the article would say of a campaign that is over: the claims that its outcome calls up, in an order that follows the article.

import type { Claim } from '../content/schemas.ts';
import { decisionsOf } from '../rules/campaign.ts';
import { type Bond, type ClaimId, LEVERS, type Lever, type WarPhase } from '../rules/types.ts';
import type { Playthrough } from './playthrough.ts';

/** What of the campaign calls up the claims. `none` and `several` are said of the levers. */
export type Occasion = `bond.${Bond}` | `war.${WarPhase}` | `lever.${Lever | 'none' | 'several'}` | `threat.${'grew' | 'fell'}`;

export interface Remark {
  occasion: Occasion;
  claims: readonly Claim[];
}

const CALLED_UP: Readonly<Record<Occasion, readonly string[]>> = {
  'bond.expedience': ['expedience-restrains'],
  'bond.alliance': ['alliance-unlocks'],
  'war.fighting': ['war-feeds-dependence'],
  'war.stalemate': ['war-feeds-dependence'],
  'war.talks': ['peace-loosens-need'],
  'war.ended': ['peace-loosens-need'],
  'lever.none': ['limited-leverage'],
  'lever.several': ['limited-leverage', 'trilateral-is-best'],
  'lever.sanctions': ['sanctions-worth-raising', 'sanctions-have-not-deterred'],
  'lever.trilateral': ['trilateral-is-best'],
  'lever.china': ['overlapping-interest', 'china-both-ways'],
  'threat.grew': ['threats-keep-growing'],
  'threat.fell': ['threats-keep-growing'],
};

/** @param play a campaign that is over */
export function articleOn(play: Playthrough, claims: readonly Claim[]): Remark[] {
  const { hidden, war, threat, openingThreat } = play.state;
  const occasions: readonly Occasion[] = [`bond.${hidden.bond}`, `war.${war}`, `lever.${leaningOf(play)}`, threat > openingThreat ? 'threat.grew' : 'threat.fell'];
  const known = new Map<ClaimId, Claim>(claims.map((claim) => [claim.id, claim]));
  return occasions.map((occasion) => ({ occasion, claims: CALLED_UP[occasion].flatMap((id) => known.get(id as ClaimId) ?? []) })).filter((remark) => remark.claims.length > 0);
}

/** The lever that more than half of the cards played belong to. */
function leaningOf({ log, world }: Playthrough): Lever | 'none' | 'several' {
  const played = decisionsOf(log.choices).flatMap((cards) => cards.flatMap((id) => world.cardById.get(id)?.lever ?? []));
  if (played.length === 0) return 'none';
  return LEVERS.find((lever) => played.filter((other) => other === lever).length * 2 > played.length) ?? 'several';
}
