// The secret of a session on this device: from the link, out of which it is taken, or from before.

import { useState } from 'preact/hooks';
import { replaceAddress } from '../../route.ts';
import { device } from '../ours.ts';

/** @param kind of the secret in the address @param bare the address without it @returns null where this device has none */
export function useSecret(code: string, kind: 'host' | 'screen', given: string, bare: string): string | null {
  const [secret] = useState(() => {
    if (given !== '') {
      device.keep(code, { [kind]: given });
      queueMicrotask(() => replaceAddress(bare));
      return given;
    }
    const known = device.session(code);
    // Who holds the host's secret may look on as a screen does.
    return kind === 'host' ? (known?.host ?? null) : (known?.screen ?? null);
  });
  return secret;
}
