import * as z from 'zod';
import { joinNames } from '../../format.js';
import { suggestName } from '../../model/suggest-name.js';
import { makeError, isError, type Place, type Problem } from '../../model/problem.js';
import { hintAsDate, hintAsNumber, hintAtComma } from './hint-as-data.js';
import { hintAtBraces } from './hint-at-braces.js';
import { findNamedOption, findSchemaParts, readAt, type SchemaPart } from './find-schema-parts.js';
import type { Path, YamlFile } from './parse-yaml.js';

type Issue = z.core.$ZodIssue;

/** Holds a file against its schema. Null, with the problems, where it does not fit; every fault is named at its place. */
export function checkShape<T>(
  file: YamlFile,
  schema: z.ZodType<T>,
): { value: T | null; problems: Problem[] } {
  if (file.value === null && file.problems.some(isError)) return { value: null, problems: [] };
  const result = schema.safeParse(file.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  const described = z.toJSONSchema(schema, { unrepresentable: 'any' }) as SchemaPart;
  return {
    value: null,
    problems: result.error.issues.flatMap((issue) => explain(issue, file, described, [])),
  };
}

function explain(issue: Issue, file: YamlFile, schema: SchemaPart, above: Path): Problem[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, file, schema));
  if (issue.code === 'invalid_union') {
    const best = bestOption(issue.errors, readAt(file.value, path));
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

function unknownKey(key: string, path: Path, file: YamlFile, schema: SchemaPart): Problem {
  const known = knownKeys(schema, path, file);
  const place = file.keyPlaceOf([...path, key]);
  const option = findNamedOption(schema, path, file.value);
  const others = option?.listOthersWith(key) ?? [];
  const message =
    option && others.length > 0
      ? `"${key}" is not used with ${option.name}`
      : `"${key}" is not a key that is known here`;
  return makeError('key-is-known', place, message, {
    expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
    hint:
      commaHint(key, place, file) ??
      (others.length > 0 ? `It is used with ${joinNames(others)}.` : suggestName(key, known)),
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

function misfit(issue: Issue, path: Path, file: YamlFile, schema: SchemaPart): Problem {
  const found = readAt(file.value, path);
  if (found === undefined) return missing(issue, path, file, schema);
  const expected = describe(issue, schema, path, file);
  const place = file.placeOf(path);
  const commented = /:\s+#/.test(file.text.split('\n')[place.line - 1] ?? '');
  return makeError('value-fits', place, `${nameOf(path)}${show(found)} does not fit`, {
    expected,
    hint: hintFor(found, issue, expected, commented),
  });
}

function missing(issue: Issue, path: Path, file: YamlFile, schema: SchemaPart): Problem {
  const key = String(path.at(-1) ?? '');
  const owner = path.slice(0, -1);
  const option = findNamedOption(schema, owner, file.value);
  const message =
    option && !option.isInEveryOption(key) ? `${option.name} needs "${key}"` : `"${key}" is missing`;
  return makeError('key-is-present', file.placeOf(owner), message, {
    expected: `${key}: ${describe(issue, schema, path, file)}`,
  });
}

function describe(issue: Issue, schema: SchemaPart, path: Path, file: YamlFile): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  const options = optionNames(issue);
  if (options) return `one of ${options.join(', ')}`;
  const words = findSchemaParts(schema, path, file.value).find(({ description }) => description)?.description;
  const rule = ruleOf(issue);
  return [rule, words].filter((part) => part !== undefined).join('; ') || issue.message;
}

/** The names that a union takes, such as those of the kinds of chart. Null for any other issue. */
function optionNames(issue: Issue): string[] | null {
  return issue.code === 'invalid_union' && 'options' in issue ? issue.options.map(String) : null;
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
  const names = issue.code === 'invalid_value' ? issue.values.map(String) : optionNames(issue);
  if (typeof found === 'string' && names) return suggestName(found, names);
  if (typeof found === 'number' && /^text\b/.test(expected)) return 'Put it in quotes.';
  if (found === null && commented) return 'A # after a space begins a comment: put the value in quotes.';
  return undefined;
}

function isNumberWanted(issue: Issue): boolean {
  if (issue.code === 'invalid_union') return issue.errors.flat().some(isNumberWanted);
  return issue.code === 'invalid_type' && ['number', 'int'].includes(issue.expected);
}

function knownKeys(schema: SchemaPart, path: Path, { value }: YamlFile): string[] {
  const parts = findSchemaParts(schema, path, value);
  return [...new Set(parts.flatMap(({ properties }) => Object.keys(properties ?? {})))];
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
