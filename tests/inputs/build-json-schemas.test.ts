import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeArchiveSchemas } from '../../src/archive/make-archive-schemas.js';
import { makeBuildReportSchema } from '../../src/build-report/build-report-json-schema.js';
import { buildJsonSchemas } from '../../src/inputs/build-json-schemas.js';

const SCHEMAS = [...buildJsonSchemas(), ...makeArchiveSchemas(), makeBuildReportSchema()];

test.each(SCHEMAS.map(({ path, text }) => [path, text] as const))(
  'keeps %s up to date (npm run schemas)',
  (path, text) => {
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

test('keeps no other file in schemas/', () => {
  expect(readdirSync('schemas').sort()).toEqual(
    SCHEMAS.map(({ path }) => path.slice('schemas/'.length)).sort(),
  );
});

test('names the schema in the first line of every YAML file of the reference paper', () => {
  const files = ['data', 'templates'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => join(folder, path)),
  );
  for (const file of files) {
    const first = readFileSync(file, 'utf8').split('\n')[0];
    const schema = /^# yaml-language-server: \$schema=((?:\.\.\/)+schemas\/[a-z-]+\.schema\.json)$/.exec(
      first ?? '',
    )?.[1];
    expect(schema, `${file}: ${first ?? ''}`).toBeDefined();
    expect(readFileSync(join(file, '..', schema ?? ''), 'utf8')).toContain('$schema');
  }
});
