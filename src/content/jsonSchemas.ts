// The same schemas as JSON Schema, so that an editor completes and checks a file while it is written.

import { z } from 'zod';
import { KINDS, SCHEMAS } from './schemas.ts';

/** By the name of the file that holds it, such as `level` or `text-cards`. */
export function jsonSchemas(): Record<string, object> {
  return Object.fromEntries(
    KINDS.map((kind) => [kind.replace('/', '-'), { title: `Counterweight: ${kind}`, ...z.toJSONSchema(SCHEMAS[kind], { io: 'input', target: 'draft-07' }) }]),
  );
}
