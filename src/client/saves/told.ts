// Saves in words, and as files.

import type { SaveTrouble } from '../../telling/saving.ts';
import { troubleText } from '../../telling/trouble.ts';
import type { Vocabulary } from '../../telling/wording.ts';
import { download } from '../download.ts';
import type { SlotSummary } from './door.ts';
import type { Document } from './store.ts';

export function saveTroubleText(words: Vocabulary, trouble: SaveTrouble): string {
  switch (trouble.reason) {
    case 'damaged-save':
    case 'newer-save':
    case 'foreign-save':
    case 'huge-save':
    case 'no-such-save':
      return words.t(`interface:saves.trouble.${trouble.reason}`);
    default:
      return troubleText(words, trouble);
  }
}

export function nameOf(words: Vocabulary, { name, level }: Pick<SlotSummary, 'name' | 'level'>): string {
  return name === '' ? levelName(words, level) : name;
}

export function levelName(words: Vocabulary, level: string): string {
  return words.has(`levels:${level}.title`) ? words.t(`levels:${level}.title`) : words.t('interface:saves.unknownLevel', { level });
}

/** How far it has come, when it was saved, and what tells it from others like it. */
export function standingOf(words: Vocabulary, slot: SlotSummary): string {
  const turn = slot.over
    ? words.t('interface:saves.over')
    : slot.turns === null
      ? words.t('interface:saves.turnAlone', { turn: slot.turn + 1 })
      : words.t('interface:saves.turn', { turn: slot.turn + 1, turns: slot.turns });
  return [
    ...(slot.name === '' ? [] : [levelName(words, slot.level)]),
    turn,
    ...(slot.practice ? [words.t('interface:saves.practice')] : []),
    words.t('interface:saves.seed', { seed: slot.seed }),
    words.t('interface:saves.savedAt', { moment: momentOf(words, slot.savedAt) }),
  ].join(' · ');
}

function momentOf(words: Vocabulary, savedAt: string): string {
  const locale = words.language === 'en' ? 'en-GB' : words.language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(savedAt));
}

/** Hands a document to the browser as a download. */
export function downloadSave({ name, text }: Document): void {
  download(name, new Blob([text], { type: 'application/json' }));
}
