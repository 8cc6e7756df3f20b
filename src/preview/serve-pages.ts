import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const LOOPBACK = '127.0.0.1';

/** One thing that the preview serves. */
export interface Served {
  type: string;
  body: string | Uint8Array;
  /** What the page may do; by default nothing at all. */
  policy?: string;
}

export interface Pages {
  /** The answer to a path below the secret one, such as `paper.html`; null where there is no such page. Never a path on the disk. */
  page: (name: string, query: URLSearchParams) => Served | null;
  /** What a browser that has just begun to listen is told. */
  greeting: () => string;
}

export interface PageServer {
  url: string;
  /** Tells every listening browser. */
  send: (data: string) => void;
  stop: () => Promise<void>;
}

/**
 * Serves to this machine only. A page of another site can make a browser ask here too, so a request must name this server as its
 * host (or another name was made to lead here), must not come from another origin, and must know the secret in the path.
 */
export async function servePages(port: number, pages: Pages): Promise<PageServer> {
  const secret = randomBytes(16).toString('base64url');
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const refusal = refuse(request, (server.address() as AddressInfo).port);
    const [path = '', query] = (request.url ?? '').split('?');
    const name = path.startsWith(`/${secret}/`) ? path.slice(secret.length + 2) : null;
    if (refusal) answer(request, response, refusal, { type: PLAIN, body: REFUSALS[refusal] });
    else if (name === 'events' && request.method === 'GET') listen(response, listeners, pages.greeting());
    else {
      const found = name === null ? null : pages.page(name, new URLSearchParams(query));
      answer(request, response, found ? 200 : 404, found ?? { type: PLAIN, body: MISSING });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    url: `http://${LOOPBACK}:${(server.address() as AddressInfo).port}/${secret}/`,
    send: (data) => {
      for (const listener of listeners) tell(listener, data);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const PLAIN = 'text/plain; charset=utf-8';
const MISSING = 'There is no such page.\n';
const REFUSALS = {
  403: 'This preview is for this machine alone.\n',
  405: 'A preview can only be read.\n',
};

function refuse(
  { headers, headersDistinct, method = '' }: IncomingMessage,
  port: number,
): keyof typeof REFUSALS | null {
  const hosts = [`${LOOPBACK}:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host) || headersDistinct['host']?.length !== 1) return 403;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site'])) return 403;
  return method === 'GET' || method === 'HEAD' ? null : 405;
}

/** Nothing may be kept, guessed, framed or read by another site. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
const NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function answer(request: IncomingMessage, response: ServerResponse, status: number, served: Served): void {
  const { type, body, policy = NOTHING } = served;
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    ...(status in REFUSALS && { Connection: 'close' }), // what more it sends is not listened to
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Server-sent events: one line of data each. A browser that goes away is forgotten. */
function listen(response: ServerResponse, listeners: Set<ServerResponse>, greeting: string): void {
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': 'text/event-stream',
    'Content-Security-Policy': NOTHING,
  });
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
  response.write('retry: 1000\n\n');
  tell(response, greeting);
}

/** A browser that does not read what it is sent is let go; it asks again when it wakes, and is told how things stand. */
function tell(listener: ServerResponse, data: string): void {
  if (listener.writableLength > MOST_UNREAD) listener.destroy();
  else listener.write(`data: ${data}\n\n`);
}

const MOST_UNREAD = 4 * 1024 * 1024;
