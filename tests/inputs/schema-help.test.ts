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

/** Every field of a schema by its path: a key, the entries of a map (`*`), the items of a list of maps (`[]`). */
function* fieldsOf(schema: Schema, path: string): Generator<{ path: string; field: Schema }> {
  for (const branch of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) yield* fieldsOf(branch, path);
  const inner: [string, Schema][] = Object.entries(schema.properties ?? {});
  if (typeof schema.additionalProperties === 'object') inner.push(['*', schema.additionalProperties]);
  if (schema.items && !isScalar(schema.items)) inner.push(['[]', schema.items]);
  for (const [key, field] of inner) {
    yield { path: `${path}.${key}`, field };
    yield* fieldsOf(field, `${path}.${key}`);
  }
}

/** Whether an author types a value here, or a list of values, rather than a map with fields of its own. */
function isScalar(field: Schema): boolean {
  if (field.enum) return true;
  const branches = [...(field.anyOf ?? []), ...(field.oneOf ?? [])];
  if (branches.length > 0) return branches.some((one) => one.type !== 'null' && isScalar(one));
  if (field.items) return isScalar(field.items);
  return [field.type].flat().some((type) => ['string', 'number', 'integer', 'boolean'].includes(type ?? ''));
}

const fields = buildJsonSchemas().flatMap(({ path, text }) => [
  ...fieldsOf(JSON.parse(text) as Schema, path.replace(/^schemas\/|\.schema\.json$/g, '')),
]);

/** The help may stand on a value that can also be empty, beside the nothing. */
function ofField(field: Schema, key: 'description' | 'examples'): unknown {
  return field[key] ?? field.anyOf?.find((one) => one.type !== 'null')?.[key];
}

test('the walk reaches what it should', () => {
  const paths = fields.map(({ path }) => path);
  expect(paths).toEqual(
    expect.arrayContaining(['paper.narrative.*.*', 'facts.facts.*.value', 'diagram.rows.[].[].title']),
  );
});

test('every field of every file has a description', () => {
  expect(
    fields.filter(({ field }) => ofField(field, 'description') === undefined).map(({ path }) => path),
  ).toEqual([]);
});

test('no field is described only as what it is made of', () => {
  const bare = ['text', 'a sentence; {{…}} inserts figures and references', 'a date as YYYY-MM-DD'];
  const names = 'a name of lower-case letters, digits and hyphens, starting with a letter';
  expect(
    fields
      .filter(({ field }) => [...bare, names].includes(String(ofField(field, 'description'))))
      .map(({ path }) => path),
  ).toEqual([]);
});

test('every field in which an author types a value has an example', () => {
  const bare = fields.filter(
    ({ field }) => field.const === undefined && isScalar(field) && ofField(field, 'examples') === undefined,
  );
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test('every example fits its field', () => {
  const wrong = fields.flatMap(({ path, field }) => {
    const schema = z.fromJSONSchema(field as Parameters<typeof z.fromJSONSchema>[0]);
    return ((ofField(field, 'examples') ?? []) as unknown[])
      .filter((example) => !schema.safeParse(example).success)
      .map((example) => `${path}: ${JSON.stringify(example)}`);
  });
  expect(wrong).toEqual([]);
});
