// Faults that the simulation must find: each replaces a few lines of the product as they are read, so that the product itself needs no door for them.

import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Fault {
  /** Below the project's folder. */
  file: string;
  /** As it stands there, once. */
  line: string;
  instead: string;
}

export const FAULTS = {
  'acknowledges before the commit': {
    file: 'src/server/live/engine.ts',
    line: '      if (entries.length > 0) await store.append(entries);',
    instead: '      for (const [waiting, ack] of acks) waiting.resolve(ack);\n      if (entries.length > 0) await store.append(entries);',
  },
  'knows no id again': {
    file: 'src/session/fold.ts',
    line: "return 'id' in input ? state.acks.get(ackKey(input)) : undefined;",
    instead: 'return undefined;',
  },
  'asks for no role': { file: 'src/server/live/requests.ts', line: "if (!roles.includes(lookerIn(room, secret).role)) throw new Refusal('wrong-role');", instead: '' },
  'lets a restart eat time': {
    file: 'src/session/clock.ts',
    line: "return input.type === 'resumedByServer' ? state.clock.time : timeAt(state, at);",
    instead: 'return timeAt(state, at);',
  },
  'lets a pause eat time': { file: 'src/session/clock.ts', line: "return paused || phase === 'ended' ?", instead: "return phase === 'ended' ?" },
  'tells before the reveal': {
    file: 'src/session/views.ts',
    line: "revealed: round.stage === 'revealed' ? revealedOf(state, round, told) : null,",
    instead: 'revealed: revealedOf(state, round, told),',
  },
  'forgets its timer': { file: 'src/server/live/engine.ts', line: '      gathering = null;\n      void flush();\n    });', instead: '      void flush();\n    });' },
  'goes on after a refusing disk': { file: 'src/server/live/engine.ts', line: "for (const room of changed.keys()) drop(room, 'not-available');", instead: '' },
  'keeps nothing on the device': { file: 'src/client/live/outbox.ts', line: 'else storage.setItem(keyOf(code), JSON.stringify([...pending.values()]));', instead: '' },
  'sends again under another id': { file: 'src/client/live/outbox.ts', line: 'token, { id, ...said });', instead: 'token, { id: tries > 1 ? newSecret() : id, ...said });' },
  'never listens again': { file: 'src/client/live/line.ts', line: '    leave = after(wait * (0.5 + random()), connect);', instead: '' },
} as const satisfies Readonly<Record<string, Fault>>;

export type FaultName = keyof typeof FAULTS;

/** In all modules that are read from now on. @throws where the line is not there, or more than once */
export function plant(name: FaultName): void {
  const { file, line, instead } = FAULTS[name];
  const url = new URL(`../../../${file}`, import.meta.url).href;
  const source = readFileSync(fileURLToPath(url), 'utf8');
  if (source.split(line).length !== 2) throw new Error(`${file} does not hold once: ${line}`);
  registerHooks({
    load: (asked, context, next) => (asked === url ? { format: 'module-typescript', source: source.replace(line, () => instead), shortCircuit: true } : next(asked, context)),
  });
}
