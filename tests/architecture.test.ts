import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** Rooms that every other room may import. They import nothing but each other. */
const SHARED = [
  ...['model', 'laws', 'statistics', 'schema', 'markup', 'format'],
  ...['fonts.ts', 'open-font.ts', 'sha256.ts', 'error-code.ts', 'tool.ts'],
];

/** Rooms that run several stages. They may import every room. */
const CONDUCTORS = ['build-paper.ts', 'press', 'program.ts', 'commands', 'cli.ts', 'start'];

/** Other rooms that a room may import, besides itself and the shared rooms. */
const ALSO: Record<string, string[]> = {
  // Each kind declares its own schema in its file; the reader joins them.
  inputs: ['indicators/kinds', 'charts/kinds', 'manuscript/tables', 'ooxml'],
  manuscript: ['charts/kinds'],
  'roll-forward': ['inputs/data-sets', 'inputs/period-files', 'inputs/yaml'],
  init: ['inputs/period-files'],
  import: ['inputs/data-sets'],
  edit: ['inputs/data-sets', 'inputs/yaml'],
  archive: ['compare', 'disk', 'sources'],
  preview: ['compare/align', 'edit', 'review', 'watch'],
  pack: ['archive/pages', 'pdf'],
  raster: ['pdf/drawings'],
  // Returned Word files become edits of the authors' files.
  review: ['compare/align', 'edit', 'word'],
  word: ['ooxml', 'pdf/blocks', 'pdf/text'], // tables have the same columns
  outside: ['word/read'],
};

/** Each library belongs to the rooms named here. */
const LIBRARIES: Record<string, string[]> = {
  yaml: ['edit', 'import', 'init', 'inputs', 'roll-forward'],
  zod: [
    'archive',
    'build-report',
    'charts',
    'disk',
    'indicators',
    'inputs',
    'manuscript',
    'preview',
    'schema',
    'sources',
  ],
  handlebars: ['manuscript'],
  'mdast-util-from-markdown': ['document'],
  'chart.js': ['charts'],
  'chartjs-node-canvas': ['charts'],
  pdfmake: ['pdf'],
  docx: ['word'],
  '@cantoo/pdf-lib': ['pack'],
  'fast-png': ['pdf'],
  pkijs: ['archive'],
  asn1js: ['archive'],
  fflate: ['ooxml', 'sources', 'word'],
  saxen: ['inputs', 'ooxml'],
  diff: ['compare'],
  commander: ['commands', 'program.ts'],
  '@clack/prompts': ['commands'],
  open: ['commands'],
  'launch-editor': ['commands'],
};

/** Rooms that may use the disk. `inputs` reads the author's files and `disk` writes. The others have a reason. */
const DISK = [
  ...['inputs', 'disk'],
  ...['archive', 'sources', 'commands'], // issued versions, and files that a user names
  'watch', // watches the author's files
  ...['program.ts', 'cli.ts', 'start', 'report', 'pdf'], // parts of the program itself, such as fonts
];

interface Import {
  file: string;
  target: string;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.includes('canvas/'));

const imports = files.flatMap((file): Import[] =>
  [
    ...readFileSync(join('src', file), 'utf8').matchAll(/(?:from|import\()\s*'([^']+(?<!\.json|\?raw))'/g),
  ].map(([, target = '']) => ({ file, target })),
);

const roomOf = (path: string): string => path.split('/')[0] ?? '';

const insideImports = imports
  .filter(({ target }) => target.startsWith('.'))
  .map(({ file, target }) => ({
    file,
    target: relative('src', join('src', dirname(file), target))
      .replaceAll('\\', '/')
      .replace(/\.js$/, '.ts'),
  }));

test('lets a room import only itself, the shared rooms and the rooms listed for it', () => {
  const strays = insideImports.filter(({ file, target }) => {
    const room = roomOf(file);
    if (CONDUCTORS.includes(room) || roomOf(target) === room || SHARED.includes(roomOf(target))) return false;
    return !(ALSO[room] ?? []).some((allowed) => target.startsWith(`${allowed}/`));
  });
  expect(strays).toEqual([]);
});

test('lets shared rooms import only shared rooms', () => {
  const strays = insideImports.filter(
    ({ file, target }) => SHARED.includes(roomOf(file)) && !SHARED.includes(roomOf(target)),
  );
  expect(strays).toEqual([]);
});

test.each(Object.entries(LIBRARIES))('lets only its rooms use %s', (library, rooms) => {
  const users = imports
    .filter(({ target }) => target === library || target.startsWith(`${library}/`))
    .map(({ file }) => roomOf(file));
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((user) => !rooms.includes(user))).toEqual([]);
});

test('keeps slow libraries out of the kinds of chart and table', () => {
  const reached = new Set(['charts/kinds/index.ts', 'manuscript/tables/index.ts']);
  for (const file of reached)
    for (const { target } of insideImports.filter((inside) => inside.file === file)) reached.add(target);
  const libraries = imports.filter(({ file }) => reached.has(file)).map(({ target }) => target);
  const slow = ['chart.js', 'chartjs-node-canvas', 'fontkit', 'handlebars', 'pdfmake'];
  expect(reached.size).toBeGreaterThan(10);
  expect(libraries.filter((library) => slow.includes(library))).toEqual([]);
});

test('lets only the rooms at the two ends of the pipeline use the disk', () => {
  const users = imports.filter(({ target }) => /^node:fs/.test(target)).map(({ file }) => roomOf(file));
  expect([...new Set(users)].filter((user) => !DISK.includes(user))).toEqual([]);
});

test('lets only the disk room write files', () => {
  const writes =
    /import\s*\{[^}]*\b(?:writeFile|appendFile|copyFile|cp|rename|link)(?:Sync)?\b[^}]*\}\s*from\s*'node:fs/;
  const writers = files.filter((file) => writes.test(readFileSync(join('src', file), 'utf8'))).map(roomOf);
  // The starter keeps compiled code in the program's own folder.
  expect([...new Set(writers)].filter((room) => !['disk', 'start'].includes(room))).toEqual([]);
});
