// A part of the debrief that is read on demand: folded to its heading until then, and whole in print.

import type { ComponentChildren } from 'preact';

interface PartProps {
  id: string;
  heading: string;
  class: string;
  busy?: boolean;
  children: ComponentChildren;
}

export function FoldedPart({ id, heading, class: className, busy, children }: PartProps) {
  return (
    <section class={`sheet folded ${className}`} aria-labelledby={id} {...(busy === undefined ? {} : { 'aria-busy': busy })}>
      <details class="prints">
        <summary>
          <h2 id={id}>{heading}</h2>
        </summary>
        {children}
      </details>
    </section>
  );
}
