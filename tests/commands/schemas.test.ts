import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const WESTMARK = 'tests/papers/quarterly-performance';

let copy: Copy;
afterEach(() => copy.remove());

/** The parts of a JSON Schema that editors complete names from. */
interface Schema {
  properties?: Record<string, Schema>;
  additionalProperties?: Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  const?: string;
  description?: string;
  examples?: unknown[];
  $ref?: string;
  $defs?: Record<string, Schema>;
}

function writeSchemas(project: string): void {
  copy = copyProject(project);
  const { code, out, err } = runPapers(['schemas', '--root', copy.root]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^Wrote \d+ schemas to /);
}

function read(name: string): Schema {
  return JSON.parse(readFileSync(join(copy.root, `schemas/${name}.schema.json`), 'utf8')) as Schema;
}

/** Steps into a schema as an editor does. `[kind]` chooses an option of a union by the kind that it names. */
function at(name: string, ...path: string[]): Schema {
  const root = read(name);
  return path.reduce<Schema>((part, step) => {
    const next =
      step === '*'
        ? part.additionalProperties
        : step === '[]'
          ? part.items
          : step.startsWith('[')
            ? part.oneOf?.find(({ properties }) => properties?.['kind']?.const === step.slice(1, -1))
            : part.properties?.[step];
    if (!next) throw new Error(`no ${step} in ${path.join('.')}`);
    return next.$ref ? (root.$defs?.[next.$ref.replace('#/$defs/', '')] ?? next) : next;
  }, root);
}

function keysAt(name: string, ...path: string[]): string[] {
  const { properties, anyOf = [] } = at(name, ...path);
  return Object.keys(properties ?? anyOf.find((option) => option.properties)?.properties ?? {});
}

function valuesAt(name: string, ...path: string[]): (string | undefined)[] {
  return (at(name, ...path).anyOf ?? []).map((option) => option.const).filter(Boolean);
}

test('completes the measures that fit each file, with their labels', () => {
  writeSchemas('.');
  expect(keysAt('survey', 'published')).toEqual([
    'confidence',
    'understanding',
    'dealing',
    'informed',
    'asb-worry',
  ]);
  expect(read('survey').properties?.['published']?.properties?.['confidence']?.description).toBe(
    'Confidence in local policing',
  );
  expect(keysAt('areas', 'rankings')).toEqual(['area-confidence']);
  expect(keysAt('activity', 'to-date')).toContain('asb-visits');
  expect(keysAt('activity', 'to-date')).not.toContain('confidence');
  expect(keysAt('shares', 'shares')).toEqual(['volunteer-ages', 'volunteer-genders']);
  expect(valuesAt('charts', 'charts', '*', '[ranking]', 'measure')).toEqual(['area-confidence']);
  expect(valuesAt('charts', 'charts', '*', '[trend]', 'measures', '[]')).toEqual(
    expect.arrayContaining(['confidence', 'asb-visits', 'public-attitude']),
  );
});

test('completes areas, narrative groups, labels, rules and meetings', () => {
  writeSchemas('.');
  expect(keysAt('areas', 'rankings', '*', 'published')).toContain('Tower Hamlets');
  expect(keysAt('paper', 'narrative')).toEqual(expect.arrayContaining(['summary', 'residential-burglary']));
  expect(keysAt('paper', 'header')).toEqual(['report', 'date', 'by']);
  expect(keysAt('paper', 'appendices')).toContain('appendix-method');
  expect(keysAt('paper', 'switched-off')).toContain('number-is-bound');
  expect(keysAt('template', 'rules')).toContain('sentence-is-short');
  expect(valuesAt('paper', 'meeting')).toEqual(['2009-04-02']);
  expect(JSON.stringify(at('paper', 'unreviewed'))).toContain('"const":"summary-text"');
  expect(JSON.stringify(at('facts', 'facts', '*'))).toContain('"const":"hub-sites-agreed"');
});

