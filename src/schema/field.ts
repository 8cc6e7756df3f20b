import type * as z from 'zod';

/** Adds to a schema what editors show while an author types: a description, and valid examples. */
export function field<S extends z.ZodType>(schema: S, description: string, ...examples: z.infer<S>[]): S {
  return schema.meta({ description, examples });
}
