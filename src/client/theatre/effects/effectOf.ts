// Which effect a beat is played with, and where. A card, move or track that the map does not know gets one by its lever or actor.

import type { Actor } from '../../../rules/types.ts';
import type { Beat } from '../../../telling/staging.ts';
import type { Effect, PlaceId } from '../ground.ts';
import type { Act } from './act.ts';
import { anyApproach, CHINA } from './china.ts';
import { ahead, beijingAnswers, calledOff, closed, crisis, type Kind, landed, moscowAnswers, warTurns } from './course.ts';
import { anyElsewhere, ELSEWHERE } from './elsewhere.ts';
import { launchOf, outcomeOf, siteOf, surprise } from './launches.ts';
import { anyOfMoscow, MOSCOW } from './moscow.ts';
import { anyOfBeijing, anyOfPyongyang, BEIJING, PYONGYANG } from './neighbours.ts';
import { anyOfPartner, PARTNERS } from './partners.ts';
import { anySanction, SANCTIONS } from './sanctions.ts';
import { anyPartnership, TRILATERAL } from './trilateral.ts';

export const effectOf = (beat: Beat): Effect => actOf(beat).effect;

/** Where a reader should look. */
export const placeOf = (beat: Beat): PlaceId => actOf(beat).place;

const CARDS: ReadonlyMap<string, Act> = new Map([SANCTIONS, TRILATERAL, CHINA].flatMap((part) => Object.entries(part)));
const MOVES: ReadonlyMap<string, Act> = new Map([...[MOSCOW, PYONGYANG, BEIJING, PARTNERS, ELSEWHERE].flatMap((part) => Object.entries(part)), ['shock-launch', surprise]]);

const BY_LEVER: Readonly<Record<Kind, Act>> = { sanctions: anySanction, trilateral: anyPartnership, china: anyApproach, unknown: anyElsewhere };
const BY_ACTOR: Readonly<Record<Actor, Act>> = {
  moscow: anyOfMoscow,
  pyongyang: anyOfPyongyang,
  beijing: anyOfBeijing,
  seoul: anyOfPartner('seoul'),
  tokyo: anyOfPartner('tokyo'),
  world: anyElsewhere,
};

function actOf({ event, lever, tech }: Beat): Act {
  const kind = lever ?? 'unknown';
  switch (event.type) {
    case 'cardPlayed':
      return ofCard(event.card, kind);
    case 'effectLanded':
      return landed(ofCard(event.card, kind).place, kind);
    case 'effectAhead':
      return ahead(ofCard(event.card, kind).place, kind);
    case 'attempted':
      return event.of === 'beijing' ? beijingAnswers(event.succeeded) : moscowAnswers(event.succeeded);
    case 'moved':
      return MOVES.get(event.move) ?? (tech === null ? BY_ACTOR[event.actor] : launchOf(tech));
    case 'calledOff':
      return calledOff(tech === null ? (MOVES.get(event.move) ?? BY_ACTOR[event.actor]).place : siteOf(tech));
    case 'tested':
      return outcomeOf(event.tech, event.succeeded);
    case 'cardsClosed':
      return closed(event.cards.length);
    case 'warChanged':
      return warTurns[event.to];
    case 'crisisBroke':
      return crisis;
  }
}

const ofCard = (card: string, kind: Kind): Act => CARDS.get(card) ?? BY_LEVER[kind];
