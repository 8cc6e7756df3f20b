import * as z from 'zod';
import { field } from '../../schema/field.js';
import { id, identifier, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';

const exemption = z
  .strictObject({
    paragraph: field(
      identifier,
      "the paragraph of the law's schedule under which it is exempt, such as Schedule 12A to the Local Government Act 1972",
      3,
    ).optional(),
    'public-interest': field(
      text,
      'why the public interest in keeping it exempt outweighs that in publishing it, in a sentence',
      'Publishing the bids would weaken the authority in the next round.',
    ).optional(),
    paragraphs: field(
      z.array(withNames(id, 'labels')).min(1),
      'the exempt paragraphs of the narrative, by label',
      ['bid-prices'],
    ).optional(),
    appendices: field(z.array(withNames(id, 'appendices')).min(1), 'the exempt appendices, by name', [
      'bids',
    ]).optional(),
    'data-sets': field(
      z.array(withNames(id, 'data sets')).min(1),
      'the data sets of this period that are exempt as a whole',
      ['bids'],
    ).optional(),
    figures: field(
      z.array(z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/, 'the name of a figure')).min(1),
      'the exempt figures of this period: a fact, a measure, or a column or cell of a data set',
      ['facts.contract-price', 'energy-cost', 'data.bids.price', 'data.bids.acme.price'],
    ).optional(),
  })
  .describe(
    'one exemption; without paragraphs:, appendices:, data-sets: and figures: the whole paper is exempt',
  );

/** The exempt parts of a paper: a list of entries, or one entry alone. */
export const exempt = field(
  z.union([exemption, z.array(exemption).min(1)]),
  'what the public must not read, and why; the public edition says so in its place',
  { paragraph: 3, 'public-interest': 'Publishing the bids would weaken the authority in the next round.' },
);
