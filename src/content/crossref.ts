// All content files together: parsed, checked against each other, and made one library.
// Nothing in the format can loop: a level ends after its 3 to 12 turns, each of which one decision ends; delays run 1 to 3 quarters ahead and land once;
// and a campaign is a flat list of different levels. What would make it otherwise is refused by bounds here and in the schemas.

import { ENGINE_RULES } from '../rules/ledger.ts';
import type { Library } from '../rules/prepare.ts';
import type { Because, Card, Effect, Level, LevelId, Move } from '../rules/types.ts';
import { checkLevel, dangling, idsOf, type Shelf } from './levelChecks.ts';
import { type FileData, parseInto } from './parse.ts';
import { didYouMean, Findings, type Problem } from './problems.ts';
import type { AuthoredPlan, Campaign, Claim, Fact, Kind, Parsed } from './schemas.ts';
import { checkBriefings, checkTranslation, checkWords, SOURCE_LANGUAGE, sameKeys } from './wordChecks.ts';
import { FETCHED_APART, LANGUAGE, NAMESPACES, type Namespace, type TextByLanguage, type Texts } from './wordSchemas.ts';

export interface ContentFile {
  /** Path inside the content folder, such as `cards.json` or `text/en/cards.json`. */
  name: string;
  text: FileData;
}

export interface Content {
  library: Library;
  levels: ReadonlyMap<LevelId, Level>;
  claims: readonly Claim[];
  facts: readonly Fact[];
  campaigns: readonly Campaign[];
  /** The plans that tools play by. */
  plans: readonly AuthoredPlan[];
  text: TextByLanguage;
}

export type Assembled = { ok: true; content: Content } | { ok: false; problems: Problem[] };
export type StrangerLevel = { ok: true; level: Level; text: TextByLanguage } | { ok: false; problems: Problem[] };

const LISTS = ['claims', 'facts', 'ledger', 'cards', 'moves', 'intelligence', 'rivals', 'campaigns', 'plans'] as const satisfies readonly Kind[];
type ListKind = (typeof LISTS)[number];
const LEVEL_FILE = /^([a-z0-9-]{1,48})\.json$/;
const WORD_FILE = /^text\/([A-Za-z0-9-]+)\/([a-z]+)\.json$/;
/** Other doors read the quizzes; editors read the schemas. */
const NOT_OURS = /^(?:quiz|schema|text\/[^/]+\/quiz)\//;

interface Parts {
  lists: Partial<{ [K in ListKind]: Parsed<K> }>;
  levels: Level[];
  texts: Record<string, Partial<Texts>>;
}

/** Everything authored, from the content folder's files. */
export function assemble(files: readonly ContentFile[]): Assembled {
  const findings = new Findings();
  const parts: Parts = { lists: {}, levels: [], texts: {} };
  const seen = new Set<string>();
  for (const { name, text } of files) {
    if (NOT_OURS.test(name)) continue;
    if (seen.has(name)) findings.add({ file: name, path: '', found: 'a second file of this name', expected: 'each file once' });
    seen.add(name);
    readFile(findings, parts, name, text);
  }
  reportMissing(findings, parts, seen);
  if (findings.any) return { ok: false, problems: findings.problems };

  const lists = parts.lists as { [K in ListKind]: Parsed<K> };
  const texts = parts.texts as Record<string, Texts>;
  const ledger = Object.fromEntries(lists.ledger.map((entry): [string, Because] => [entry.rule, entry]));
  const library: Library = { cards: lists.cards, moves: lists.moves, topics: lists.intelligence, ledger, rivals: lists.rivals };
  const shelf: Shelf = { library, claims: lists.claims, facts: lists.facts };

  checkRules(findings, lists);
  for (const level of parts.levels) checkLevel(findings, `${level.id}.json`, level, shelf);
  checkUse(findings, lists, parts.levels);
  checkCampaigns(findings, lists.campaigns, parts.levels);
  for (const [i, plan] of lists.plans.entries()) {
    for (const [j, step] of plan.steps.entries()) dangling(findings, 'plans.json', ['plans', i, 'steps', j, 'cards'], step.cards, 'card', idsOf(lists.cards));
  }
  for (const [language, words] of Object.entries(texts)) {
    const fileOf = (namespace: Namespace) => `text/${language}/${namespace}.json`;
    checkWords(findings, words, parts.levels, shelf, fileOf);
    if (language === SOURCE_LANGUAGE) continue;
    const source = texts[SOURCE_LANGUAGE] as Texts;
    checkTranslation(findings, fileOf('interface'), source.interface, words.interface);
    if (source.kit !== undefined && words.kit !== undefined) checkTranslation(findings, fileOf('kit'), source.kit, words.kit);
  }
  if (findings.any) return { ok: false, problems: findings.problems };
  const { claims, facts, campaigns, plans } = lists;
  return { ok: true, content: { library, levels: new Map(parts.levels.map((level) => [level.id, level])), claims, facts, campaigns, plans, text: texts } };
}

