import type * as z from 'zod';
import { dataSetFileSchema } from './data-sets/data-set-file-schema.js';
import { dataSetsSchema } from './data-sets/data-sets-schema.js';
import { chartsSchema } from './template/charts-schema.js';
import { diagramSchema } from './template/diagram-schema.js';
import { measuresSchema } from './project/measures-schema.js';
import { meetingsSchema } from './project/meetings-schema.js';
import { organisationSchema } from './project/organisation-schema.js';
import { paperSchema } from './paper/paper-schema.js';
import { PERIOD_FILES } from './period-files/index.js';
import { tablesSchema } from './template/tables-schema.js';
import { templateSchema } from './template/template-schema.js';
import { themeSchema } from './template/theme-schema.js';

/** The schemas of all files that authors edit, by the name of their JSON Schema in `schemas/`. */
export const AUTHOR_SCHEMAS: Record<string, z.ZodType> = {
  organisation: organisationSchema,
  meetings: meetingsSchema,
  measures: measuresSchema,
  datasets: dataSetsSchema,
  'data-set': dataSetFileSchema,
  ...Object.fromEntries(PERIOD_FILES.map(({ name, schema }) => [name, schema])),
  paper: paperSchema,
  template: templateSchema,
  tables: tablesSchema,
  charts: chartsSchema,
  diagram: diagramSchema,
  theme: themeSchema,
};
