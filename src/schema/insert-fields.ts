import * as z from 'zod';
import { field } from './field.js';
import { id, markup } from './scalars.js';
import { withNames, type NameKind } from './with-names.js';

/** Fields that tables, charts and diagrams share. */

/** The notes under a table, chart or diagram. */
export const notes = field(z.array(markup), 'the notes that are printed underneath', [
  'Low is better. {{ref "method"}} says how it was measured.',
]).optional();

/** Describes the one measure that a table or chart shows. `kinds` are the measures that it can show. */
export function describeMeasureName(...kinds: NameKind[]): typeof id {
  return field(withNames(id, ...kinds), 'the measure, by its name in measures.yaml', 'satisfied');
}

/** Describes the list of measures that a table or chart shows. */
export function describeMeasureNames(description: string, ...kinds: NameKind[]): z.ZodArray<typeof id> {
  return field(z.array(withNames(id, ...kinds)).min(1), description, ['visits', 'fines']);
}
