import { describe, expect, test } from 'vitest';
import { createWords, pseudo } from '../../src/content/words.ts';
import { content } from './fixture.ts';

describe('words', () => {
  const { text } = content();

  test('are found by key, with values filled in and plurals chosen', () => {
    const { t, has } = createWords(text, 'en');
    expect(t('cards:one-way.title')).toBe('Card one-way');
    expect(t('levels:small.briefings.2')).toBe('Three.');
    expect(t('interface:desk.cards', { count: 1, day: '<Monday> & $t(interface:hold)' })).toBe('1 card on <Monday> & $t(interface:hold)');
    expect(t('interface:desk.cards', { count: 2, day: 'Friday' })).toBe('2 cards on Friday');
    expect(has('moves:launch.sign')).toBe(true);
    expect(has('moves:launch.song')).toBe(false);
  });

  test('fall back to English', () => {
    const { t } = createWords({ ...text, pl: { ...(text.en as NonNullable<typeof text.en>), interface: { hold: 'Czekaj' } } }, 'pl');
    expect(t('interface:hold')).toBe('Czekaj');
    expect(t('interface:desk.usage')).toBe('play <level>');
  });

  test('never look up other words, so that none can turn in circles', () => {
    const looped = { ...text, en: { ...(text.en as NonNullable<typeof text.en>), interface: { a: '$t(interface:b)', b: '$t(interface:a)' } } };
    expect(createWords(looped, 'en').t('interface:a')).toBe('$t(interface:b)');
  });
});

test('the pretended language is 40 % longer, accented, and keeps placeholders', () => {
  expect(pseudo('{{count}} cards on {{day}}')).toBe('{{count}} çáŕðš öñ {{day}}~~~~');
  expect(pseudo('Hold'.repeat(10))).toHaveLength(56);
});
