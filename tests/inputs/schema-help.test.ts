import { expect, test } from 'vitest';
import * as z from 'zod';
import { buildJsonSchemas } from '../../src/inputs/build-json-schemas.js';

/** The parts of a JSON Schema that an editor shows while an author types. */
interface Schema {
  type?: string | string[];
  description?: string;
  examples?: unknown[];
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

/** Yields every field of a schema with its path. In a path, `*` is the entries of a map, and `[]` the items of a list of maps. */
function* walkFields(schema: Schema, path: string): Generator<{ path: string; field: Schema }> {
  for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* walkFields(branch, path);
  const inner: [string, Schema][] = Object.entries(schema.properties ?? {});
  if (typeof schema.additionalProperties === 'object') inner.push(['*', schema.additionalProperties]);
  if (schema.items && !isScalar(schema.items)) inner.push(['[]', schema.items]);
  for (const [key, field] of inner) {
    yield { path: `${path}.${key}`, field };
    yield* walkFields(field, `${path}.${key}`);
  }
}

/** Returns true for a field with a value or a list of values, not a map of fields. */
function isScalar(field: Schema): boolean {
  if (field.enum) return true;
  const branches = [...(field.anyOf ?? []), ...(field.oneOf ?? [])];
  if (branches.length > 0) return branches.some((branch) => branch.type !== 'null' && isScalar(branch));
  if (field.items) return isScalar(field.items);
  return [field.type].flat().some((type) => ['string', 'number', 'integer', 'boolean'].includes(type ?? ''));
}

const fields = buildJsonSchemas().flatMap(({ path, text }) => [
  ...walkFields(JSON.parse(text) as Schema, path.replace(/^schemas\/|\.schema\.json$/g, '')),
]);

/** Reads the help of a field, or of its non-empty alternative if the field can be empty. */
function readHelp(field: Schema, key: 'description' | 'examples'): unknown {
  return field[key] ?? field.anyOf?.find((branch) => branch.type !== 'null')?.[key];
}

test('reaches nested fields in maps and lists', () => {
  const paths = fields.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['paper.narrative.*.*', 'facts.facts.*.value', 'diagram.rows.[].[].title']),
  );
});

test('describes every field of every file', () => {
  expect(
    fields.filter(({ field }) => readHelp(field, 'description') === undefined).map(({ path }) => path),
  ).toEqual([]);
});

test('describes no field only by its type', () => {
  const bare = ['text', 'a sentence; {{…}} inserts figures and references', 'a date as YYYY-MM-DD'];
  const names = 'a name of lower-case letters, digits and hyphens, starting with a letter';
  expect(
    fields
      .filter(({ field }) => [...bare, names].includes(String(readHelp(field, 'description'))))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('gives an example for every field with a value', () => {
  const bare = fields.filter(
    ({ field }) => field.const === undefined && isScalar(field) && readHelp(field, 'examples') === undefined,
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('gives only examples that fit their field', () => {
  const wrong = fields.flatMap(({ path, field }) => {
    const schema = z.fromJSONSchema(field as Parameters<typeof z.fromJSONSchema>[0]);
    return ((readHelp(field, 'examples') ?? []) as unknown[])
      .filter((example) => !schema.safeParse(example).success)
      .map((example) => `${path}: ${JSON.stringify(example)}`);
  });
  expect(wrong).toEqual([]);
});
