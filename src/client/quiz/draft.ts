// What lies on an answer sheet before it is handed in: nothing yet, a part, or a whole response.

import type { Asked } from '../../quiz/asked.ts';
import type { Item, OptionId, Response, Sign } from '../../quiz/types.ts';

export type Draft =
  | { kind: 'one' | 'scale'; option: OptionId | null }
  | { kind: 'several'; options: readonly OptionId[] }
  | { kind: 'order'; steps: readonly OptionId[]; moved: boolean }
  | { kind: 'signs'; signs: Readonly<Record<string, Sign>> };

/** `move`: no chain is shown in its right order, so that one left as it was is no answer. */
export type Missing = { what: 'answer' | 'answers' | 'move' } | { what: 'signs'; edges: readonly OptionId[] };

export type HandedIn = { ok: true; response: Response } | { ok: false; missing: Missing };

/** @param shown ids of options or steps as they are shown; of no matter to `signs` */
export function emptyDraft({ kind }: Pick<Item, 'kind'>, shown: readonly OptionId[]): Draft {
  switch (kind) {
    case 'one':
    case 'scale':
      return { kind, option: null };
    case 'several':
      return { kind, options: [] };
    case 'order':
      return { kind, steps: shown, moved: false };
    case 'signs':
      return { kind, signs: {} };
  }
}

export function handIn(item: Asked | Item, draft: Draft): HandedIn {
  switch (draft.kind) {
    case 'one':
    case 'scale':
      return draft.option === null ? { ok: false, missing: { what: 'answer' } } : { ok: true, response: { kind: draft.kind, option: draft.option } };
    case 'several':
      return draft.options.length === 0 ? { ok: false, missing: { what: 'answers' } } : { ok: true, response: { kind: 'several', options: draft.options } };
    case 'order':
      return draft.moved ? { ok: true, response: { kind: 'order', steps: draft.steps } } : { ok: false, missing: { what: 'move' } };
    case 'signs': {
      const open = item.kind === 'signs' ? item.edges.filter((edge) => !edge.given && draft.signs[edge.id] === undefined).map(({ id }) => id) : [];
      return open.length > 0 ? { ok: false, missing: { what: 'signs', edges: open } } : { ok: true, response: { kind: 'signs', signs: draft.signs } };
    }
  }
}

/** The list with one entry put elsewhere. @param to 0-based; bounded to the list */
export function movedTo<Entry>(list: readonly Entry[], entry: Entry, to: number): Entry[] {
  const rest = list.filter((other) => other !== entry);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), entry, ...rest.slice(place)];
}
