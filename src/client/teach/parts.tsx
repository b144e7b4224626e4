// What several sheets of the kit are made of.

import type { ComponentChildren } from 'preact';
import { useShelves } from '../shelves.ts';

/** A sheet of paper with a heading. @param id of the heading, one on a page */
export function Part({ id, heading, class: className = '', children }: { id: string; heading: string; class?: string; children: ComponentChildren }) {
  return (
    <section class={`sheet ${className}`} aria-labelledby={id}>
      <h2 id={id}>{heading}</h2>
      {children}
    </section>
  );
}

/** A list, its entries parted by line breaks. */
export function Lines({ text }: { text: string }) {
  return (
    <ul class="kit-lines">
      {text.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** Names with what they mean or how they are. @param two in two columns, where there is room */
export function Entries({ entries, two = false }: { entries: readonly { id: string; name: string; text: string }[]; two?: boolean }) {
  return (
    <dl class={two ? 'kit-entries in-two' : 'kit-entries'}>
      {entries.map(({ id, name, text }) => (
        <div key={id}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The paragraphs of the article that hold these claims, in order. */
export function useParagraphs(): (claims: readonly string[]) => { count: number; list: string } {
  const { content } = useShelves();
  return (ids) => {
    const found = new Set(content.claims.filter(({ id }) => ids.includes(id)).flatMap(({ paragraphs }) => paragraphs));
    return { count: found.size, list: [...found].sort((a, b) => a - b).join(', ') };
  };
}

/** Where in the article claims stand, such as "¶¶ 2, 3"; nothing for none. */
export function Cited({ claims }: { claims: readonly string[] }) {
  const { words } = useShelves();
  const paragraphs = useParagraphs();
  return claims.length === 0 ? null : <span class="paragraph">{words.t('kit:paragraphs', paragraphs(claims))}</span>;
}
