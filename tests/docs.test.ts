import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { BLOCKS } from '../src/manuscript/check-calls.js';
import { HELPER_SIGNATURES } from '../src/manuscript/helpers/index.js';
import { listProblems } from './support/list-problems.js';
import { copyProject } from './support/run-papers.js';

/** The documentation has every helper and block. The site itself is tested in docs.full.test.ts. */
const SECTIONS = 'docs/sample/templates/every-helper/sections';
const template = readdirSync(SECTIONS)
  .map((name) => readFileSync(join(SECTIONS, name), 'utf8'))
  .join('\n');

interface HelperWords {
  arguments?: string[];
  options?: Record<string, string>;
}
const words = Object.assign(
  {},
  ...(
    parse(readFileSync('docs/reference/helpers.yaml', 'utf8')) as { helpers: Record<string, HelperWords> }[]
  ).map(({ helpers }) => helpers),
) as Record<string, HelperWords>;

test('describes every helper, each of its arguments and each of its options', () => {
  const described = Object.entries(words).map(([name, { arguments: args = [], options = {} }]) => [
    name,
    {
      arguments: ['which', 'key-figures'].includes(name) ? Infinity : args.length,
      options: Object.keys(options).sort(),
    },
  ]);
  const actual = Object.entries(HELPER_SIGNATURES).map(([name, { maxArguments, options }]) => [
    name,
    { arguments: maxArguments, options: [...(options ?? ['<column>'])].sort() },
  ]);
  expect(Object.fromEntries(described)).toEqual(Object.fromEntries(actual));
});

test('uses every helper in the sample', () => {
  const unused = Object.keys(HELPER_SIGNATURES).filter(
    (name) => !new RegExp(`[{(]${name}[ })]`).test(template),
  );
  expect(unused).toEqual([]);
});

test('uses every template block in the sample', () => {
  expect(BLOCKS.filter((name) => !template.includes(`{{#${name} `))).toEqual([]);
});

test('has a sample without problems', async () => {
  const copy = copyProject('docs/sample');
  cpSync('templates/theme', join(copy.root, 'templates/theme'), { recursive: true });
  expect(await listProblems(copy.root, '2030-31-q2', 'every-helper')).toEqual([]);
  copy.remove();
});

test('names every environment variable that the program reads', () => {
  const program = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(join('src', path), 'utf8'))
    .join('\n');
  const read = [...program.matchAll(/process\.env(?:\.|\[['"])([A-Z_]+)/g)].map(([, name = '']) => name);
  const internal = ['TZ', 'PATH', 'TERM', 'PAPERS_WRITE_CODE_CACHE'];
  const text = readFileSync('docs/commands.md', 'utf8');
  expect(read).toContain('SOURCE_DATE_EPOCH');
  expect(read.filter((name) => !internal.includes(name) && !text.includes(name))).toEqual([]);
});
