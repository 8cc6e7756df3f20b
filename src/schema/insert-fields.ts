import * as z from 'zod';
import { field } from './field.js';
import { id, markup } from './scalars.js';

/** Fields that tables, charts and diagrams share. */

/** The notes under a table, chart or diagram. */
export const notes = field(z.array(markup), 'the notes that are printed underneath', [
  'Low is better. {{ref "method"}} says how it was measured.',
]).optional();

/** The one measure that a table or chart shows. */
export const measureName = field(id, 'the measure, by its name in measures.yaml', 'satisfied');

/** Describes the list of measures that a table or chart shows. */
export function describeMeasureNames(description: string): z.ZodArray<typeof id> {
  return field(z.array(id).min(1), description, ['visits', 'fines']);
}
