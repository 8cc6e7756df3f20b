import * as z from 'zod';

/** A day in a file of the archive. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('a day as YYYY-MM-DD')
  .meta({ examples: ['2009-04-02'] });
