import { spawn } from 'node:child_process';
import { get, request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { resolve } from 'node:path';
import type { PreviewState } from '../../src/preview/preview-state.js';
import type { Copy } from './run-papers.js';

export interface RunningPreview {
  url: string;
  pid: number;
  /** Every state that the preview sent, oldest first. */
  states: PreviewState[];
  /** Waits until the last state fits. */
  until: (fits: (state: PreviewState) => boolean) => Promise<PreviewState>;
  /** Requests a page by its name. The headers can be false. */
  ask: (name: string, options?: AskOptions) => Promise<Answer>;
  /** Requests the paper's page. */
  page: () => Promise<string>;
  /** Stops the preview as Ctrl-C does, and returns its exit code. */
  end: () => Promise<number | null>;
}

const NO_EDITOR = { EDITOR: '', VISUAL: '', TERM_PROGRAM: '' };

export interface AskOptions {
  headers?: OutgoingHttpHeaders;
  method?: string;
  body?: string | Buffer;
}

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Starts `papers preview` as a user does, in a terminal without an editor, and listens to its events as its page does. */
export async function runPreview(
  root: string,
  args: string[] = [],
  environment: Record<string, string> = {},
): Promise<RunningPreview> {
  const program = spawn(
    process.execPath,
    [resolve('dist/cli.js'), 'preview', '--root', root, '--json', ...args],
    {
      env: { ...process.env, SOURCE_DATE_EPOCH: '', ...NO_EDITOR, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((done) => program.once('exit', done));
  let err = '';
  program.stderr.on('data', (chunk) => (err += String(chunk)));
  const url = await new Promise<string>((resolveUrl, reject) => {
    let out = '';
    program.stdout.on('data', (chunk) => {
      out += String(chunk);
      const [, address] = /"url": "(.*)"/.exec(out) ?? [];
      if (address !== undefined) resolveUrl(address);
    });
    void ended.then((code) => reject(new Error(`exit code ${code ?? 'none'}: ${err}`)));
  });
  const states: PreviewState[] = [];
  const waiting = new Set<() => void>();
  get(`${url}events`, (response) => {
    let unread = '';
    response.on('error', () => undefined); // the preview closes the connection when it stops
    response.on('data', (chunk) => {
      const messages = (unread + String(chunk)).split('\n\n');
      unread = messages.pop() ?? '';
      for (const message of messages)
        if (message.startsWith('data: ')) states.push(JSON.parse(message.slice(6)) as PreviewState);
      for (const check of waiting) check();
    });
  });
  return {
    url,
    pid: program.pid ?? 0,
    states,
    until: (fits) =>
      new Promise((done) => {
        const check = (): void => {
          const last = states.at(-1);
          if (!last || !fits(last)) return;
          waiting.delete(check);
          done(last);
        };
        waiting.add(check);
        check();
      }),
    ask: (name, options = {}) => ask(`${url}${name}`, options),
    page: async () => (await ask(`${url}paper.html`)).body.toString('utf8'),
    end: () => {
      program.kill('SIGINT');
      return ended;
    },
  };
}

/** Returns true if the page and the PDF are up to date with the last save. */
export function isDone({ paper, pdf, work, isCurrent: current }: PreviewState): boolean {
  return paper !== null && pdf === paper && work === null && current;
}

/** Changes a file and waits until the page and the PDF are up to date. */
export async function saveInto(
  { preview, copy }: { preview: RunningPreview; copy: Copy },
  path: string,
  edit: (text: string) => string,
): Promise<PreviewState> {
  const { paper } = await preview.until(isDone);
  copy.change(path, edit);
  return preview.until((state) => state.paper !== paper && isDone(state));
}

/**
 * Sends a request with the exact path and any host, on a connection of its own. `fetch` normalises paths and sets the host itself.
 */
export function ask(url: string, { body, ...options }: AskOptions = {}): Promise<Answer> {
  const [, host = '', port = '', path = ''] = /^http:\/\/([^:]+):(\d+)(.*)$/.exec(url) ?? [];
  return new Promise((done, reject) => {
    request({ host, port, path, agent: false, ...options }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    })
      .once('error', reject)
      .end(body);
  });
}
