import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composePaper } from '../../src/build-paper.js';
import { WORKING_EDITION } from '../../src/model/edition.js';
import { isError, type Problem } from '../../src/model/problem.js';
import { listMutations, type Mutation } from '../support/mutate-files.js';
import { copyProject, type Copy } from '../support/run-papers.js';

const PROJECT = 'tests/papers/parks-update';

/** Words that zod, yaml, Handlebars and Node use, and that no message of the program may contain. */
const LIBRARY_WORDS =
  /Invalid (?:input|discriminator|option|string|union|key|element)|[Uu]nrecognized key|expected (?:string|number|object|record|array|boolean|nonoptional)\b|Parse error|Expecting '|got '|[Mm]ust be sufficiently indented|[Ii]mplicit (?:map )?key|flow (?:map|collection|sequence)|[Nn]ested mappings|Cannot (?:read|destructure)|undefined|\[object|NaN|is not a function|not valid YAML:|\.js:\d/;

/** Mutations of a name that another line uses. The message is at that other line, which no longer finds it. */
const USED_ELSEWHERE = [
  'data/2024-25-q2/parks-update.yaml, line 23, is indented further',
  'templates/parks-update/appendices/method.md.hbs, line 3, is indented further',
  'templates/parks-update/tables.yaml, line 2, becomes an item of a list',
  'data/2024-25-q2/parks-update.yaml, line 10, loses its value',
  'data/2024-25-q2/parks-update.yaml, line 18, has a misspelt key',
  'data/measures.yaml, line 3, has a misspelt key',
  'templates/parks-update/sections/visits.md.hbs, line 3, has a misspelt name in braces',
];

function readFiles(root: string): Record<string, string> {
  const paths = ['data', 'templates'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:yaml|hbs)$/.test(path))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

const files = readFiles(PROJECT);
const mutations = listMutations(files, 450);
const results: { mutation: Mutation; problems: Problem[] }[] = [];
let copy: Copy;

/** Composes the paper once for each mutation, in this process: the program itself would take half a second each time. */
beforeAll(async () => {
  copy = copyProject(PROJECT);
  for (const mutation of mutations) {
    copy.write(mutation.file, mutation.text);
    const { problems } = await composePaper(
      {
        root: copy.root,
        period: '2024-25-q2',
        paper: 'parks-update',
        madeAt: null,
        edition: () => WORKING_EDITION,
        onStage: () => undefined,
      },
      { draw: false },
    );
    results.push({ mutation, problems });
    copy.write(mutation.file, files[mutation.file] ?? '');
  }
}, 300_000);
afterAll(() => copy.remove());

test('tries hundreds of mistakes, and each kind of mistake in several files', () => {
  expect(mutations.length).toBeGreaterThan(400);
  expect(new Set(mutations.map(({ file }) => file)).size).toBeGreaterThan(15);
});

test('reports nearly every mistake', () => {
  const silent = results.filter(({ problems }) => problems.length === 0);
  expect(silent.length).toBeLessThan(mutations.length / 20);
});

test('shows no text of a library to an author', () => {
  const raw = results.flatMap(({ mutation, problems }) =>
    problems
      .map(({ message, expected = '', hint = '' }) => `${message} ${expected} ${hint}`)
      .filter((text) => LIBRARY_WORDS.test(text))
      .map((text) => `${mutation.name}: ${text}`),
  );
  expect(raw).toEqual([]);
});

test('gives every problem a line that its file has', () => {
  const lost = results.flatMap(({ mutation, problems }) =>
    problems
      .filter(({ place, rule }) => {
        if (!place) return true;
        const text = place.file === mutation.file ? mutation.text : files[place.file];
        if (text === undefined) return rule !== 'file-exists';
        return place.line < 1 || place.line > text.split('\n').length || place.column < 1;
      })
      .map(({ place, message }) => `${mutation.name}: ${JSON.stringify(place)} ${message}`),
  );
  expect(lost).toEqual([]);
});

test('names the line of the mistake, or the line next to it', () => {
  const elsewhere = results
    .map(({ mutation, problems }) => ({ mutation, errors: problems.filter(isError) }))
    .filter(({ errors }) => errors.length > 0)
    .filter(
      ({ mutation: { file, line }, errors }) =>
        !errors.some(({ place }) => place?.file === file && Math.abs(place.line - line) <= 1),
    )
    .map(({ mutation }) => mutation.name);
  expect(elsewhere).toEqual(USED_ELSEWHERE);
});
