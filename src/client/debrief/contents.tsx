// The parts of a debrief, to go to by one press. The address stays as it is: it names the campaign.

import { useRef } from 'preact/hooks';
import { useShelves } from '../shelves.ts';
import { soon } from './soon.tsx';

/** @param parts ids of headings, in order, with their words */
export function Contents({ parts }: { parts: readonly { id: string; name: string }[] }) {
  const { words } = useShelves();
  const contents = useRef<HTMLElement>(null);
  /** A part that has not come yet is gone to as soon as it has. */
  const goTo = (id: string) => {
    const heading = document.getElementById(id);
    if (heading !== null) show(heading);
    else soon(() => contents.current !== null && goTo(id));
  };
  return (
    <nav ref={contents} class="contents" aria-labelledby="contents">
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

function show(heading: HTMLElement): void {
  const folded = heading.closest('summary')?.parentElement;
  if (folded instanceof HTMLDetailsElement) folded.open = true;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
  heading.scrollIntoView({ block: 'start' });
}
