// The clients' own process: it plays both schools as it is told, and sends back what it measured.

import type { School } from './class.ts';
import { type OwnParts, openOwnSchool } from './own.ts';
import { openSocketSchool } from './socket.ts';

export type Order =
  | { do: 'own'; parts: OwnParts }
  | { do: 'floor'; port: number; students: number; rooms: number }
  | { do: 'join'; within: number }
  | { do: 'round'; spread: number }
  | { do: 'lost' };
export type Told = { ok: true; value: unknown } | { ok: false; error: string };

let school: School | null = null;

async function carryOut(order: Order): Promise<unknown> {
  switch (order.do) {
    case 'own':
      school = await openOwnSchool(order.parts);
      return null;
    case 'floor':
      school = await openSocketSchool(order.port, order.students, order.rooms);
      return null;
    case 'join':
      return (school as School).join(order.within);
    case 'round':
      return (school as School).round(order.spread);
    case 'lost':
      return (school as School).lost();
  }
}

process.on('message', (order: Order) => {
  carryOut(order).then(
    (value) => process.send?.({ ok: true, value } satisfies Told),
    (error: unknown) => process.send?.({ ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) } satisfies Told),
  );
});
