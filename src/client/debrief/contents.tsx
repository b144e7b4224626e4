// The parts of a debrief, to go to by one press. The address stays as it is: it names the campaign.

import { useShelves } from '../shelves.ts';

/** @param parts ids of headings, in order, with their words */
export function Contents({ parts }: { parts: readonly { id: string; name: string }[] }) {
  const { words } = useShelves();
  return (
    <nav class="contents" aria-labelledby="contents">
      <h2 id="contents">{words.t('interface:debrief.contents.heading')}</h2>
      <ul>
        {parts.map(({ id, name }) => (
          <li key={id}>
            <button type="button" onClick={() => goTo(id)}>
              {name}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  if (heading === null) return;
  const folded = heading.closest('summary')?.parentElement;
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
