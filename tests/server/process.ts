// The real server as a process of its own.

import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('serve.ts', import.meta.url));

export interface ServerProcess {
  origin: string;
  key: string;
  pid: number;
  /** All that it has printed, errors too. */
  printed: () => string;
  /** @returns its exit code, or the signal that ended it */
  end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | string | null>;
}

/** @param port 0: any free one; @param level of its log, which goes to what it prints */
export async function startProcess(client: string, data: string, port = 0, level = 'error'): Promise<ServerProcess> {
  const child = spawn(process.execPath, [ENTRY, client, data, String(port), level], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(data, 'compiled') },
  });
  let printed = '';
  child.stderr.on('data', (part) => {
    printed += part;
  });
  const { origin, key } = await firstLine(child, (part) => {
    printed += part;
  });
  return {
    origin,
    key,
    pid: child.pid ?? 0,
    printed: () => printed,
    end: (signal) =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) return resolve(child.exitCode ?? child.signalCode);
        child.on('close', (code, by) => resolve(code ?? by));
        child.kill(signal);
      }),
  };
}

function firstLine(child: ChildProcess, hear: (part: string) => void): Promise<{ origin: string; key: string }> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stdout?.on('data', (part) => {
      hear(String(part));
      heard += part;
      const told = heard.split('\n').find((line) => line.startsWith('{"origin"'));
      if (told !== undefined) resolve(JSON.parse(told));
    });
    child.on('close', (code) => reject(new Error(`The server ended with ${code}:\n${heard}`)));
  });
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
