import * as z from 'zod';
import { isError, type Checked } from '../../model/problem.js';
import { explainIssue } from './explain-issue.js';
import type { SchemaPart } from './find-schema-parts.js';
import type { YamlFile } from './yaml-file.js';

/** Checks a file against its schema. The value is null if it does not fit. Every problem has a place. */
export function checkShape<T>(file: YamlFile, schema: z.ZodType<T>): Checked<T | null> {
  if (file.value === null && file.problems.some(isError)) return { value: null, problems: [] };
  const result = schema.safeParse(file.value ?? {});
  if (result.success) return { value: result.data, problems: [] };
  // The schemas of authors' files use only single schemas for `items`, which the library's type does not know.
  const jsonSchema = z.toJSONSchema(schema, { unrepresentable: 'any' }) as SchemaPart;
  return {
    value: null,
    problems: result.error.issues.flatMap((issue) => explainIssue(issue, file, jsonSchema, [])),
  };
}
