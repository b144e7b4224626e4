// The content folder, read from disk and assembled. Every tool begins here.

import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Assembled, assemble, type ContentFile } from '../content/crossref.ts';
import { MAX_SIZE } from '../content/parse.ts';
import { Findings, type Problem } from '../content/problems.ts';
import { readBounded, reasonOf } from './files.ts';

/** What a content file must be before it is looked into. */
export const READABLE = `a plain file of at most ${MAX_SIZE} bytes`;

export type Folder = { ok: true; files: ContentFile[] } | { ok: false; problems: Problem[] };

/** @param dir the content folder, such as `levels`; never throws: what cannot be read is a problem too */
export function loadContent(dir: string): Assembled {
  const read = readFolder(dir);
  return read.ok ? assemble(read.files) : read;
}

export function readFolder(dir: string): Folder {
  const findings = new Findings();
  const files: ContentFile[] = [];
  for (const name of namesIn(findings, dir)) {
    try {
      files.push({ name: name.split(sep).join('/'), text: readBounded(join(dir, name), MAX_SIZE) });
    } catch (error) {
      findings.add({ file: name, path: '', found: reasonOf(error), expected: READABLE });
    }
  }
  return findings.any ? { ok: false, problems: findings.problems } : { ok: true, files };
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
