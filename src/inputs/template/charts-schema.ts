import * as z from 'zod';
import { CHART_SCHEMAS } from '../../charts/kinds/index.js';
import { id } from '../../schema/scalars.js';

export const chartsSchema = z
  .strictObject({
    charts: z
      .record(id, z.discriminatedUnion('kind', CHART_SCHEMAS).describe('one chart'))
      .describe('the charts, by the name that the text cites'),
  })
  .describe('The charts of a kind of paper');
