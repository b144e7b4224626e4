// What the host does, sent and told: one command at a time, and whatever came of it in words.

import { useRef, useState } from 'preact/hooks';
import type { Command } from '../../../session/types.ts';
import { cue } from '../../audio/door.ts';
import type { Trouble } from '../api.ts';
import { api } from '../ours.ts';

export interface Commanding {
  /** Null where the last one was done, or none was given. */
  trouble: Trouble | null;
  isBusy: boolean;
  give: (command: Command) => void;
}

export function useCommands(code: string, host: string | null): Commanding {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const busy = useRef(false);
  const give = (command: Command) => {
    if (host === null || busy.current) return;
    busy.current = true;
    setBusy(true);
    setTrouble(null);
    void api.command(code, host, command).then((done) => {
      busy.current = false;
      setBusy(false);
      cue(done.ok ? 'pencil' : 'refused');
      // Another device was quicker: its view is on its way.
      if (!done.ok && done.trouble !== 'other-round') setTrouble(done.trouble);
    });
  };
  return { trouble, isBusy, give };
}
