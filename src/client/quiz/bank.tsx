// What needs the bank of quiz items: it is fetched once, with the content that it is checked against.

import type { ComponentChildren } from 'preact';
import type { Bank } from '../../content/quizzes.ts';
import { Later, TroubleScreen, WithShelves } from '../later.tsx';
import { useShelves } from '../shelves.ts';

type Shelf = typeof import('../quizShelf.ts');
const load = (): Promise<Shelf> => import('../quizShelf.ts');

interface WithBankProps {
  /** Shows nothing until it is there, and nothing where it cannot be had. */
  quiet?: boolean;
  children: (bank: Bank) => ComponentChildren;
}

export function WithBank({ quiet = false, children }: WithBankProps) {
  return (
    <WithShelves quiet={quiet}>
      <Later load={load} quiet={quiet}>
        {(shelf) => (
          <Opened shelf={shelf} quiet={quiet}>
            {children}
          </Opened>
        )}
      </Later>
    </WithShelves>
  );
}

function Opened({ shelf, quiet, children }: Required<WithBankProps> & { shelf: Shelf }) {
  const { content } = useShelves();
  const assembled = shelf.openBank(content);
  if (assembled.ok) return <>{children(assembled.bank)}</>;
  return quiet ? null : <TroubleScreen trouble="content" more={assembled.problems.map(({ message }) => message)} />;
}
