// One request, or one stream of events, to the server of live sessions. Nothing here throws: what fails has the status 0.

import { PROTOCOL, PROTOCOL_HEADER } from '../../protocol/messages.ts';

/** `status` 0: the server was not reached, or did not answer in time. `body`: null where there was none. */
export interface Reply {
  status: number;
  body: unknown;
}

export interface StreamReader {
  event: (name: string, data: string) => void;
  /** Anything arrived, a sign of life too. */
  heard: () => void;
  /** Called once, unless it was called off. Of a stream that had begun the status is 200. */
  end: (reply: Reply) => void;
}

export interface Transport {
  /** @param path after `/api`, such as `/s/ABC234` */
  request(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, secret: string | null, body?: unknown): Promise<Reply>;
  /** @returns how to call it off */
  stream(path: string, secret: string, reader: StreamReader): () => void;
}

/** Milliseconds after which a request is given up; a poll may wait for 25 seconds. */
const GIVE_UP = 12_000;
const GIVE_UP_POLL = 35_000;

/** @param base where the page lies, so that a server below a path is found too */
export function httpTransport(base: string): Transport {
  const address = (path: string) => new URL(`api${path}`, base).href;
  const headers = (secret: string | null): Record<string, string> => ({ [PROTOCOL_HEADER]: String(PROTOCOL), ...(secret === null ? {} : { authorization: `Bearer ${secret}` }) });
  return {
    async request(method, path, secret, body) {
      const given = body === undefined ? {} : { body: JSON.stringify(body) };
      const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
      const aborting = new AbortController();
      const timer = setTimeout(() => aborting.abort(), path.includes('/view') ? GIVE_UP_POLL : GIVE_UP);
      try {
        const response = await fetch(address(path), { method, headers: { ...headers(secret), ...type }, cache: 'no-store', signal: aborting.signal, ...given });
        return { status: response.status, body: await bodyOf(response) };
      } catch {
        return { status: 0, body: null };
      } finally {
        clearTimeout(timer);
      }
    },
    stream(path, secret, reader) {
      const aborting = new AbortController();
      void readStream(address(path), { ...headers(secret), accept: 'text/event-stream' }, aborting.signal, reader);
      return () => aborting.abort();
    },
  };
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

async function readStream(address: string, headers: Record<string, string>, signal: AbortSignal, { event, heard, end }: StreamReader): Promise<void> {
  try {
    const response = await fetch(address, { headers, cache: 'no-store', signal });
    if (!response.ok || response.body === null) {
      const body = await bodyOf(response);
      if (!signal.aborted) end({ status: response.status, body });
      return;
    }
    const feed = eventParser(event);
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted) return;
      if (done) break;
      heard();
      feed(value);
    }
    end({ status: 200, body: null });
  } catch {
    if (!signal.aborted) end({ status: 0, body: null });
  }
}

/** Reads server-sent events as they come in pieces. */
export function eventParser(event: (name: string, data: string) => void): (piece: string) => void {
  let rest = '';
  let name = 'message';
  let data: string[] = [];
  return (piece) => {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() as string;
    for (const line of lines.map((one) => one.replace(/\r$/, ''))) {
      if (line === '') {
        if (data.length > 0) event(name, data.join('\n'));
        name = 'message';
        data = [];
      } else if (line.startsWith('event:')) name = line.slice(6).trim();
      else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
    }
  };
}
