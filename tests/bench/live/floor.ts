// The floor: a Socket.IO server that stores nothing does the same work. It puts questions to rooms, acknowledges answers, shows what is right and tells hosts the count a few times a second.

import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** As long as a seat's view of a question. */
const PAYLOAD = 'x'.repeat(2600);
const CALM = 250;

const http = createServer();
const io = new Server(http, { transports: ['websocket'], serveClient: false, pingInterval: 60_000, pingTimeout: 60_000 });
const counts = new Map<string, number>();
const due = new Set<string>();
io.on('connection', (socket) => {
  let room = '';
  socket.on('join', (name: string, acknowledge: () => void) => {
    room = name;
    void socket.join(name);
    acknowledge();
  });
  socket.on('host', (name: string, acknowledge: () => void) => {
    void socket.join(`host ${name}`);
    acknowledge();
  });
  socket.on('open', (name: string, round: number, acknowledge: () => void) => {
    counts.set(name, 0);
    io.to(name).emit('question', { round, text: PAYLOAD });
    acknowledge();
  });
  socket.on('reveal', (name: string, round: number, acknowledge: () => void) => {
    io.to(name).emit('told', { round, text: PAYLOAD });
    acknowledge();
  });
  socket.on('answer', (_answer: unknown, acknowledge: (ack: object) => void) => {
    const count = (counts.get(room) ?? 0) + 1;
    counts.set(room, count);
    acknowledge({ status: 'saved', seq: count });
    if (due.has(room)) return;
    due.add(room);
    const own = room;
    setTimeout(() => {
      due.delete(own);
      io.to(`host ${own}`).emit('tally', counts.get(own));
    }, CALM);
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  console.log(JSON.stringify({ port: typeof address === 'object' && address !== null ? address.port : 0 }));
});
process.once('SIGTERM', () => process.exit());
