import type * as z from 'zod';
import { joinNames } from '../../format/words.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import { describeExpected } from './describe-expected.js';
import {
  findNamedOption,
  findSchemaParts,
  readAt,
  type NamedOption,
  type SchemaPart,
} from './find-schema-parts.js';
import { RENAMED_KEYS } from './renamed-keys.js';
import { suggestDate } from './suggest-date.js';
import { suggestNumberWithoutComma } from './suggest-number.js';
import { suggestSpace, suggestValue } from './suggest-value.js';
import type { Path, YamlFile } from './yaml-file.js';

type Issue = z.core.$ZodIssue;

/**
 * Explains to the author why a part of a file does not fit its schema.
 * The path of the issue is relative to `parent`.
 */
export function explainIssue(issue: Issue, file: YamlFile, schema: SchemaPart, parent: Path): Problem[] {
  const path = [...parent, ...issue.path.filter((step) => typeof step !== 'symbol')];
  if (issue.code === 'unrecognized_keys') return explainUnknownKeys(issue.keys, path, file, schema);
  if (issue.code === 'invalid_union') {
    const intended = findIntendedOption(issue.errors, readAt(file.value, path));
    if (intended) return intended.flatMap((inner) => explainIssue(inner, file, schema, path));
  }
  if (issue.code === 'invalid_key') return issue.issues.map(({ message }) => explainKey(message, path, file));
  return readAt(file.value, path) === undefined
    ? [explainMissingKey(issue, path, file, schema)]
    : [explainValue(issue, path, file, schema)];
}

/** Finds the alternative that the author meant by a map: the one with the fewest problems inside the map. */
function findIntendedOption(options: Issue[][], value: unknown): Issue[] | null {
  if (typeof value !== 'object' || value === null) return null;
  const inside = options.filter((issues) =>
    issues.some(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  return inside.sort((a, b) => a.length - b.length)[0] ?? null;
}

/** Explains the unknown keys of a map. Their number may be large, so the map and the file's lines are only read once. */
function explainUnknownKeys(keys: string[], path: Path, file: YamlFile, schema: SchemaPart): Problem[] {
  const known = listKnownKeys(schema, path, file);
  const option = findNamedOption(schema, path, file.value);
  const map = readAt(file.value, path);
  const lines = file.text.split('\n');
  return keys.map((key) => {
    const place = file.keyPlaceOf([...path, key]);
    const line = lines[place.line - 1] ?? '';
    return explainUnknownKey({ key, place, line, value: readAt(map, [key]) }, known, option);
  });
}

/** A key that the schema does not know, with its line's text and its value. */
interface UnknownKey {
  key: string;
  place: Place;
  line: string;
  value: unknown;
}

function explainUnknownKey(
  { key, place, line, value }: UnknownKey,
  known: string[],
  option: NamedOption | null,
): Problem {
  const newName = RENAMED_KEYS.get(key);
  if (newName !== undefined && known.includes(newName))
    return makeError('key-is-known', place, `"${key}" is now called "${newName}"`, {
      hint: `Rename the key to ${newName}. Its value stays the same.`,
    });
  const others = option?.listOthersWith(key) ?? [];
  const isOfOtherOption = option !== null && others.length > 0;
  const message = isOfOtherOption ? `"${key}" is not used with ${option.name}` : `unknown key "${key}"`;
  return makeError('key-is-known', place, message, {
    expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
    hint:
      suggestWithoutComma(key, place, line) ??
      suggestSpace(key) ??
      suggestQuotes(value, place, line) ??
      (isOfOtherOption ? `It is used with ${joinNames(others)}.` : suggestName(key, known)),
  });
}

function listKnownKeys(schema: SchemaPart, path: Path, { value }: YamlFile): string[] {
  const parts = findSchemaParts(schema, path, value);
  return [...new Set(parts.flatMap(({ properties }) => Object.keys(properties ?? {})))];
}

function explainKey(expected: string, path: Path, file: YamlFile): Problem {
  const key = String(path.at(-1));
  const place = file.keyPlaceOf(path);
  return makeError('key-fits', place, `the key "${key}" is not valid here`, {
    expected,
    hint: suggestWithoutComma(key, place, file.text.split('\n')[place.line - 1] ?? '') ?? suggestDate(key),
  });
}

function suggestWithoutComma(key: string, { column }: Place, line: string): string | undefined {
  if (!/^\d+(\.\d+)?$/.test(key)) return undefined;
  return suggestNumberWithoutComma(line, column);
}

/** Inside { }, a comma in unquoted text ends the text, and the rest becomes a key without a value. */
function suggestQuotes(value: unknown, { column }: Place, line: string): string | undefined {
  const before = line.slice(0, column - 1);
  const isAfterComma = /\{.*,\s*$/.test(before);
  return value === null && isAfterComma
    ? 'A comma separates entries inside { }. Put text that contains a comma in quotes.'
    : undefined;
}

function explainMissingKey(issue: Issue, path: Path, file: YamlFile, schema: SchemaPart): Problem {
  const key = String(path.at(-1) ?? '');
  const mapPath = path.slice(0, -1);
  const option = findNamedOption(schema, mapPath, file.value);
  const message =
    option && !option.isInEveryOption(key) ? `${option.name} needs "${key}"` : `"${key}" is missing`;
  return makeError('key-is-present', file.placeOf(mapPath), message, {
    expected: `${key}: ${describeExpected(issue, schema, path, file)}`,
  });
}

function explainValue(issue: Issue, path: Path, file: YamlFile, schema: SchemaPart): Problem {
  const value = readAt(file.value, path);
  const expected = describeExpected(issue, schema, path, file);
  const place = file.placeOf(path);
  const name = path.length > 0 ? `${String(path.at(-1))}: ` : '';
  const message = value === null ? 'the value is empty' : `${formatValue(value)} is not valid`;
  return makeError('value-fits', place, name + message, {
    expected,
    hint:
      suggestValue(value, issue, expected, file.text.split('\n')[place.line - 1] ?? '') ??
      describeOptions(issue, schema, path, file),
  });
}

/** Describes the kinds that a `kind:` can name, for an author who meant another word. */
function describeOptions(
  issue: Issue,
  schema: SchemaPart,
  path: Path,
  { value }: YamlFile,
): string | undefined {
  if (issue.code !== 'invalid_union' || issue.discriminator === undefined) return undefined;
  const kinds = findSchemaParts(schema, path.slice(0, -1), value)
    .flatMap(({ oneOf = [] }) => oneOf)
    .flatMap(({ properties }) => properties?.[String(path.at(-1))] ?? []);
  const texts = kinds.map((kind) => `${String(kind.const)}: ${kind.description ?? ''}`);
  return texts.length > 0 ? `The kinds are ${[...new Set(texts)].join('; ')}.` : undefined;
}

function formatValue(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}
