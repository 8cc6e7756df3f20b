import * as z from 'zod';
import { WINDOWS } from '../../model/window.js';
import { field } from '../../schema/field.js';

/** The window of the kinds that divide counts, in `measures.yaml`. */
export const windowOfCounts = {
  window: field(
    z.enum(WINDOWS),
    'the time that each figure covers; by default year-to-date, the year so far',
    'rolling-12-months',
    'period',
  ).optional(),
};
