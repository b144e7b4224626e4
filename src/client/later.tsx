// What is fetched after the shell stands: a part of the program, with the content where it needs any.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Page } from './parts/page.tsx';
import { Trouble } from './parts/trouble.tsx';
import { openSaves } from './saves/door.ts';
import { type Fetched, fetchShelves, ShelvesContext, shellWords } from './shelves.ts';

/** @returns null until it is there; an error where it cannot be fetched. @param load must be the same function on every call */
function useChunk<Chunk extends object>(load: () => Promise<Chunk>): Chunk | Error | null {
  const [chunk, setChunk] = useState<Chunk | Error | null>(null);
  useEffect(() => {
    let wanted = true;
    load().then(
      (loaded) => wanted && setChunk(loaded),
      (error: unknown) => wanted && setChunk(error instanceof Error ? error : new Error(String(error))),
    );
    return () => {
      wanted = false;
    };
  }, [load]);
  return chunk;
}

interface LaterProps<Chunk> {
  load: () => Promise<Chunk>;
  /** Shows nothing until it is there, and nothing where it cannot be fetched: the page does without. */
  quiet?: boolean;
  children: (chunk: Chunk) => ComponentChildren;
}

/** A part of a chunk of its own. */
export function Later<Chunk extends object>({ load, quiet = false, children }: LaterProps<Chunk>) {
  const chunk = useChunk(load);
  if (chunk === null) return quiet ? null : <Loading />;
  if (chunk instanceof Error) return quiet ? null : <TroubleScreen trouble="fetch" />;
  return <>{children(chunk)}</>;
}

let fetched: Fetched | null = null;

/** What needs the content: it is fetched once, and the saves that are read with it are opened. */
export function WithShelves({ quiet = false, children }: { quiet?: boolean; children: ComponentChildren }) {
  const [known, setKnown] = useState<Fetched | null>(fetched?.ok === true ? fetched : null);
  useEffect(() => {
    if (known !== null) return;
    void fetchShelves().then((found) => {
      if (found.ok) void openSaves(found.shelves.content);
      fetched = found;
      setKnown(found);
    });
  }, [known]);
  if (known === null) return quiet ? null : <Loading />;
  if (!known.ok) return quiet ? null : <TroubleScreen trouble={known.trouble} more={known.problems.map(({ message }) => message)} />;
  return <ShelvesContext.Provider value={known.shelves}>{children}</ShelvesContext.Provider>;
}

export function Loading() {
  return (
    <p class="loading" role="status">
      {shellWords.t('interface:app.loading')}
    </p>
  );
}

export function TroubleScreen({ trouble, more = [] }: { trouble: 'fetch' | 'content' | 'page'; more?: readonly string[] }) {
  return (
    <Page words={shellWords} name={shellWords.t('interface:trouble.heading')} focusKey={trouble}>
      <Trouble words={shellWords} text={shellWords.t(`interface:trouble.${trouble}`)} more={more} />
    </Page>
  );
}
