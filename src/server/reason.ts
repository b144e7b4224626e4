// Why the server does not start, in the words of the terminal.

import { LaterFile } from './live/sqliteStore.ts';
import type { Options } from './options.ts';
import { UnsoundContent } from './run.ts';
import { MissingBuild } from './site.ts';
import { say } from './words.ts';

/** Faults of the disk, as Node names them. */
const DISK = /^(?:SQLITE|EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EEXIST|ENOENT|ENOSPC|EDQUOT|EIO|ELOOP|ENAMETOOLONG|ERR_INVALID_ARG_VALUE)/;

/** In a sentence or two; a stack where it is nobody's doing but the program's. */
export function reasonOf(error: unknown, { host, port, data }: Options): string {
  if (error instanceof MissingBuild) return say('noBuild', { path: error.path });
  if (error instanceof UnsoundContent) return error.message;
  if (error instanceof LaterFile) return say('laterData', { data: data ?? '' });
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return say('portTaken', { port, next: port + 1 });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return say('noSuchHost', { host });
    default:
      if (code === 'EACCES' && error instanceof Error && 'syscall' in error && error.syscall === 'listen') return say('portForbidden', { port });
      if (data !== null && DISK.test(code)) return `${say('noData', { data })} (${code})`;
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
