// A table that may be wider than a phone: it scrolls within its frame, by keyboard too.

import type { ComponentChildren } from 'preact';

export function TableFrame({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached
    // biome-ignore lint/a11y/useSemanticElements: no form, and no landmark of its own
    <div class="table-frame" role="group" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
