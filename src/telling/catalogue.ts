// What the title screen needs of the levels, small enough to come with the shell.

export interface CatalogueLevel {
  id: string;
  start: string;
  turns: number;
  seeds: readonly number[];
}

export interface Catalogue {
  /** In the order of the campaigns that name them, then the rest. */
  levels: readonly CatalogueLevel[];
  text: Readonly<Record<string, { title: string; subtitle: string; premise: string }>>;
}

/** @throws when a level file cannot be read; `npm run validate` says what is wrong with it */
export function catalogueOf(files: readonly string[], read: (name: string) => unknown): Catalogue {
  const { campaigns } = read('campaigns.json') as { campaigns: { levels: string[] }[] };
  const named = campaigns.flatMap(({ levels }) => levels);
  const words = read('text/en/levels.json') as Record<string, { title: string; subtitle: string; premise: string }>;
  const levels = files
    .map((name) => read(name) as CatalogueLevel & { deck?: unknown })
    .filter(({ deck }) => deck !== undefined)
    .map(({ id, start, turns, seeds }) => ({ id, start, turns, seeds }))
    .sort((a, b) => placeOf(named, a.id) - placeOf(named, b.id));
  return {
    levels,
    text: Object.fromEntries(levels.map(({ id }) => [id, textOf(words[id])])),
  };
}

function placeOf(named: readonly string[], id: string): number {
  const at = named.indexOf(id);
  return at < 0 ? named.length : at;
}

function textOf(words: { title: string; subtitle: string; premise: string } | undefined): { title: string; subtitle: string; premise: string } {
  if (words === undefined) throw new Error('A level has no words in levels/text/en/levels.json');
  const { title, subtitle, premise } = words;
  return { title, subtitle, premise };
}
