import * as z from 'zod';
import { field } from './field.js';

/** The counts to hide, so that no person can be identified: of a data set, or of a measure. */
export const disclosureSchema = z
  .strictObject({
    threshold: field(
      z.number().int().min(3).max(1000),
      'counts from 1 to below this number are not shown, nor what would reveal them',
      5,
    ),
    'show-in-exempt-papers': field(
      z.boolean(),
      'true to show the counts in papers that are exempt from publication (exempt: with its paragraph)',
      true,
    ).optional(),
  })
  .describe('the small counts that are hidden, so that no person can be identified')
  .meta({ examples: [{ threshold: 5 }] });

export type RawDisclosure = z.infer<typeof disclosureSchema>;
