import * as z from 'zod';
import { TABLE_SCHEMAS } from '../../manuscript/tables/index.js';
import { id } from '../../schema/scalars.js';

export const tablesSchema = z
  .strictObject({
    tables: z
      .record(id, z.discriminatedUnion('kind', TABLE_SCHEMAS).describe('one table'))
      .describe('the tables, by the name that the text cites'),
  })
  .describe('The tables of a kind of paper');
