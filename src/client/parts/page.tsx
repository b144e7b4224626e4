// The frame of every screen: landmarks, one heading that takes the focus when the screen changes, and a voice for what happens.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Vocabulary } from '../../telling/wording.ts';

interface PageProps {
  words: Vocabulary;
  /** The heading of the page. */
  name: string;
  /** Small type above the heading. */
  above?: string;
  /** Small type below it. */
  below?: string;
  /** A new key is a new screen. */
  focusKey: string;
  class?: string;
  children: ComponentChildren;
}

let lastKey: string | null = null;

export function Page({ words, name, above, below, focusKey, class: className, children }: PageProps) {
  const isTitle = name === words.t('interface:app.name');
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the new screen is drawn: whoever listens or types must not be left between two screens.
  useLayoutEffect(() => {
    document.title = words.t('interface:app.pageTitle', { page: name });
    const isFirst = lastKey === null;
    const isNew = lastKey !== focusKey;
    lastKey = focusKey;
    if (isFirst || !isNew) return;
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [focusKey, name, words]);
  return (
    <>
      <header class={isTitle ? 'masthead bare' : 'masthead'}>
        <button type="button" class="skip" onClick={() => heading.current?.focus()}>
          {words.t('interface:app.skip')}
        </button>
        {!isTitle && (
          <a href="#/" class="wordmark" aria-label={words.t('interface:app.home')}>
            {words.t('interface:app.name')}
          </a>
        )}
      </header>
      <main id="content" class={className}>
        <div class="page-heading">
          {above !== undefined && <p class="above">{above}</p>}
          <h1 ref={heading} tabIndex={-1}>
            {name}
          </h1>
          {below !== undefined && <p class="below">{below}</p>}
        </div>
        {children}
      </main>
      <footer class="colophon">
        <p>{words.t('interface:app.footer')}</p>
      </footer>
    </>
  );
}