test('completes the populations of rates, the groups of gaps and the surveys of measures', () => {
  writeSchemas(WESTMARK);
  expect(valuesAt('measures', 'measures', '*', '[ratio-of-counts]', 'numerator')).not.toEqual([]);
  expect(keysAt('activity', 'populations')).not.toEqual([]);
  expect(keysAt('survey', 'groups')).not.toEqual([]);
});

test.each(['.', WESTMARK, 'tests/papers/parks-update', 'tests/papers/estates-review'])(
  'accepts every file of the project %s, and names that are new to it',
  (project) => {
    writeSchemas(project);
    const files = ['data', 'templates'].flatMap((folder) =>
      readdirSync(join(copy.root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.yaml'))
        .map((path) => join(folder, path)),
    );
    const kinds = readdirSync(join(copy.root, 'templates')).filter((name) => name !== 'theme');
    for (const file of files) {
      const base = /([^/]+)\.yaml$/.exec(file)?.[1] ?? '';
      const name = file.includes('/diagrams/')
        ? 'diagram'
        : file.startsWith('templates') && base === 'paper'
          ? 'template'
          : kinds.includes(base)
            ? 'paper'
            : ([base, `data-set-${base}`].find((known) =>
                existsSync(join(copy.root, `schemas/${known}.schema.json`)),
              ) ?? 'data-set');
      const contents = parse(readFileSync(join(copy.root, file), 'utf8')) as unknown;
      const schema = z.fromJSONSchema(read(name) as Parameters<typeof z.fromJSONSchema>[0]);
      expect(schema.safeParse(contents), file).toMatchObject({ success: true });
      if (name === 'survey') {
        const added = { ...(contents as object), published: { 'quite-new': 64 } };
        expect(schema.safeParse(added)).toMatchObject({ success: true });
        expect(schema.safeParse({ ...added, published: { 'quite-new': 640 } }).success).toBe(false);
      }
    }
  },
);

test('leaves out invented examples where it knows the names of the project', () => {
  writeSchemas('.');
  expect(JSON.stringify(at('charts', 'charts', '*', '[trend]', 'measures'))).not.toContain('fines');
});

test('follows a measure that is added, and writes the same bytes for the same project', () => {
  writeSchemas('tests/papers/parks-update');
  const before = readFileSync(join(copy.root, 'schemas/survey.schema.json'), 'utf8');
  runPapers(['schemas', '--root', copy.root]);
  expect(readFileSync(join(copy.root, 'schemas/survey.schema.json'), 'utf8')).toBe(before);
  copy.change('data/measures.yaml', (text) =>
    text.replace('measures:\n', 'measures:\n  calm:\n    kind: survey\n    label: Feels calm\n'),
  );
  expect(runPapers(['schemas', '--root', copy.root]).code).toBe(0); // a half-written measure is enough
  expect(keysAt('survey', 'published')).toContain('calm');
});

test('writes nothing when a file is not valid YAML, and says where', () => {
  copy = copyProject('tests/papers/parks-update');
  copy.change('data/measures.yaml', (text) => text.replace('measures:', 'measures: ['));
  const { code, err, out } = runPapers(['schemas', '--root', copy.root]);
  expect(code).toBe(1);
  expect(err).toContain('data/measures.yaml:');
  expect(out).toContain('No schema was written');
  expect(existsSync(join(copy.root, 'schemas'))).toBe(false);
});

test('refuses a folder without a project', () => {
  copy = copyProject('tests/papers/parks-update');
  const { code, err } = runPapers(['schemas', '--root', join(copy.root, 'data')]);
  expect(code).toBe(2);
  expect(err).toContain('--root');
});

const FINANCE = 'tests/sentences/projects/council-finance';

test('completes the columns, rows, steps and marks of each data set, with what they mean', () => {
  writeSchemas(FINANCE);
  const schema = read('data-set-budget');
  expect(Object.keys(schema.properties?.['rows']?.properties ?? {})).toEqual(['waste', 'parks', 'care']);
  expect(schema.properties?.['rows']?.properties?.['care']?.description).toBe('Adult care');
  const { properties = {} } = schema.$defs?.['row'] ?? {};
  // Computed columns are not typed.
  expect(Object.keys(properties)).toEqual([
    'service',
    'directorate',
    'budget',
    'forecast',
    'rating',
    'action',
  ]);
  expect(properties['forecast']?.description).toBe('Forecast (pounds, lower is better)');
  const options = (column: string): (string | undefined)[] =>
    (properties[column]?.anyOf ?? []).map((option) => option.const).filter(Boolean);
  expect(options('rating')).toEqual(['red', 'amber', 'green']);
  expect(options('budget')).toContain('not available');
});

/** Changes of a data set's file, and whether its schema accepts the changed file. */
const CHANGES: [what: string, change: (text: string) => string, isValid: boolean][] = [
  ['as it is', (text: string) => text, true],
  ['with a mark in place of a number', (text: string) => text.replace('4000', 'not available'), true],
  ['with a number in words', (text: string) => text.replace('4000', '"£4,000 [p]"'), true],
  [
    'with what a revised figure was',
    (text: string) => text.replace('4100', '{ value: 4100, was: 4050, revised: Counted twice }'),
    true,
  ],
  ['with a cell to come', (text: string) => text.replace('4000', 'null'), true],
  ['with a new row', (text: string) => `${text}  leisure: { service: Leisure, budget: 12.5 }\n`, true],
  ['with the heading of a column', (text: string) => text.replace('budget: 4000', 'Budget: 4000'), true],
  ['with the label of a step', (text: string) => text.replace('rating: red', 'rating: Red'), true],
  [
    'with a column that does not exist',
    (text: string) => text.replace('forecast: 4100', 'forcast: 4100'),
    false,
  ],
  ['with a computed column', (text: string) => text.replace('budget: 4000', 'variance: 4000'), false],
  ['with a word for a number', (text: string) => text.replace('4000', 'lots'), false],
  ['with an unknown step', (text: string) => text.replace('rating: red', 'rating: purple'), false],
  ['with an unknown mark', (text: string) => text.replace('mark: provisional', 'mark: guessed'), false],
  ['with a mark without its value', (text: string) => text.replace('value: 1250, ', ''), false],
];

test('has a schema of a data set that accepts what the program accepts, and refuses mistakes', () => {
  writeSchemas(FINANCE);
  const schema = z.fromJSONSchema(read('data-set-budget') as Parameters<typeof z.fromJSONSchema>[0]);
  const text = readFileSync(join(copy.root, 'data/2025-26-q1/budget.yaml'), 'utf8');
  const judged = CHANGES.map(([what, change]) => [what, schema.safeParse(parse(change(text))).success]);
  expect(judged).toEqual(CHANGES.map(([what, , isValid]) => [what, isValid]));
});

test('adds the schemas of data sets to the settings of the editor once, and keeps the rest', () => {
  copy = copyProject(FINANCE);
  const settings = '.vscode/settings.json';
  copy.write(settings, '{\n  // ours\n  "yaml.schemas": {\n    "./ours.json": "ours.yaml"\n  }\n}\n');
  expect(runPapers(['schemas', '--root', copy.root]).out).toContain('Added the schemas of data sets');
  const written = readFileSync(join(copy.root, settings), 'utf8');
  expect(written).toBe(
    '{\n  // ours\n  "yaml.schemas": {\n    "./schemas/data-set-budget.schema.json": "data/*/budget.yaml",\n    "./ours.json": "ours.yaml"\n  }\n}\n',
  );
  expect(runPapers(['schemas', '--root', copy.root]).out).not.toContain('Added');
  expect(readFileSync(join(copy.root, settings), 'utf8')).toBe(written);
});
