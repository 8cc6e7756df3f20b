import * as z from 'zod';
import { field } from '../../schema/schema-parts.js';

/** The dispersion of counts, in `measures.yaml`. */
export const countFields = {
  dispersion: field(
    z.number().min(1),
    'how much more counts vary than chance alone would make them; 1 by default',
    1.8,
  ).optional(),
};
