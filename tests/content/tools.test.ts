import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jsonSchemas } from '../../src/content/jsonSchemas.ts';
import { loadContent } from '../../src/server/library.ts';
import { content, filesOf, folder } from './fixture.ts';

describe('a content folder on disk', () => {
  let dir = '';
  const write = (name: string, data: string | Uint8Array) => {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), data);
  };

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'content-'));
    for (const { name, text } of filesOf(folder())) write(name, text);
  });
  afterEach(() => rmSync(dir, { recursive: true }));

  test('becomes the same content as its files', () => {
    expect(loadContent(dir)).toEqual({ ok: true, content: content() });
    expect(loadContent(`${dir}/`)).toMatchObject({ ok: true });
  });

  test('may hold what is not content', () => {
    write('quiz/items.json', '?');
    write('README.md', 'Hello.');
    expect(loadContent(dir)).toMatchObject({ ok: true });
  });

  test('is refused with the name of the file that spoils it', () => {
    write('text/en/cards.json', new Uint8Array([0xff]));
    expect(loadContent(dir)).toMatchObject({ ok: false, problems: [{ file: 'text/en/cards.json' }] });
    write('cards.json', ' '.repeat(3_000_000));
    expect(loadContent(dir)).toMatchObject({ ok: false, problems: [{ file: 'cards.json', found: '3000000 bytes' }] });
  });

  test('that does not exist is a problem, not an exception', () => {
    expect(loadContent(join(dir, 'nowhere'))).toMatchObject({ ok: false, problems: [{ file: join(dir, 'nowhere') }] });
  });
});

describe('schemas for editors', () => {
  const schemas = jsonSchemas();

  test('exist for every kind of file and are plain JSON', () => {
    for (const kind of ['claims', 'facts', 'ledger', 'cards', 'moves', 'intelligence', 'rivals', 'campaigns', 'plans', 'level', 'stranger-level', 'text-cards', 'text-interface']) {
      expect(schemas[kind]).toMatchObject({ type: 'object' });
      expect(JSON.parse(JSON.stringify(schemas[kind]))).toEqual(schemas[kind]);
    }
  });

  test('ask only for what a file may not leave out, and refuse unknown keys', () => {
    const { cards } = schemas as { cards: { properties: { cards: { items: { required: string[]; additionalProperties: boolean } } } } };
    expect(cards.properties.cards.items).toMatchObject({ required: ['id', 'lever', 'cost'], additionalProperties: false });
  });
});
