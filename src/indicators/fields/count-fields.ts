import * as z from 'zod';
import { field } from '../../schema/field.js';

/** The dispersion of counts, in `measures.yaml`. */
export const countFields = {
  dispersion: field(
    z.number().min(1),
    'the variance of the counts, as a multiple of what chance alone would give; 1 by default',
    1.8,
  ).optional(),
};
