// One level against the library it draws on: whether all it names exists, and whether it can be played to the end.

import { assume } from '../rules/assumptions.ts';
import type { Library } from '../rules/prepare.ts';
import { ACTORS, type Card, LEVERS, type Level, type Move, type Visible, WAR_PHASES } from '../rules/types.ts';
import { sum } from './fields.ts';
import { didYouMean, type Findings } from './problems.ts';
import { rangeOf } from './ranges.ts';
import type { Claim, Fact } from './schemas.ts';

/** What a level may name. */
export interface Shelf {
  library: Library;
  claims: readonly Claim[];
  facts: readonly Fact[];
}

export interface Named {
  id: string;
}

/** Says which of the ids exist nowhere. */
export function dangling(findings: Findings, file: string, path: readonly PropertyKey[], ids: readonly string[], kind: string, existing: Iterable<string>): void {
  const known = new Set(existing);
  ids.forEach((id, i) => {
    if (!known.has(id)) findings.add({ file, path: [...path, i], found: `"${id}"`, expected: `a ${kind} that exists`, cure: didYouMean(id, known) });
  });
}

export function idsOf(items: readonly Named[]): string[] {
  return items.map(({ id }) => id);
}

/** @param file what messages call the level's file */
export function checkLevel(findings: Findings, file: string, level: Level, shelf: Shelf): void {
  const { library, claims, facts } = shelf;
  dangling(findings, file, ['deck'], level.deck, 'card', idsOf(library.cards));
  dangling(findings, file, ['moves'], level.moves, 'move', idsOf(library.moves));
  dangling(findings, file, ['topics'], level.topics, 'topic', idsOf(library.topics));
  dangling(findings, file, ['rivals'], level.rivals, 'rival model', idsOf(library.rivals));
  dangling(findings, file, ['history'], level.history, 'fact', idsOf(facts));
  dangling(findings, file, ['epilogue'], level.epilogue, 'fact', idsOf(facts));
  for (const [i, checkpoint] of level.checkpoints.entries()) dangling(findings, file, ['checkpoints', i, 'claims'], checkpoint.claims, 'claim', idsOf(claims));
  if (level.shock !== null) dangling(findings, file, ['shock', 'options'], level.shock.options, "move of this level's list", level.moves);
  if (level.crossroads !== null) dangling(findings, file, ['crossroads', 'cards'], level.crossroads.cards, "card of this level's deck", level.deck);
  level.fixed.forEach(({ move }, i) => {
    if (!level.moves.includes(move))
      findings.add({ file, path: ['fixed', i, 'move'], found: `"${move}"`, expected: "a move of this level's list", cure: didYouMean(move, level.moves) });
  });
  checkArrangedFacts(findings, file, level, facts);

  const cards = library.cards.filter(({ id }) => level.deck.includes(id));
  const moves = library.moves.filter(({ id }) => level.moves.includes(id));
  checkDates(findings, file, level, facts);
  checkArranged(findings, file, level, cards, moves);
  checkHands(findings, file, level, cards, moves, library);
  checkActors(findings, file, level, moves);
}

/** What happened before the level opens is history; what came after is told in the epilogue. */
function checkDates(findings: Findings, file: string, level: Level, facts: readonly Fact[]): void {
  const dateOf = new Map<string, string>(facts.map(({ id, date }) => [id, date]));
  level.history.forEach((id, i) => {
    const date = dateOf.get(id);
    if (date !== undefined && date > level.start)
      findings.add({ file, path: ['history', i], found: `"${id}" of ${date}`, expected: `a fact of ${level.start}, when the level opens, or before` });
  });
  level.epilogue.forEach((id, i) => {
    const date = dateOf.get(id);
    if (date !== undefined && date < level.start)
      findings.add({ file, path: ['epilogue', i], found: `"${id}" of ${date}`, expected: `a fact of ${level.start}, when the level opens, or after` });
  });
}

