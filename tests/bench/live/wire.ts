// A connection as cheap as it can be: HTTP/1.1 written by hand on one socket, so that what is measured is the server and not its clients.

import { connect, type Socket } from 'node:net';

export interface Replied {
  status: number;
  body: string;
}

/** One request after another on a socket that is kept open. */
export interface Wire {
  /** @throws where the socket breaks or the server does not answer within half a minute */
  request(method: string, path: string, secret: string, body?: string): Promise<Replied>;
  close(): void;
}

const HANG = 30_000;

function head(method: string, path: string, host: string, secret: string, more: string): string {
  return `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nx-counterweight-protocol: 1\r\n${secret === '' ? '' : `Authorization: Bearer ${secret}\r\n`}${more}\r\n`;
}

interface Waiting {
  resolve: (reply: Replied) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
}

export async function openWire(port: number): Promise<Wire> {
  const host = `127.0.0.1:${port}`;
  let socket = await connected(port);
  let waiting: Waiting | null = null;
  let heard = '';
  tend();
  return {
    async request(method, path, secret, body) {
      if (waiting !== null) throw new Error('A wire carries one request at a time');
      // A server lets go of a connection that was idle for long.
      if (socket.closed || socket.destroyed) {
        socket = await connected(port);
        tend();
      }
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject, timer: setTimeout(() => fail(new Error(`No answer to ${method} ${path}`)), HANG) };
        socket.write(head(method, path, host, secret, body === undefined ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`) + (body ?? ''));
      });
    },
    close: () => socket.destroy(),
  };

  function tend(): void {
    heard = '';
    socket.setEncoding('utf8');
    socket.on('error', fail);
    socket.on('close', () => fail(new Error('The server closed the connection')));
    socket.on('data', (piece: string) => {
      heard += piece;
      const end = heard.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/content-length: (\d+)/i.exec(heard.slice(0, end))?.[1] ?? 0);
      if (Buffer.byteLength(heard) - Buffer.byteLength(heard.slice(0, end + 4)) < length) return;
      const reply = { status: Number(heard.slice(9, 12)), body: heard.slice(end + 4) };
      heard = '';
      settle((asked) => asked.resolve(reply));
    });
  }

  function fail(error: Error): void {
    settle((asked) => asked.reject(error));
  }

  function settle(how: (asked: Waiting) => void): void {
    const asked = waiting;
    waiting = null;
    if (asked === null) return;
    clearTimeout(asked.timer);
    how(asked);
  }
}

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Server-sent events. @param event the data of one, as it came; chunk marks may stand within */
export function openStream(port: number, path: string, secret: string, event: (data: string) => void): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('error', reject);
    socket.on('connect', () => socket.write(head('GET', path, `127.0.0.1:${port}`, secret, 'Accept: text/event-stream\r\n')));
    socket.on('data', (piece: string) => {
      heard += piece;
      for (let end = heard.indexOf('\n\n'); end >= 0; end = heard.indexOf('\n\n')) {
        event(heard.slice(0, end));
        heard = heard.slice(end + 2);
        resolve(socket);
      }
    });
  });
}
