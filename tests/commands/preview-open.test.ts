import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';

let bin: string;
beforeEach(() => {
  bin = mkdtempSync(join(tmpdir(), 'papers-bin-'));
});
afterEach(() => rmSync(bin, { recursive: true }));

/** Puts an `xdg-open` first on the PATH, the program with which Linux opens an address. */
function installOpener(script: string): void {
  writeFileSync(join(bin, 'xdg-open'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'xdg-open'), 0o755);
}

/** Runs `papers preview --open` until `isDone`, then stops it. */
async function preview(
  isDone: (out: string, err: string) => boolean,
): Promise<{ out: string; err: string; code: number | null }> {
  const args = ['preview', '--open', '--root', 'tests/papers/parks-update'];
  const program = spawn(process.execPath, [resolve('dist/cli.js'), ...args], {
    env: { ...process.env, PATH: `${bin}:/bin` },
  });
  const ended = new Promise<number | null>((done) => program.once('exit', done));
  let [out, err] = ['', ''];
  program.stdout.on('data', (chunk) => (out += String(chunk)));
  program.stderr.on('data', (chunk) => (err += String(chunk)));
  for (let passed = 0; passed < 300 && !isDone(out, err); passed += 1) await wait(100);
  program.kill('SIGINT');
  return { code: await ended, out, err };
}

test.runIf(process.platform === 'linux')('opens the printed address in the browser', async () => {
  const opened = join(bin, 'opened');
  installOpener(`printf %s "$1" > ${opened}.new && mv ${opened}.new ${opened}`);
  const { code, out, err } = await preview(() => existsSync(opened));
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const [, url] = /: (http:\/\/\S+)/.exec(out) ?? [];
  expect(readFileSync(opened, 'utf8')).toBe(url);
});

test.runIf(process.platform === 'linux')(
  'prints a hint if no browser can be opened, and goes on',
  async () => {
    installOpener('exit 3');
    const { code, out, err } = await preview((_out, printed) => printed !== '');
    expect(out).toContain('http://');
    expect(err).toMatch(/^papers: no browser could be opened\. Open the address yourself\.\n/);
    expect(code).toBe(0);
  },
);

test.runIf(existsSync('/usr/bin/script'))('suggests --open on a terminal', async () => {
  const command = `'${process.execPath}' '${resolve('dist/cli.js')}' preview --root tests/papers/parks-update`;
  const terminal = spawn('/usr/bin/script', ['-qec', `${command} & sleep 5; kill -INT $!`, '/dev/null']);
  let out = '';
  terminal.stdout.on('data', (chunk) => (out += String(chunk)));
  await new Promise((done) => terminal.once('exit', done));
  expect(out).toContain('http://127.0.0.1');
  expect(out).toContain('Start it with --open to open the page in your browser.');
});
