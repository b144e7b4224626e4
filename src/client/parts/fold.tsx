// A line that opens on demand. What is folded away is made only when it is asked for: a debrief holds thousands of causes.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { cue } from '../audio/door.ts';

interface FoldProps {
  summary: ComponentChildren;
  class?: string;
  children: () => ComponentChildren;
}

export function Fold({ summary, class: className, children }: FoldProps) {
  const [opened, setOpened] = useState(false);
  const toggled = (open: boolean) => {
    cue(open ? 'sheet-opened' : 'sheet-closed');
    setOpened(opened || open);
  };
  return (
    <details class={className} onToggle={({ currentTarget }) => toggled(currentTarget.open)}>
      <summary>{summary}</summary>
      {opened && children()}
    </details>
  );
}