/** A fixed move that is told as history must have happened in the quarter in which it is told. */
function checkArrangedFacts(findings: Findings, file: string, level: Level, facts: readonly Fact[]): void {
  level.fixed.forEach(({ turn, fact: id }, i) => {
    if (id === null) return;
    const path = ['fixed', i, 'fact'];
    const fact = facts.find((fact) => fact.id === id);
    const [from, until] = [turn === 0 ? level.start : quarterStart(level.start, turn), quarterStart(level.start, turn + 1)];
    if (fact === undefined) findings.add({ file, path, found: `"${id}"`, expected: 'a fact that exists', cure: didYouMean(id, idsOf(facts)) });
    else if (fact.date < from || fact.date >= until)
      findings.add({ file, path, found: `"${id}" of ${fact.date}`, expected: `a fact of turn ${turn}, from ${from} to before ${until}` });
  });
}

/** The first day of a turn's quarter, ISO date: months count whole. */
function quarterStart(start: string, turn: number): string {
  const [year, month] = start.split('-').map(Number) as [number, number];
  const months = month - 1 + 3 * turn;
  return `${year + Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`;
}

function checkArranged(findings: Findings, file: string, level: Level, cards: readonly Card[], moves: readonly Move[]): void {
  const actorOf = new Map(moves.map(({ id, actor }) => [id, actor]));
  level.fixed.forEach(({ turn, move }, i) => {
    const actor = actorOf.get(move);
    const earlier = level.fixed.slice(0, i).findIndex((other) => other.turn === turn && actorOf.get(other.move) === actor);
    if (actor !== undefined && earlier >= 0) findings.add({ file, path: ['fixed', i], found: `a second move of ${actor} on turn ${turn}`, expected: 'one move an actor a turn' });
  });
  level.crossroads?.cards.forEach((id, i) => {
    const card = cards.find((card) => card.id === id);
    if (card !== undefined && card.irreversible === null)
      findings.add({ file, path: ['crossroads', 'cards', i], found: `"${id}", which can be taken back`, expected: 'an irreversible card' });
  });
}

/** Each turn must offer a legal card of each lever: one that nothing shuts, closes or rests, and that a quarter's income pays. */
function checkHands(findings: Findings, file: string, level: Level, cards: readonly Card[], moves: readonly Move[], library: Library): void {
  const shut = new Set([...cards.flatMap((card) => card.irreversible?.shuts ?? []), ...moves.flatMap((move) => move.closes?.cards ?? [])]);
  const models = [{}, ...library.rivals.filter(({ id }) => level.rivals.includes(id)).map(({ assumptions }) => assumptions)];
  const income = Math.min(level.opening.capital, ...models.map((model) => assume(level.assumptions, model).capitalIncome));
  for (const lever of LEVERS) {
    const steady = cards.some((card) => card.lever === lever && card.when === null && card.rest === 0 && card.irreversible === null && card.cost <= income && !shut.has(card.id));
    if (steady) continue;
    findings.add({
      file,
      path: ['deck'],
      found: `no ${lever} card that is open on every turn`,
      expected: `at least one ${lever} card without "when", rest or irreversible choice, at a cost of at most ${income}, that no card shuts and no move closes`,
    });
  }
}

/** Each actor must have something to do in any circumstance, or its motives could not be weighed. */
function checkActors(findings: Findings, file: string, level: Level, moves: readonly Move[]): void {
  const arranged = new Set([...level.fixed.map(({ move }) => move), ...(level.shock?.options ?? [])]);
  for (const actor of ACTORS) {
    if (moves.some((move) => move.actor === actor && move.when === null && !arranged.has(move.id) && leastWeight(move) > 0)) continue;
    findings.add({
      file,
      path: ['moves'],
      found: `no move that is always open to ${actor}`,
      expected: `at least one move of ${actor} without "when", neither fixed nor a shock, whose weight never falls to 0`,
    });
  }
}

function leastWeight({ weight }: Move): number {
  const most = (what: Visible) => rangeOf(what)[1];
  const byLevels = weight.by.map(({ what, perMille }) => Math.min(0, Math.floor((most(what) * perMille) / 1000)));
  return sum([weight.base, Math.min(0, weight.alliance), Math.min(0, 2 * weight.west), Math.min(...WAR_PHASES.map((phase) => weight.war[phase])), ...byLevels]);
}
