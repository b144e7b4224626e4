// The frame of every screen: landmarks, one heading that takes the focus when the screen changes, and what is at hand everywhere.

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Vocabulary } from '../../telling/wording.ts';
import { cue } from '../audio/door.ts';
import { dialog } from '../dialogs.ts';
import { useShortcuts } from '../keys.ts';
import { change, settings } from '../settings.ts';

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
  /** Stands beside the heading. */
  beside?: ComponentChildren;
  /** Whether there is a history to open. */
  history?: boolean;
  children: ComponentChildren;
}

let lastKey: string | null = null;

/** Tells the style sheets how far down the page begins: notices stand above it. */
function useAbove(main: { current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const shown = main.current;
    if (shown === null) return;
    const tell = () => document.documentElement.style.setProperty('--above', `${shown.offsetTop}px`);
    tell();
    const observer = new ResizeObserver(tell);
    for (const sibling of shown.parentElement?.children ?? []) if (sibling !== shown) observer.observe(sibling);
    return () => observer.disconnect();
  }, [main]);
}

export function Page({ words, name, above, below, focusKey, class: className, beside, history = false, children }: PageProps) {
  const isTitle = name === words.t('interface:app.name');
  const heading = useRef<HTMLHeadingElement>(null);
  const main = useRef<HTMLElement>(null);
  useAbove(main);
  // Before the new screen is drawn: whoever listens or types must not be left between two screens.
  useLayoutEffect(() => {
    document.title = words.t('interface:app.pageTitle', { page: name });
    const isFirst = lastKey === null;
    const isNew = lastKey !== focusKey;
    lastKey = focusKey;
    if (isFirst || !isNew) return;
    cue('turned');
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [focusKey, name, words]);
  return (
    <>
      <header class="masthead">
        <button type="button" class="skip" onClick={() => heading.current?.focus()}>
          {words.t('interface:app.skip')}
        </button>
        {!isTitle && (
          <a href="#/" class="wordmark" aria-label={words.t('interface:app.home')}>
            <Balance />
            <span>{words.t('interface:app.name')}</span>
          </a>
        )}
        <AtHand words={words} history={history} />
      </header>
      <main ref={main} id="content" class={className}>
        <div class={beside === undefined ? 'page-heading' : 'page-heading with-beside'}>
          <div>
            {above !== undefined && <p class="above">{above}</p>}
            <h1 ref={heading} tabIndex={-1}>
              {name}
            </h1>
            {below !== undefined && <p class="below">{below}</p>}
          </div>
          {beside}
        </div>
        {children}
      </main>
      <footer class="colophon">
        <p>
          {words.t('interface:app.footer')} <a href="#/about">{words.t('interface:about.link')}</a>
        </p>
      </footer>
    </>
  );
}

/** Where there is no room for the name. */
function Balance() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <path d="M16 5v19M9 26h14M5 10h22" />
      <circle cx="7" cy="16" r="4.5" class="amber" />
      <circle cx="25" cy="16" r="4.5" class="teal" />
    </svg>
  );
}

function AtHand({ words, history }: { words: Vocabulary; history: boolean }) {
  const { muted } = settings.value;
  const open = (which: NonNullable<typeof dialog.value>) => () => {
    dialog.value = which;
  };
  const mute = () => change({ muted: !settings.value.muted });
  useShortcuts([
    ...(history ? [{ key: 'h', name: 'interface:shortcuts.history', act: open('history') } as const] : []),
    { key: 'm', name: 'interface:shortcuts.mute', act: mute },
    { key: 'o', name: 'interface:shortcuts.settings', act: open('settings') },
    { key: '?', name: 'interface:shortcuts.open', act: open('shortcuts') },
  ]);
  return (
    <nav class="at-hand" aria-label={words.t('interface:app.atHand')}>
      {history && (
        <button type="button" onClick={open('history')}>
          {words.t('interface:app.history')}
        </button>
      )}
      <button type="button" aria-pressed={!muted} onClick={mute}>
        {words.t('interface:app.sound')}
        <span aria-hidden="true" class="state">
          {words.t(muted ? 'interface:app.off' : 'interface:app.on')}
        </span>
      </button>
      <button type="button" onClick={open('settings')}>
        {words.t('interface:settings.heading')}
      </button>
      <button type="button" class="for-keys" onClick={open('shortcuts')} aria-label={words.t('interface:shortcuts.heading')}>
        <kbd>{words.t('interface:shortcuts.sign')}</kbd>
      </button>
    </nav>
  );
}
