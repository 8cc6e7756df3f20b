import * as z from 'zod';
import { field } from '../../schema/field.js';

/** The field of charts over time that says how far back they go. */
export const lastField = field(
  z.number().int().min(2),
  'the number of places on the axis, up to the latest; by default all that are on file',
  24,
);
