// The same school at the floor, over bare WebSockets that speak Socket.IO's few words.

import { WebSocket } from 'ws';
import { afterWhile, type Handed, type School } from './class.ts';

interface Line {
  emit: (name: string, ...said: unknown[]) => Promise<unknown>;
  close: () => void;
}

/** @param hear told of what comes unasked */
function openLine(port: number, hear: (name: string) => void): Promise<Line> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`, { perMessageDeflate: false });
    const asked = new Map<number, (answer: unknown) => void>();
    let next = 0;
    socket.on('error', reject);
    socket.on('message', (data) => {
      const text = String(data);
      if (text.startsWith('0')) socket.send('40');
      else if (text === '2') socket.send('3');
      else if (text.startsWith('40'))
        resolve({
          emit: (...said) =>
            new Promise((done) => {
              const id = next++;
              asked.set(id, done);
              socket.send(`42${id}${JSON.stringify(said)}`);
            }),
          close: () => socket.terminate(),
        });
      else if (text.startsWith('43')) {
        const at = text.indexOf('[');
        const id = Number(text.slice(2, at));
        const answered = asked.get(id);
        asked.delete(id);
        answered?.(text.slice(at));
      } else if (text.startsWith('42')) hear(text.slice(4, text.indexOf('"', 4)));
    });
  });
}

export async function openSocketSchool(port: number, count: number, many: number): Promise<School> {
  const hosts = await Promise.all(
    Array.from({ length: many }, async (_, at) => {
      const line = await openLine(port, () => {});
      await line.emit('host', `room ${at}`);
      return line;
    }),
  );
  const students: Line[] = [];
  let seen: (at: number) => void = () => {};
  /** What each student does once the question is there. */
  const shows: (() => void)[] = [];
  let round = -1;
  return {
    join: (within) =>
      Promise.all(
        Array.from({ length: count }, async (_, at) => {
          await afterWhile(at, count, within);
          const begun = performance.now();
          const line = await openLine(port, (name) => name === 'question' && seen(at));
          await line.emit('join', `room ${at % many}`);
          students[at] = line;
          return performance.now() - begun;
        }),
      ),
    async round(spread) {
      round++;
      const handed: Handed = { shown: [], acknowledged: [], saved: 0 };
      const begun = performance.now();
      const done = students.map(
        (line, at) =>
          new Promise<void>((resolve, reject) => {
            shows[at] = () => {
              handed.shown.push(performance.now() - begun);
              afterWhile(at, count, spread)
                .then(async () => {
                  const sent = performance.now();
                  const said = { id: String(at).padStart(32, '0'), round, ballot: 0, response: { kind: 'one', option: 'a' }, confidence: 2 };
                  await line.emit('answer', said);
                  handed.acknowledged.push(performance.now() - sent);
                  handed.saved++;
                })
                .then(resolve, reject);
            };
          }),
      );
      seen = (at) => shows[at]?.();
      await Promise.all(hosts.map((host, at) => host.emit('open', `room ${at}`, round)));
      await Promise.all(done);
      await Promise.all(hosts.map((host, at) => host.emit('reveal', `room ${at}`, round)));
      return handed;
    },
    lost: async () => 0,
    close() {
      for (const line of [...hosts, ...students]) line.close();
    },
  };
}
