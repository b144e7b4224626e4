// What has been chosen, and the button that opens the session with it: always at the lower edge, however long the page is.

import { useWords } from '../../shelves.ts';

export type Creating = { is: 'choosing' | 'creating' } | { is: 'refused'; text: string };

interface CreateBarProps {
  stands: Creating;
  title: string;
  /** Of how much there is, such as "4 questions". */
  extent: string;
}

export function CreateBar({ stands, title, extent }: CreateBarProps) {
  const words = useWords();
  return (
    <div class="host-create">
      <p role="alert" class="refusal">
        {stands.is === 'refused' ? stands.text : ''}
      </p>
      <p class="host-create-what">
        <strong>{title}</strong> <span>{extent}</span>
      </p>
      <button type="submit" class="primary large" aria-disabled={stands.is === 'creating'}>
        {words.t(stands.is === 'creating' ? 'live:host.creating' : 'live:host.create')}
      </button>
    </div>
  );
}
