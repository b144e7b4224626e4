// When a part of the program could not be fetched: asking for it again. And fetching ahead, while nothing else is to be done.

/**
 * Asks the server first, so that a page that stands is never given up for none. Some browsers remember a failed import as long as the page
 * stands, and another build names its files otherwise: then the page is loaded anew, and its address brings back what was open.
 * @returns null where the server does not answer, or the page is being loaded anew
 */
export async function askAgain<T>(load: () => Promise<T>): Promise<T | null> {
  if (!(await serverAnswers())) return null;
  reviveSheets();
  try {
    return await load();
  } catch {
    window.location.reload();
    return null;
  }
}

async function serverAnswers(): Promise<boolean> {
  try {
    return (await fetch(window.location.pathname, { cache: 'no-store' })).ok;
  } catch {
    return false;
  }
}

/** The builder's preloading asks for a style sheet once only. */
function reviveSheets(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')) if (link.sheet === null) link.replaceWith(link.cloneNode());
}

/** What fails ahead of time is asked for again when it is wanted. */
export function fetchAhead(load: () => Promise<unknown>): () => void {
  const begin = () => void load().catch(() => undefined);
  if (typeof window.requestIdleCallback !== 'function') {
    const timer = window.setTimeout(begin, 1000);
    return () => window.clearTimeout(timer);
  }
  const handle = window.requestIdleCallback(begin, { timeout: 5000 });
  return () => window.cancelIdleCallback(handle);
}
