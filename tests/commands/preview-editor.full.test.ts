import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EditorChoice } from '../../src/preview/preview-state.js';
import { readAttribute, readHtml } from '../support/read-html.js';
import { copyProject, type Copy } from '../support/run-papers.js';
import { runPreview, type RunningPreview } from '../support/run-preview.js';

const SURVEY = 'data/2024-25-q2/survey.yaml';

let copy: Copy;
beforeAll(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterAll(() => copy.remove());

describe('the choice of the editor', () => {
  async function readChoice(args: string[], environment: Record<string, string> = {}): Promise<EditorChoice> {
    const preview = await runPreview(copy.root, args, environment);
    const { body } = await preview.ask('');
    await preview.end();
    const [page] = readHtml(body.toString('utf8')).elements.filter(
      (element) => readAttribute(element, 'data-editor') !== null,
    );
    return JSON.parse((page && readAttribute(page, 'data-editor')) ?? 'null') as EditorChoice;
  }
  const NONE = { kind: 'copy' };

  test.each<[string, string[], Record<string, string>, unknown]>([
    ['copies without an editor', [], {}, NONE],
    [
      'links to VS Code in its terminal',
      [],
      { TERM_PROGRAM: 'vscode', VISUAL: 'subl' },
      { kind: 'link', name: 'VS Code' },
    ],
    [
      'starts the command of VS Code in its terminal on another machine',
      [],
      { TERM_PROGRAM: 'vscode', SSH_CONNECTION: '192.0.2.1 1 192.0.2.2 22' },
      { kind: 'command', name: 'code' },
    ],
    [
      'takes $VISUAL before $EDITOR',
      [],
      { VISUAL: 'subl -n', EDITOR: 'vi' },
      { kind: 'command', name: 'subl' },
    ],
    ['copies for an editor of the terminal', [], { EDITOR: '/usr/bin/vim' }, NONE],
    ['copies for an editor that is told to use the terminal', ['--editor', 'emacsclient -t'], {}, NONE],
    [
      'takes the named editor before the terminal',
      ['--editor', 'zed'],
      { TERM_PROGRAM: 'vscode' },
      { kind: 'link', name: 'Zed' },
    ],
    [
      'takes a path with spaces',
      ['--editor', '"/opt/An editor/edit" -w'],
      {},
      { kind: 'command', name: 'edit' },
    ],
    ['copies if it is told to', ['--editor', 'none'], { VISUAL: 'subl' }, NONE],
  ])('%s', async (_what, args, environment, choice) => {
    expect(await readChoice(args, environment)).toMatchObject(choice as object);
  });

  test('links to the project by its whole path', async () => {
    expect(await readChoice(['--editor', 'vscodium'])).toEqual({
      kind: 'link',
      name: 'VSCodium',
      prefix: `vscodium://file${copy.root}/`,
    });
  });
});

describe.skipIf(process.platform === 'win32')('a command', () => {
  let preview: RunningPreview;
  let editor: string;
  let headers: Record<string, string>;
  beforeAll(async () => {
    editor = join(copy.root, 'subl');
    writeFileSync(
      editor,
      `#!/bin/sh\nprintf '%s\\n' "$@" > '${editor}.new' && mv '${editor}.new' '${editor}.args'\n`,
    );
    chmodSync(editor, 0o755);
    preview = await runPreview(copy.root, ['--editor', `"${editor}" --new-window`]);
    headers = { origin: new URL(preview.url).origin };
  });
  afterAll(() => preview.end());

  /** Asks to open a place, and returns the status and the arguments of a started editor. */
  async function open(
    { file = SURVEY, line = '2', column = '3' },
    options: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<{ status: number; args: string[] | null }> {
    rmSync(`${editor}.args`, { force: true });
    await wait(600); // the preview starts one editor at a time
    const query = new URLSearchParams({ file, line, column }).toString();
    const { status } = await preview.ask(`open?${query}`, { method: 'POST', headers, ...options });
    const args = existsSync(`${editor}.args`) ? readFileSync(`${editor}.args`, 'utf8') : null;
    return { status, args: args?.trim().split('\n') ?? null };
  }

  test('opens a file at its line', async () => {
    expect(await open({})).toEqual({
      status: 200,
      args: ['--new-window', `${resolve(copy.root, SURVEY)}:2:3`],
    });
  });

  test('opens a file whose name a shell would run', async () => {
    const file = 'data/2024-25-q2/$(touch hacked); `id` & "x".yaml';
    copy.write(file, 'a: 1\n');
    expect(await open({ file })).toEqual({
      status: 200,
      args: ['--new-window', `${join(copy.root, file)}:2:3`],
    });
    rmSync(join(copy.root, file));
    expect(existsSync('hacked')).toBe(false);
  });

  test.each([
    '../../etc/passwd',
    '/etc/passwd',
    'package.json',
    'subl',
    'data',
    '',
    'data/none.yaml',
    'data/../subl',
    'data/a\0b',
    '--help',
  ])('opens no other file: %j', async (file) => {
    const { status, args } = await open({ file });
    expect(args).toBeNull();
    expect([400, 404]).toContain(status);
  });

  test('follows no link out of the project', async () => {
    mkdirSync(join(copy.root, 'data/linked'));
    symlinkSync('/etc/hostname', join(copy.root, 'data/linked/outside.yaml'));
    expect(await open({ file: 'data/linked/outside.yaml' })).toEqual({ status: 404, args: null });
    rmSync(join(copy.root, 'data/linked'), { recursive: true });
  });

  test.each([
    ['-1', '1'],
    ['1', '0'],
    ['1;id', '1'],
    ['99999999', '1'],
  ])('opens nothing at line %s, column %s', async (line, column) => {
    expect(await open({ line, column })).toEqual({ status: 400, args: null });
  });

  test.each<[string, Record<string, string>]>([
    ['without an origin', {}],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from a sandboxed page', { origin: 'null' }],
    ['from another port', { origin: 'http://127.0.0.1:1' }],
  ])('opens nothing for a request %s', async (_who, other) => {
    expect(await open({}, { headers: other })).toEqual({ status: 403, args: null });
  });

  test.each(['cross-site', 'same-site', 'none'])('opens nothing for a request that is %s', async (site) => {
    expect(await open({}, { headers: { ...headers, 'sec-fetch-site': site } })).toEqual({
      status: 403,
      args: null,
    });
  });

  test('opens nothing for another method, another host, or without the secret', async () => {
    expect(await open({}, { method: 'GET' })).toEqual({ status: 404, args: null });
    expect(await open({}, { method: 'PUT' })).toEqual({ status: 405, args: null });
    expect(await open({}, { headers: { ...headers, host: 'papers.example' } })).toEqual({
      status: 403,
      args: null,
    });
    const elsewhere = await preview.ask(`../open?file=${SURVEY}&line=1&column=1`, {
      method: 'POST',
      headers,
    });
    expect(elsewhere.status).toBe(405);
  });

  test('starts one editor at a time', async () => {
    await wait(600);
    const request = (): Promise<{ status: number }> =>
      preview.ask(`open?file=${SURVEY}&line=1&column=1`, { method: 'POST', headers });
    const answers = await Promise.all(Array.from({ length: 10 }, request));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(9);
  });

  test('says that a command does not exist or fails, and goes on', async () => {
    for (const command of ['/no/such/editor', 'false']) {
      const other = await runPreview(copy.root, ['--editor', command]);
      const { status } = await other.ask(`open?file=${SURVEY}&line=1&column=1`, {
        method: 'POST',
        headers: { origin: new URL(other.url).origin },
      });
      expect(status).toBe(500);
      expect((await other.ask('')).status).toBe(200);
      expect(await other.end()).toBe(0);
    }
  });
});
