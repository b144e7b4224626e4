// The words of the teacher's kit, in the chunk of its pages: nobody else waits for them.

import { parseFile } from '../../content/parse.ts';
import type { Problem } from '../../content/problems.ts';
import type { TextByLanguage, Texts } from '../../content/wordSchemas.ts';
import { createWords } from '../../content/words.ts';
import type { TellingKey, Vocabulary } from '../../telling/wording.ts';

const FOLDER = '../../../levels/';
const files: Record<string, unknown> = import.meta.glob('../../../levels/text/*/kit.json', { eager: true, import: 'default' });

export type OpenedKit = { ok: true; words: Vocabulary } | { ok: false; problems: readonly Problem[] };

let opened: OpenedKit | null = null;

/** All words there are, the kit's among them. Checked once, on the first call. */
export function openKit(text: TextByLanguage, language: string): OpenedKit {
  opened ??= open(text, language);
  return opened;
}

function open(text: TextByLanguage, language: string): OpenedKit {
  const whole: Record<string, Texts> = { ...text };
  for (const [path, json] of Object.entries(files)) {
    const name = path.slice(FOLDER.length);
    const parsed = parseFile('text/kit', name, JSON.stringify(json));
    if (!parsed.ok) return parsed;
    const [, of = ''] = name.split('/');
    const others = whole[of];
    if (others !== undefined) whole[of] = { ...others, kit: parsed.value };
  }
  return { ok: true, words: createWords<TellingKey>(whole, language) };
}
