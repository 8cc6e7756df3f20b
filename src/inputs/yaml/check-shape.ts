import * as z from 'zod';
import { suggestName } from '../../model/suggest-name.js';
import { makeError, isError, type Place, type Problem } from '../../model/problem.js';
import { hintAsDate, hintAsNumber, hintAtComma } from './hint-as-data.js';
import { hintAtBraces } from './hint-at-braces.js';
import type { Path, YamlFile } from './parse-yaml.js';

type Issue = z.core.$ZodIssue;
/** The parts of a JSON Schema that are read to say what was expected. */
interface Described {
  description?: string;
  properties?: Record<string, Described>;
  additionalProperties?: Described | boolean;
  items?: Described;
  anyOf?: Described[];
}

/** Holds a file against its schema. Null, with the problems, where it does not fit; every fault is named at its place. */
export function checkShape<T>(
  file: YamlFile,
  schema: z.ZodType<T>,
): { value: T | null; problems: Problem[] } {
  if (file.value === null && file.problems.some(isError)) return { value: null, problems: [] };
  const result = schema.safeParse(file.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const described = z.toJSONSchema(schema, { unrepresentable: 'any' }) as Described;
  return {
    value: null,
    problems: result.error.issues.flatMap((issue) => explain(issue, file, described, [])),
  };
}

function explain(issue: Issue, file: YamlFile, schema: Described, above: Path): Problem[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, file, schema));
  if (issue.code === 'invalid_union') {
    const best = bestOption(issue.errors, valueAt(file.value, path));
    if (best) return best.flatMap((inner) => explain(inner, file, schema, path));
  }
  if (issue.code === 'invalid_key') return issue.issues.map((inner) => badKey(inner.message, path, file));
  return [misfit(issue, path, file, schema)];
}

/** Of a union's options the one that the author meant: the one whose faults lie deepest; an object is not meant as a number. */
function bestOption(options: Issue[][], found: unknown): Issue[] | null {
  if (typeof found !== 'object' || found === null) return null;
  const deep = options.filter((issues) =>
    issues.some((one) => one.path.length > 0 || one.code === 'unrecognized_keys'),
  );
  return deep.sort((a, b) => a.length - b.length)[0] ?? null;
}

function unknownKey(key: string, path: Path, file: YamlFile, schema: Described): Problem {
  const known = knownKeys(schema, path);
  const place = file.keyPlaceOf([...path, key]);
  return makeError('key-is-known', place, `"${key}" is not a key that is known here`, {
    expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
    hint: commaHint(key, place, file) ?? suggestName(key, known),
  });
}

function badKey(message: string, path: Path, file: YamlFile): Problem {
  const key = String(path.at(-1));
  const place = file.keyPlaceOf(path);
  return makeError('key-fits', place, `the key "${key}" does not fit`, {
    expected: message,
    hint: commaHint(key, place, file) ?? hintAsDate(key),
  });
}

function commaHint(key: string, { line, column }: Place, file: YamlFile): string | undefined {
  return /^\d+(\.\d+)?$/.test(key) ? hintAtComma(file.text.split('\n')[line - 1] ?? '', column) : undefined;
}

function misfit(issue: Issue, path: Path, file: YamlFile, schema: Described): Problem {
  const found = valueAt(file.value, path);
  if (found === undefined) return missing(issue, path, file, schema);
  const expected = describe(issue, schema, path);
  const place = file.placeOf(path);
  const commented = /:\s+#/.test(file.text.split('\n')[place.line - 1] ?? '');
  return makeError('value-fits', place, `${nameOf(path)}${show(found)} does not fit`, {
    expected,
    hint: hintFor(found, issue, expected, commented),
  });
}

function missing(issue: Issue, path: Path, file: YamlFile, schema: Described): Problem {
  const key = String(path.at(-1) ?? '');
  return makeError('key-is-present', file.placeOf(path.slice(0, -1)), `"${key}" is missing`, {
    expected: `${key}: ${describe(issue, schema, path)}`,
  });
}

function describe(issue: Issue, schema: Described, path: Path): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  const words = at(schema, path)
    .map((one) => one.description)
    .find((one) => one !== undefined);
  const rule = ruleOf(issue);
  return [rule, words].filter((one) => one !== undefined && one !== '').join('; ') || issue.message;
}

/** Types in an author's words. */
const TYPES: Partial<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  object: 'a map',
  record: 'a map',
  string: 'text',
};

function ruleOf(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? `a ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    default:
      return undefined;
  }
}

function hintFor(found: unknown, issue: Issue, expected: string, commented: boolean): string | undefined {
  if (typeof found === 'string' && isNumberWanted(issue) && hintAsNumber(found)) return hintAsNumber(found);
  if (typeof found === 'string' && /YYYY-MM-DD/.test(expected)) return hintAsDate(found);
  if (typeof found === 'string' && /^-?\d+(\.\d+)?$/.test(found) && isNumberWanted(issue))
    return `Write it without the quotes: ${found}.`;
  const braces = hintAtBraces(found);
  if (braces) return braces;
  if (typeof found === 'string' && issue.code === 'invalid_value')
    return suggestName(found, issue.values.map(String));
  if (typeof found === 'number' && /^text\b/.test(expected)) return 'Put it in quotes.';
  if (found === null && commented) return 'A # after a space begins a comment: put the value in quotes.';
  return undefined;
}

function isNumberWanted(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.flat().some(isNumberWanted);
  return issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);
}

function knownKeys(schema: Described, path: Path): string[] {
  return [...new Set(at(schema, path).flatMap((one) => Object.keys(one.properties ?? {})))];
}

/** Every part of the schema that can stand at a path. */
function at(schema: Described, path: Path): Described[] {
  let here = branches(schema);
  for (const step of path) here = here.flatMap((one) => inside(one, step)).flatMap(branches);
  return here;
}

function branches(schema: Described): Described[] {
  return [schema, ...(schema.anyOf ?? []).flatMap(branches)];
}

function inside(schema: Described, step: string | number): Described[] {
  const found =
    typeof step === 'number'
      ? schema.items
      : (schema.properties?.[step] ??
        (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined));
  return found ? [found] : [];
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null
        ? (here as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

function nameOf(path: Path): string {
  return path.length > 0 ? `${String(path.at(-1))}: ` : '';
}

function show(found: unknown): string {
  if (Array.isArray(found)) return 'a list';
  if (typeof found === 'object' && found !== null) return 'a map';
  if (found === null) return 'nothing';
  if (typeof found !== 'string') return typeof found === 'number' ? String(found) : JSON.stringify(found);
  return `"${found.length > 60 ? `${found.slice(0, 57)}…` : found}"`;
}
