// Addresses by which the server is reached, and what the terminal prints of them.

import { networkInterfaces } from 'node:os';
import { renderUnicodeCompact } from 'uqr';
import { say } from './words.ts';

const ALL_INTERFACES = ['0.0.0.0', '::'];

/** Origins for this machine and for others; others come first where there are any. */
export interface Places {
  own: string;
  others: readonly string[];
}

/** @param publicUrl an origin that others use instead of this machine's addresses */
export function placesOf(host: string, port: number, publicUrl: string | null): Places {
  if (!ALL_INTERFACES.includes(host)) {
    const own = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
    return { own, others: [publicUrl ?? own] };
  }
  const all = Object.values(networkInterfaces()).flatMap((addresses) => (addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal));
  const others = all.map(({ address }) => `http://${address}:${port}`);
  return { own: `http://localhost:${port}`, others: publicUrl === null ? others : [publicUrl] };
}

/** @param key creates sessions; null: anybody may */
export function greeting({ own, others }: Places, key: string | null): string {
  const [students = own] = others;
  const join = `${students}/#/join`;
  return [
    say('listening'),
    ...[own, ...others].map((origin) => `  ${origin}/`),
    '',
    say('studentsJoin'),
    `  ${join}`,
    indented(renderUnicodeCompact(join, { border: 1 })),
    '',
    key === null ? say('anybodyHosts') : say('hostsOpen'),
    `  ${own}/#/host${key === null ? '' : `/${key}`}`,
    ...(key === null ? [] : [say('keepSecret')]),
    '',
    say('stopHint'),
  ].join('\n');
}

function indented(block: string): string {
  return block
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');
}
