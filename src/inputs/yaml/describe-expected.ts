import type * as z from 'zod';
import { findSchemaParts, type SchemaPart } from './find-schema-parts.js';
import type { Path, YamlFile } from './yaml-file.js';

type Issue = z.core.$ZodIssue;

/** Describes what a schema expects at a path: the requirement that is not met, and the field's description. */
export function describeExpected(issue: Issue, schema: SchemaPart, path: Path, file: YamlFile): string {
  if (issue.code === 'custom' || issue.code === 'invalid_format') return issue.message;
  const isNamedUnion = issue.code === 'invalid_union' && listOptions(issue).length > 0;
  const description = isNamedUnion ? undefined : findDescription(schema, path, file);
  const parts = [describeRequirement(issue), description];
  return parts.filter((part) => part !== undefined).join('; ') || issue.message;
}

function findDescription(schema: SchemaPart, path: Path, { value }: YamlFile): string | undefined {
  return findSchemaParts(schema, path, value)
    .map(({ description }) => description)
    .find((description) => description !== undefined && description !== '');
}

/** Types in the words of an author. */
const TYPES: Partial<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  object: 'a map',
  record: 'a map',
  string: 'text',
};

function describeRequirement(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? `a ${issue.expected}`;
    case 'too_small':
      return `${issue.inclusive === false ? 'more than' : 'at least'} ${issue.minimum}`;
    case 'too_big':
      return `${issue.inclusive === false ? 'less than' : 'at most'} ${issue.maximum}`;
    default:
      return listOptions(issue).length > 0 ? `one of ${listOptions(issue).join(', ')}` : undefined;
  }
}

/** Lists the values that a field can have, if it has a fixed set of them. */
export function listOptions(issue: Issue): string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  if (issue.code === 'invalid_union' && issue.inclusive !== false) return (issue.options ?? []).map(String);
  return [];
}
