import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { copyProject, type Copy } from '../support/run-papers.js';

/**
 * The length of each paragraph, in characters. A pass whose time grows with the square of it takes minutes; a linear one takes
 * a second or two.
 */
const LENGTH = 200_000;
/** The milliseconds after which a check has failed, far more than a busy machine needs. */
const LIMIT = 60_000;

let copy: Copy;
beforeEach(() => {
  copy = copyProject('tests/papers/parks-update');
});
afterEach(() => copy.remove());

const REPEATED = [
  '-',
  '[',
  ']',
  '(',
  '<!--',
  '<?',
  '.',
  '1',
  '1,',
  '1/',
  '1-',
  '1+',
  '5%',
  '1 ',
  '`',
  '&',
  '#',
  'a',
  ' ',
];

test.each(REPEATED)(
  'checks a paragraph of many "%s" in a time linear in its length',
  (text) => {
    copy.change('data/2024-25-q2/parks-update.yaml', (before) =>
      before.replace(
        '    research: |\n',
        () => `    research: |\n      Start ${text.repeat(LENGTH / text.length)} end.\n\n`,
      ),
    );
    const { status, signal, stdout } = spawnSync(
      process.execPath,
      [resolve('dist/cli.js'), 'check', '--json', '--root', copy.root],
      { encoding: 'utf8', timeout: LIMIT, killSignal: 'SIGKILL', maxBuffer: 256 * 1024 * 1024 },
    );
    expect(signal).toBeNull();
    expect(JSON.parse(stdout)).toHaveProperty('problems');
    expect([0, 1]).toContain(status);
  },
  LIMIT + 10_000,
);

test('refuses a text with many HTML comments', () => {
  copy.change('data/2024-25-q2/parks-update.yaml', (before) =>
    before.replace(
      '    research: |\n',
      () => `    research: |\n      Words ${'<!-- x --> '.repeat(101)}\n\n`,
    ),
  );
  const { status, stderr } = spawnSync(
    process.execPath,
    [resolve('dist/cli.js'), 'check', '--root', copy.root],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toMatch(
    /parks-update\.yaml:19:13: error: this text has more than 100 beginnings of HTML comments/,
  );
  expect(status).toBe(1);
});
