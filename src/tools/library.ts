// The content folder, read from disk and assembled. Every tool begins here.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Assembled, assemble, type ContentFile } from '../content/crossref.ts';
import { MAX_SIZE } from '../content/parse.ts';
import { Findings } from '../content/problems.ts';

/** @param dir the content folder, such as `levels`; never throws: what cannot be read is a problem too */
export function loadContent(dir: string): Assembled {
  const findings = new Findings();
  const files: ContentFile[] = [];
  for (const name of namesIn(findings, dir)) {
    try {
      const path = join(dir, name);
      const { size } = statSync(path);
      if (size > MAX_SIZE) findings.add({ file: name, path: '', found: `${size} bytes`, expected: `a file of at most ${MAX_SIZE} bytes` });
      else files.push({ name: name.split(sep).join('/'), text: readFileSync(path) });
    } catch (error) {
      findings.add({ file: name, path: '', found: reasonOf(error), expected: 'a file that can be read' });
    }
  }
  return findings.any ? { ok: false, problems: findings.problems } : assemble(files);
}

function namesIn(findings: Findings, dir: string): string[] {
  try {
    const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.json')).map((entry) => join(entry.parentPath, entry.name).slice(join(dir, sep).length));
    return names.sort();
  } catch (error) {
    findings.add({ file: dir, path: '', found: reasonOf(error), expected: 'a folder that can be read' });
    return [];
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
