import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SHARED = ['model', 'format.ts', 'fonts.ts', 'open-font.ts', 'markup', 'statistics', 'tool.ts'];
const LIBRARIES: Record<string, string | string[]> = {
  yaml: 'inputs',
  zod: ['archive', 'inputs'],
  handlebars: 'manuscript',
  'mdast-util-from-markdown': 'document',
  'chart.js': 'charts',
  'chartjs-node-canvas': 'charts',
  pdfmake: 'pdf',
  fflate: 'archive',
  diff: 'compare',
};

/** They alone know several stages, with the command line. */
const CONDUCTORS = ['build-paper.ts', 'press'];

/** The command line. */
const COMMAND_LINE = ['program.ts', 'commands'];

/** What starts the program and its threads, and knows nothing of it. */
const START = ['cli.ts', 'start'];

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.includes('canvas/'))
  .map((path) => path.replaceAll('\\', '/'));
const imports = files.flatMap((file) =>
  [...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+(?<!\.json))'/g)].map(
    ([, target = '']) => ({ file, target }),
  ),
);
const room = (file: string): string => file.split('/')[0] ?? '';

test('stages import only what is shared; build-paper, the press and the command line alone know several', () => {
  const strays = imports
    .filter(({ target }) => target.startsWith('.'))
    .map(({ file, target }) => ({
      file,
      to: room(relative('src', join('src', dirname(file), target)).replace(/\.js$/, '.ts')),
    }))
    .filter(
      ({ file, to }) =>
        ![...COMMAND_LINE, ...CONDUCTORS, 'cli.ts'].includes(room(file)) &&
        to !== room(file) &&
        !SHARED.includes(to),
    );
  expect(strays).toEqual([]);
});

test('what is shared imports no stage', () => {
  expect(
    imports.filter(
      ({ file, target }) => SHARED.includes(room(file)) && /^\.\.\/(?!model|format)/.test(target),
    ),
  ).toEqual([]);
});

test.each(Object.entries(LIBRARIES))('%s is used where it belongs only', (library, home) => {
  const users = imports
    .filter(({ target }) => target === library || target.startsWith(`${library}/`))
    .map(({ file }) => room(file));
  expect([...new Set(users)].sort()).toEqual([home].flat());
});

test('commander is used in the command line only', () => {
  const users = imports.filter(({ target }) => target === 'commander').map(({ file }) => room(file));
  expect(new Set(users)).toEqual(new Set(COMMAND_LINE));
});

test('only the first stage reads the disk and only archive and the command line write it', () => {
  const users = imports.filter(({ target }) => /^node:fs/.test(target)).map(({ file }) => room(file));
  for (const user of users)
    expect(['inputs', 'archive', ...COMMAND_LINE, ...START, 'report', 'charts', 'pdf']).toContain(user);
});
