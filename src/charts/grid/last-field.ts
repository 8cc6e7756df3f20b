import * as z from 'zod';
import { field } from '../../schema/field.js';

/** The field that says how far back a chart over time goes. */
export const lastField = field(
  z.number().int().min(2),
  'the number of rows or periods along the axis, up to the latest; all by default',
  24,
);
