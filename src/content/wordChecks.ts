// Words against data: each thing that has words has all of them, and no words are of nothing.

import { ASSUMPTION_IDS } from '../rules/assumptions.ts';
import { type Level, WATCHED } from '../rules/types.ts';
import { idsOf, type Shelf } from './levelChecks.ts';
import { didYouMean, type Findings } from './problems.ts';
import type { Namespace, Texts } from './wordSchemas.ts';

/** The one language that must be there, from which others are translated. */
export const SOURCE_LANGUAGE = 'en';

/** @param fileOf what messages call the file of a namespace */
export function checkWords(findings: Findings, texts: Texts, levels: readonly Level[], shelf: Shelf, fileOf: (namespace: Namespace) => string): void {
  const { library, claims, facts } = shelf;
  const each = (namespace: Namespace, ids: readonly string[]) => sameKeys(findings, fileOf(namespace), [], ids, texts[namespace] ?? {});
  each('claims', idsOf(claims));
  each('facts', idsOf(facts));
  each('rules', Object.keys(library.ledger));
  each('cards', idsOf(library.cards));
  each('moves', idsOf(library.moves));
  each('intelligence', idsOf(library.topics));
  each('levels', idsOf(levels));
  each('endings', [...new Set(levels.flatMap(({ endings }) => idsOf(endings)))]);
  each('assumptions', ASSUMPTION_IDS);
  each('rivals', idsOf(library.rivals));

  for (const { rule, label } of Object.values(library.ledger)) {
    const words = texts.rules[rule];
    if (words === undefined) continue;
    const path = [rule, 'why'];
    if (label !== 'says' && words.why === undefined)
      findings.add({ file: fileOf('rules'), path, found: 'nothing', expected: `why we ${label === 'infers' ? 'infer' : 'add'} this rule`, cure: 'add "why"' });
    if (label === 'says' && words.why !== undefined)
      findings.add({ file: fileOf('rules'), path, found: 'a reason', expected: 'none, for the article says it', cure: 'remove "why"' });
  }
  const arranged = new Set(levels.flatMap(({ fixed, shock }) => [...fixed.map(({ move }) => move), ...(shock?.options ?? [])]));
  const chosen = new Set(levels.flatMap(({ moves }) => moves.filter((move) => !arranged.has(move))));
  for (const { id, actor } of library.moves) {
    const words = texts.moves[id];
    if (chosen.has(id) && WATCHED.includes(actor) && words !== undefined && words.sign === undefined)
      findings.add({ file: fileOf('moves'), path: [id, 'sign'], found: 'nothing', expected: `what is seen a quarter ahead of this move of ${actor}`, cure: 'add "sign"' });
  }
  for (const { id, readings } of library.topics) {
    const words = texts.intelligence[id];
    if (words !== undefined) sameKeys(findings, fileOf('intelligence'), [id, 'readings'], idsOf(readings), words.readings);
  }
  for (const level of levels) checkBriefings(findings, fileOf('levels'), [level.id], level, texts.levels[level.id]);
}

export function checkBriefings(findings: Findings, file: string, path: readonly PropertyKey[], level: Level, words: Texts['levels'][string] | undefined): void {
  const count = words?.briefings.length ?? level.turns;
  if (count !== level.turns) findings.add({ file, path: [...path, 'briefings'], found: `${count} briefings`, expected: `${level.turns}, one a turn` });
}

/** Says which keys are missing and which are of nothing. */
export function sameKeys(findings: Findings, file: string, path: readonly PropertyKey[], wanted: readonly string[], words: Readonly<Record<string, unknown>>): void {
  const given = Object.keys(words);
  const wantedSet = new Set(wanted);
  for (const id of wanted) {
    if (!Object.hasOwn(words, id)) findings.add({ file, path: [...path, id], found: 'nothing', expected: `words for "${id}"`, cure: `add "${id}"` });
  }
  for (const id of given) {
    if (!wantedSet.has(id))
      findings.add({
        file,
        path: [...path, id],
        found: `words for "${id}", which does not exist`,
        expected: 'words for what exists',
        cure: didYouMean(id, wantedSet) ?? 'remove them',
      });
  }
}

/** A translated interface has the source's keys, apart from plural forms, and the same placeholders in each. */
export function checkTranslation(findings: Findings, file: string, source: Texts['interface'], translated: Texts['interface']): void {
  const original = flatten(source);
  const own = flatten(translated);
  sameKeys(findings, file, [], [...original.keys()], Object.fromEntries(own));
  for (const [key, names] of own) {
    const wanted = original.get(key);
    if (wanted !== undefined && wanted !== names) findings.add({ file, path: key, found: `the placeholders ${names || '(none)'}`, expected: wanted || 'none' });
  }
}

const PLURAL = /_(?:ordinal_)?(?:zero|one|two|few|many|other)$/;

/** Placeholders by dotted key, those of plural forms together. */
function flatten(group: Texts['interface']): Map<string, string> {
  const flat = new Map<string, Set<string>>();
  const visit = (inner: Texts['interface'], path: string) => {
    for (const [key, value] of Object.entries(inner)) {
      if (typeof value !== 'string') {
        visit(value, `${path}${key}.`);
        continue;
      }
      const names = flat.get((path + key).replace(PLURAL, '')) ?? new Set();
      for (const [, name] of value.matchAll(/\{\{\s*([\w.]+)/g)) names.add(name as string);
      flat.set((path + key).replace(PLURAL, ''), names);
    }
  };
  visit(group, '');
  return new Map([...flat].map(([key, names]) => [key, [...names].sort().join(', ')]));
}
