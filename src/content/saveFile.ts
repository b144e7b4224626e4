// The file of a saved campaign: sealed with a checksum, and read back from unknown bytes.
// `format` and `schema` stand first in every file of every version, so that a program knows a newer one by its first line.

import { canonical, hashText } from '../rules/hash.ts';
import { checkAgainst, type FileData, MAX_SIZE, readJson, textOf } from './parse.ts';
import { Findings, type Problem } from './problems.ts';
import { type Save, saveSchema } from './saveSchema.ts';

type Document = Readonly<Record<string, unknown>>;
/** Makes a document of one schema number one of the next; its frame (format, schema, checksum) is off. */
export type Migration = (document: Document) => Document;

/** From schema 1 to 2, from 2 to 3, and so on. A released one is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  // A desk lists who is seen going on as before.
  (document) => {
    const state = withQuiet(document.state);
    return isDocument(document.carried) ? { ...document, state, carried: { ...document.carried, state: withQuiet(document.carried.state) } } : { ...document, state };
  },
];

function withQuiet(state: unknown): unknown {
  return isDocument(state) && isDocument(state.desk) ? { ...state, desk: { ...state.desk, quiet: [] } } : state;
}

const FORMAT = 'counterweight-save';
const schemaOf = (migrations: readonly Migration[]) => migrations.length + 1;
const HEAD = /^\ufeff?\s*\{\s*"format"\s*:\s*"counterweight-save"\s*,\s*"schema"\s*:\s*(\d{1,9})\s*[,}]/;

/**
 * `newer`: written by a later version, and to be left alone. `damaged`: a save that something has happened to.
 * `foreign`: no save at all. `huge`: too large to be one.
 */
export type SaveFault = 'newer' | 'damaged' | 'foreign' | 'huge';
export type ReadSave = { ok: true; save: Save } | { ok: false; fault: SaveFault; problems: Problem[] };

export function sealSave(save: Save): string {
  const document = { format: FORMAT, schema: schemaOf(MIGRATIONS), ...save };
  return JSON.stringify({ ...document, checksum: checksumOf(document) });
}

function checksumOf(document: Document): string {
  return hashText(canonical(document));
}

/** Whether a later version of the program wrote a text; decided by its beginning alone. */
export function isNewer(text: string): boolean {
  const schema = HEAD.exec(text.slice(0, 400))?.[1];
  return schema !== undefined && Number(schema) > schemaOf(MIGRATIONS);
}

/**
 * A save from a text or bytes that may be anything. Nothing they hold makes it throw, hang or recurse deeply.
 * @param name what messages call the file
 */
export function readSave(name: string, data: FileData, migrations: readonly Migration[] = MIGRATIONS): ReadSave {
  const findings = new Findings();
  const refuse = (fault: SaveFault): ReadSave => ({ ok: false, fault, problems: findings.problems });
  const newest = schemaOf(migrations);
  const head = typeof data === 'string' ? data.slice(0, 400) : textOf(data.subarray(0, 400));
  const stated = HEAD.exec(head)?.[1];
  if (stated !== undefined && Number(stated) > newest) return newer(name, stated, newest);
  const json = readJson(findings, name, data);
  if (json === undefined) return refuse(data.length > MAX_SIZE ? 'huge' : stated === undefined ? 'foreign' : 'damaged');
  const { value } = json;
  if (!isDocument(value) || value.format !== FORMAT) {
    findings.add({ file: name, path: 'format', found: 'another kind of file', expected: `"${FORMAT}"`, cure: 'choose a file that Counterweight has saved' });
    return refuse('foreign');
  }
  const { checksum, ...sealed } = value;
  const { format: _, schema, ...document } = sealed;
  if (Number.isSafeInteger(schema) && (schema as number) > newest) return newer(name, String(schema), newest);
  if (checksum !== checksumOf(sealed) || !Number.isSafeInteger(schema) || (schema as number) < 1) {
    findings.add({ file: name, path: 'checksum', found: 'another content than was saved', expected: 'the content that the checksum was made of', cure: 'use an earlier copy' });
    return refuse('damaged');
  }
  const save = checkAgainst(saveSchema, findings, name, migrated(document, schema as number, migrations));
  return save === undefined ? refuse('damaged') : { ok: true, save };
}

function newer(file: string, found: string, newest: number): ReadSave {
  const findings = new Findings();
  findings.add({ file, path: 'schema', found, expected: `at most ${newest}`, cure: 'load a newer version of Counterweight' });
  return { ok: false, fault: 'newer', problems: findings.problems };
}

function migrated(document: Document, schema: number, migrations: readonly Migration[]): Document {
  return migrations.slice(schema - 1).reduce((before, migrate) => migrate(before), document);
}

function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