function readFile(findings: Findings, parts: Parts, name: string, data: FileData): void {
  const [, base] = LEVEL_FILE.exec(name) ?? [];
  const list = LISTS.find((kind) => kind === base);
  if (list !== undefined) {
    Object.assign(parts.lists, { [list]: parseInto(findings, list, name, data) });
  } else if (base !== undefined) {
    const level = parseInto(findings, 'level', name, data);
    if (level === undefined) return;
    if (level.id !== base) findings.add({ file: name, path: 'id', found: `"${level.id}"`, expected: `"${base}", the file's name` });
    parts.levels.push(level);
  } else {
    const [, language, base] = WORD_FILE.exec(name) ?? [];
    const namespace = NAMESPACES.find((known) => known === base);
    if (language === undefined || !LANGUAGE.test(language) || namespace === undefined) {
      const cure = base === undefined ? undefined : didYouMean(base, NAMESPACES);
      findings.add({ file: name, path: '', found: 'a file of no known kind', expected: 'a file such as "cards.json", "my-level.json" or "text/en/cards.json"', cure });
      return;
    }
    parts.texts[language] = { ...parts.texts[language], [namespace]: parseInto(findings, `text/${namespace}`, name, data) };
  }
}

function reportMissing(findings: Findings, parts: Parts, seen: ReadonlySet<string>): void {
  const languages = new Set([SOURCE_LANGUAGE, ...Object.keys(parts.texts)]);
  const namespaces = NAMESPACES.filter((namespace) => !FETCHED_APART.includes(namespace));
  const wanted = [...LISTS.map((list) => `${list}.json`), ...[...languages].flatMap((language) => namespaces.map((namespace) => `text/${language}/${namespace}.json`))];
  for (const file of wanted) if (!seen.has(file)) findings.add({ file, path: '', found: 'no such file', expected: 'a file of this name' });
}

// ---------------------------------------------------------------- the ledger

interface Naming {
  file: string;
  path: PropertyKey[];
  rule: string;
}

function rulesNamed(lists: { cards: readonly Card[]; moves: readonly Move[] }): Naming[] {
  const named: Naming[] = [];
  const byEffects = (file: string, path: PropertyKey[], effects: readonly Effect[]) => {
    for (const [i, { rule }] of effects.entries()) named.push({ file, path: [...path, i, 'rule'], rule });
  };
  lists.cards.forEach((card, i) => {
    byEffects('cards.json', ['cards', i, 'now'], card.now);
    byEffects('cards.json', ['cards', i, 'later'], card.later);
    byEffects('cards.json', ['cards', i, 'attempt', 'success'], card.attempt?.success ?? []);
    byEffects('cards.json', ['cards', i, 'attempt', 'failure'], card.attempt?.failure ?? []);
  });
  lists.moves.forEach((move, i) => {
    named.push({ file: 'moves.json', path: ['moves', i, 'rule'], rule: move.rule });
    byEffects('moves.json', ['moves', i, 'effects'], move.effects);
    byEffects('moves.json', ['moves', i, 'test', 'success'], move.test?.success ?? []);
    byEffects('moves.json', ['moves', i, 'test', 'failure'], move.test?.failure ?? []);
  });
  return named;
}

function checkRules(findings: Findings, lists: { ledger: readonly Because[]; cards: readonly Card[]; moves: readonly Move[]; claims: readonly Claim[] }): void {
  const known = new Set<string>(lists.ledger.map(({ rule }) => rule));
  const named = rulesNamed(lists);
  for (const { file, path, rule } of named) {
    if (!known.has(rule)) findings.add({ file, path, found: `"${rule}"`, expected: 'a rule of ledger.json', cure: didYouMean(rule, known) ?? 'add it to the ledger' });
  }
  for (const rule of ENGINE_RULES) {
    if (!known.has(rule)) findings.add({ file: 'ledger.json', path: 'rules', found: `no "${rule}"`, expected: "every rule of the engine's own", cure: 'add it' });
  }
  const used = new Set<string>([...ENGINE_RULES, ...named.map(({ rule }) => rule)]);
  lists.ledger.forEach(({ rule, claims }, i) => {
    if (!used.has(rule))
      findings.add({
        file: 'ledger.json',
        path: ['rules', i, 'rule'],
        found: `"${rule}", which nothing uses`,
        expected: 'a rule that the engine, a card or a move uses',
        cure: 'remove it',
      });
    dangling(findings, 'ledger.json', ['rules', i, 'claims'], claims, 'claim', idsOf(lists.claims));
  });
}

