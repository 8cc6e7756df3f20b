import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

const LOOPBACK = '127.0.0.1';

/** A response of the preview. */
export interface ServedPage {
  /** The HTTP status. Default: 200. */
  status?: number;
  type: string;
  body: string | Uint8Array;
  /** The Content-Security-Policy. Default: no permissions. */
  policy?: string;
}

export interface Pages {
  /** Finds the page for a path below the secret, such as `paper.html`. The path never reaches the disk. */
  findPage: (name: string, query: URLSearchParams) => ServedPage | null;
  /** Finds the action of a POST request, which does more than read. It runs only for a request of the preview's own page. */
  findAction: FindAction;
  /** Called with the error of an action that failed. The server goes on. */
  onFailure: (error: unknown) => void;
  /** Returns the first event for a browser that has just connected. */
  getFirstEvent: () => string;
}

export type FindAction = (name: string, query: URLSearchParams) => Action | null;

/** An action without a body, or one that takes JSON. A body that is not small JSON is refused before the action runs. */
export type Action = { run: () => Promise<ServedPage> } | { runWith: (body: unknown) => Promise<ServedPage> };

export interface PageServer {
  url: string;
  /** Sends an event to every connected browser. */
  send: (data: string) => void;
  stop: () => Promise<void>;
}

/**
 * Serves pages to this machine only. A page of another site can send requests here too, so each request is checked:
 * - it names this server as its host, which stops DNS rebinding;
 * - it does not come from another origin;
 * - it knows the secret in the path;
 * - it only reads, unless it is an action and says that its origin is this server;
 * - the body of an action is JSON, says so, and is small. A form of another site cannot send that.
 */
export async function servePages(port: number, pages: Pages): Promise<PageServer> {
  const secret = randomBytes(16).toString('base64url');
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    const [path = '', queryText] = (request.url ?? '').split('?');
    const name = path.startsWith(`/${secret}/`) ? path.slice(secret.length + 2) : null;
    const query = new URLSearchParams(queryText);
    const action = name !== null && request.method === 'POST' ? pages.findAction(name, query) : null;
    const refusal = findRefusal(request, getPort(server), action !== null);
    if (refusal) respond(request, response, { status: refusal, type: PLAIN_TEXT, body: REFUSALS[refusal] });
    else if (action)
      void runAction(action, request)
        .catch((error: unknown): ServedPage => {
          pages.onFailure(error);
          return { status: 500, type: PLAIN_TEXT, body: FAILED };
        })
        .then((page) => respond(request, response, page));
    else if (name === 'events' && request.method === 'GET')
      addListener(response, listeners, pages.getFirstEvent());
    else {
      const page = name === null ? null : pages.findPage(name, query);
      respond(request, response, page ?? { status: 404, type: PLAIN_TEXT, body: NOT_FOUND });
    }
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, LOOPBACK, resolve);
  });
  return {
    url: `http://${LOOPBACK}:${getPort(server)}/${secret}/`,
    send: (data) => {
      for (const listener of listeners) sendEvent(listener, data);
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Returns the port of a server that listens. */
function getPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the server does not listen on a port');
  return address.port;
}

/** The largest body, in bytes. A paragraph has a few hundred. */
const MAX_BODY_BYTES = 1024 * 1024;

async function runAction(action: Action, request: IncomingMessage): Promise<ServedPage> {
  if ('run' in action) return action.run();
  const refuse = (status: 400 | 413 | 415): ServedPage => ({
    status,
    type: PLAIN_TEXT,
    body: REFUSED_BODIES[status],
  });
  if (!/^application\/json(?:; ?charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
    return refuse(415);
  const bytes = await readBody(request);
  if (bytes === null) return refuse(413);
  const body = parseJson(bytes);
  return body === undefined ? refuse(400) : action.runWith(body);
}

/** Reads the body of a request. Returns null if it is too large. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_BODY_BYTES) return null;
      chunks.push(chunk);
    }
  } catch {
    return Buffer.alloc(0); // the browser has closed the connection
  }
  return Buffer.concat(chunks);
}

/** Parses JSON in UTF-8. Returns undefined for anything else. */
function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

const REFUSED_BODIES = {
  400: 'The body is not JSON.\n',
  413: 'The body is too large.\n',
  415: 'The body must be application/json.\n',
};

const PLAIN_TEXT = 'text/plain; charset=utf-8';
const NOT_FOUND = 'There is no such page.\n';
const FAILED = 'This is an internal error of the preview.\n';
const REFUSALS = {
  403: 'This preview is only for this machine.\n',
  405: 'This preview is read-only.\n',
};

function findRefusal(
  { headers, headersDistinct, method = '' }: IncomingMessage,
  port: number,
  isAction: boolean,
): keyof typeof REFUSALS | null {
  const hosts = [`${LOOPBACK}:${port}`, `localhost:${port}`];
  const { host = '', origin } = headers;
  if (!hosts.includes(host) || headersDistinct['host']?.length !== 1) return 403;
  if (origin !== undefined && origin !== `http://${host}`) return 403;
  if (!['same-origin', 'none', undefined].includes(headers['sec-fetch-site'])) return 403;
  // A browser states the origin of every POST request. A program without one is refused too.
  if (isAction) return origin !== undefined && headers['sec-fetch-site'] !== 'none' ? null : 403;
  return method === 'GET' || method === 'HEAD' ? null : 405;
}

/** Stops caching, type guessing, and framing or reading by other sites. */
const HEADERS = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};
const NO_PERMISSIONS = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

function respond(request: IncomingMessage, response: ServerResponse, served: ServedPage): void {
  const { status = 200, type, body, policy = NO_PERMISSIONS } = served;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  response.writeHead(status, {
    ...HEADERS,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'Content-Security-Policy': policy,
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    ...((status in REFUSALS || !isRead) && { Connection: 'close' }), // the rest of the request is not read
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Opens a stream of server-sent events. The listener is removed when the browser disconnects. */
function addListener(response: ServerResponse, listeners: Set<ServerResponse>, greeting: string): void {
  response.writeHead(200, {
    ...HEADERS,
    'Content-Type': 'text/event-stream',
    'Content-Security-Policy': NO_PERMISSIONS,
  });
  listeners.add(response);
  response.on('close', () => listeners.delete(response));
  response.write('retry: 1000\n\n');
  sendEvent(response, greeting);
}

/** Sends one event. A browser that does not read is disconnected. When it reconnects, it gets the current state. */
function sendEvent(listener: ServerResponse, data: string): void {
  if (listener.writableLength > MAX_UNREAD_BYTES) listener.destroy();
  else listener.write(`data: ${data}\n\n`);
}

const MAX_UNREAD_BYTES = 4 * 1024 * 1024;
