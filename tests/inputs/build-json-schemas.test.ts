import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeManifestSchema } from '../../src/archive/manifest-json-schema.js';
import { buildJsonSchemas } from '../../src/inputs/build-json-schemas.js';

const SCHEMAS = [...buildJsonSchemas(), makeManifestSchema()];

test.each(SCHEMAS)('$path is fresh (npm run schemas)', ({ path, text }) => {
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('schemas/ holds nothing else', () => {
  expect(readdirSync('schemas').sort()).toEqual(
    SCHEMAS.map(({ path }) => path.slice('schemas/'.length)).sort(),
  );
});

test('every YAML file of the reference paper names its schema in its first line', () => {
  const files = ['data', 'templates'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.yaml'))
      .map((path) => join(folder, path)),
  );
  for (const file of files) {
    const first = readFileSync(file, 'utf8').split('\n')[0];
    const named = /^# yaml-language-server: \$schema=((?:\.\.\/)+schemas\/[a-z-]+\.schema\.json)$/.exec(
      first ?? '',
    )?.[1];
    expect(named, `${file}: ${first ?? ''}`).toBeDefined();
    expect(readFileSync(join(file, '..', named ?? ''), 'utf8')).toContain('$schema');
  }
});
