import * as z from 'zod';
import { field, id, markup } from './schema-parts.js';

/** Pieces that the schemas of tables, charts and diagrams share. */

export const notes = field(z.array(markup), 'printed underneath', [
  'Low is better. {{ref "method"}} says how it was measured.',
]).optional();
export const measureName = field(id, 'the measure of measures.yaml', 'satisfied');
export const measureNames = (description: string) =>
  field(z.array(id).min(1), description, ['visits', 'fines']);