// ---------------------------------------------------------------- what names what

type Lists = Pick<Required<Parts['lists']>, 'cards' | 'moves' | 'intelligence'>;

function checkUse(findings: Findings, { cards, moves, intelligence }: Lists, levels: readonly Level[]): void {
  const cardIds = idsOf(cards);
  for (const [i, card] of cards.entries()) dangling(findings, 'cards.json', ['cards', i, 'irreversible', 'shuts'], card.irreversible?.shuts ?? [], 'card', cardIds);
  for (const [i, move] of moves.entries()) dangling(findings, 'moves.json', ['moves', i, 'closes', 'cards'], move.closes?.cards ?? [], 'card', cardIds);
  const unused = (file: string, list: string, ids: readonly string[], used: readonly string[]) => {
    const inUse = new Set(used);
    ids.forEach((id, i) => {
      if (!inUse.has(id))
        findings.add({ file, path: [list, i, 'id'], found: `"${id}", which no level uses`, expected: 'something that a level uses', cure: 'name it in a level or remove it' });
    });
  };
  unused(
    'cards.json',
    'cards',
    cardIds,
    levels.flatMap(({ deck }) => deck),
  );
  unused(
    'moves.json',
    'moves',
    idsOf(moves),
    levels.flatMap((level) => level.moves),
  );
  unused(
    'intelligence.json',
    'topics',
    idsOf(intelligence),
    levels.flatMap(({ topics }) => topics),
  );
}

function checkCampaigns(findings: Findings, campaigns: readonly Campaign[], levels: readonly Level[]): void {
  const levelIds = new Set<string>(idsOf(levels));
  const campaignIds = new Set<string>(idsOf(campaigns));
  for (const [i, campaign] of campaigns.entries()) {
    for (const [j, id] of campaign.levels.entries()) {
      const place = { file: 'campaigns.json', path: ['campaigns', i, 'levels', j], expected: 'a level that exists' };
      if (levelIds.has(id)) continue;
      if (campaignIds.has(id)) findings.add({ ...place, found: `"${id}", a campaign`, cure: 'name levels alone: a campaign that held campaigns might never end' });
      else findings.add({ ...place, found: `"${id}"`, cure: didYouMean(id, levelIds) });
    }
  }
}

// ---------------------------------------------------------------- a stranger's level

/**
 * One level file that carries its words inline and draws on the shipped library.
 * @returns the level, and the shipped words with the level's own laid over them
 */
export function parseStrangerLevel(name: string, data: FileData, content: Content): StrangerLevel {
  const findings = new Findings();
  const parsed = parseInto(findings, 'stranger-level', name, data);
  if (parsed === undefined) return { ok: false, problems: findings.problems };
  const { level, text } = parsed;
  if (content.levels.has(level.id))
    findings.add({ file: name, path: 'id', found: `"${level.id}", the id of a shipped level`, expected: 'an id of its own', cure: 'rename the level' });
  checkLevel(findings, name, level, content);
  if (Object.keys(text).length === 0) findings.add({ file: name, path: 'text', found: 'no words', expected: `words in at least one language, such as "${SOURCE_LANGUAGE}"` });
  for (const [language, words] of Object.entries(text)) {
    const path = ['text', language];
    const shipped = Object.keys((content.text[language] ?? content.text[SOURCE_LANGUAGE])?.endings ?? {});
    sameKeys(findings, name, [...path, 'levels'], [level.id], words.levels);
    checkBriefings(findings, name, [...path, 'levels', level.id], level, words.levels[level.id]);
    const ids = idsOf(level.endings);
    sameKeys(
      findings,
      name,
      [...path, 'endings'],
      ids.filter((id) => Object.hasOwn(words.endings, id) || !shipped.includes(id)),
      words.endings,
    );
  }
  return findings.any ? { ok: false, problems: findings.problems } : { ok: true, level, text: laidOver(content.text, text) };
}

type InlineText = Parsed<'stranger-level'>['text'];

/** A language that is not shipped takes the words it lacks from the source language. */
function laidOver(shipped: TextByLanguage, inline: InlineText): TextByLanguage {
  const text: Record<string, Texts> = { ...shipped };
  for (const [language, words] of Object.entries(inline)) {
    const base = (shipped[language] ?? shipped[SOURCE_LANGUAGE]) as Texts;
    text[language] = { ...base, levels: { ...base.levels, ...words.levels }, endings: { ...base.endings, ...words.endings } };
  }
  return text;
}
