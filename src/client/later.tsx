// What is fetched after the shell stands: a part of the program, with the content where it needs any.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { askAgain } from './again.ts';
import { Page } from './parts/page.tsx';
import { Trouble } from './parts/trouble.tsx';
import { openSaves } from './saves/door.ts';
import { type Fetched, fetchShelves, ShelvesContext, shellWords } from './shelves.ts';

/** @returns null until it is there, an error where it cannot be fetched; and asking again. @param load must be the same function on every call */
function useChunk<Chunk extends object>(load: () => Promise<Chunk>): [Chunk | Error | null, again: () => Promise<void>] {
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
  const again = async () => {
    const loaded = await askAgain(load);
    if (loaded !== null) setChunk(loaded);
  };
  return [chunk, again];
}

interface LaterProps<Chunk> {
  load: () => Promise<Chunk>;
  /** Shows nothing until it is there, and nothing where it cannot be fetched: the page does without. */
  quiet?: boolean;
  children: (chunk: Chunk) => ComponentChildren;
}

/** A part of a chunk of its own. */
export function Later<Chunk extends object>({ load, quiet = false, children }: LaterProps<Chunk>) {
  const [chunk, again] = useChunk(load);
  if (chunk === null) return quiet ? null : <Loading />;
  if (chunk instanceof Error) return quiet ? null : <TroubleScreen trouble="fetch" again={again} />;
  return <>{children(chunk)}</>;
}

let fetched: Fetched | null = null;

/** What needs the content: it is fetched once, and the saves that are read with it are opened. */
export function WithShelves({ quiet = false, children }: { quiet?: boolean; children: ComponentChildren }) {
  const [known, setKnown] = useState<Fetched | null>(fetched?.ok === true ? fetched : null);
  const take = (found: Fetched) => {
    if (found.ok) void openSaves(found.shelves.content);
    fetched = found;
    setKnown(found);
  };
  useEffect(() => {
    if (known === null) void fetchShelves().then(take);
  }, [known]);
  const again = async () => {
    const found = await askAgain(async () => {
      const asked = await fetchShelves();
      if (!asked.ok && asked.trouble === 'fetch') throw new Error(asked.trouble);
      return asked;
    });
    if (found !== null) take(found);
  };
  if (known === null) return quiet ? null : <Loading />;
  if (!known.ok) return quiet ? null : <TroubleScreen trouble={known.trouble} more={known.problems.map(({ message }) => message)} again={again} />;
  return <ShelvesContext.Provider value={known.shelves}>{children}</ShelvesContext.Provider>;
}

export function Loading() {
  return (
    <p class="loading" role="status">
      {shellWords.t('interface:app.loading')}
    </p>
  );
}

interface TroubleScreenProps {
  trouble: 'fetch' | 'content' | 'page';
  more?: readonly string[];
  /** Of what could not be fetched; it comes to nothing where the server is silent. */
  again?: () => Promise<void>;
}

export function TroubleScreen({ trouble, more = [], again }: TroubleScreenProps) {
  return (
    <Page words={shellWords} name={shellWords.t('interface:trouble.heading')} focusKey={trouble} class="narrow">
      <Trouble words={shellWords} text={shellWords.t(`interface:trouble.${trouble}`)} more={more}>
        {trouble === 'fetch' && again !== undefined && <TryAgain again={again} />}
      </Trouble>
    </Page>
  );
}

function TryAgain({ again }: { again: () => Promise<void> }) {
  const [stands, setStands] = useState<'asking' | 'silent' | null>(null);
  const ask = async () => {
    setStands('asking');
    await again();
    setStands('silent');
  };
  return (
    <p class="actions">
      <button type="button" class="primary" aria-disabled={stands === 'asking'} onClick={() => stands !== 'asking' && void ask()}>
        {shellWords.t('interface:trouble.again')}
      </button>
      <span role="status">{stands !== null && shellWords.t(`interface:trouble.${stands}`)}</span>
    </p>
  );
}
