import * as z from 'zod';
import { field } from '../../schema/field.js';

/** Returns the schema of a number that has a default. */
export function setting(schema: z.ZodNumber, description: string, value: number): z.ZodDefault<z.ZodNumber> {
  return field(schema.default(value), description, value);
}

/** Returns the schema of a map of settings. Each has a default, so the map may be left out. */
export function settings<Shape extends Record<string, z.ZodDefault | z.ZodPrefault>>(
  description: string,
  shape: Shape,
): z.ZodPrefault<z.ZodObject<Shape, z.core.$strict>> {
  const schema = z.strictObject(shape);
  // Every entry of the shape has a default, so an empty map is a complete input. TypeScript cannot derive
  // that from the shape.
  return schema.prefault({} as z.input<typeof schema>).describe(description);
}
