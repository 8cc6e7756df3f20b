import type * as z from 'zod';
import { chartsSchema } from './charts.js';
import { diagramSchema } from './diagram.js';
import { measuresSchema } from './measures.js';
import { meetingsSchema } from './meetings.js';
import { organisationSchema } from './organisation.js';
import { paperSchema } from './paper.js';
import {
  activitySchema,
  areasSchema,
  commitmentsSchema,
  eventsSchema,
  factsSchema,
  performanceAreasSchema,
  sharesSchema,
  surveySchema,
} from './quarter-files.js';
import { tablesSchema } from './tables.js';
import { templateSchema } from './template.js';
import { themeSchema } from './theme.js';

/** Every kind of file that an author edits, by the name of its JSON Schema in `schemas/`. */
export const SCHEMAS: Record<string, z.ZodType> = {
  organisation: organisationSchema,
  meetings: meetingsSchema,
  measures: measuresSchema,
  survey: surveySchema,
  areas: areasSchema,
  activity: activitySchema,
  shares: sharesSchema,
  facts: factsSchema,
  events: eventsSchema,
  commitments: commitmentsSchema,
  'performance-areas': performanceAreasSchema,
  paper: paperSchema,
  template: templateSchema,
  tables: tablesSchema,
  charts: chartsSchema,
  diagram: diagramSchema,
  theme: themeSchema,
};
