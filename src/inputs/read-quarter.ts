import { join } from 'node:path';
import type * as z from 'zod';
import { didYouMean } from '../model/did-you-mean.js';
import type { Measure, QuarterData } from '../model/inputs.js';
import { fault, type Problem } from '../model/problem.js';
import type { Quarter } from '../model/quarter.js';
import { QUARTER_FILES, yamlNames } from './list-papers.js';
import { readActivity } from './read-activity.js';
import { readFacts } from './read-facts.js';
import { readCommitments, readEvents, readPerformanceAreas } from './read-lists.js';
import { readShares } from './read-shares.js';
import { readAreas, readSurvey } from './read-survey.js';
import {
  activitySchema,
  areasSchema,
  commitmentsSchema,
  eventsSchema,
  factsSchema,
  performanceAreasSchema,
  sharesSchema,
  surveySchema,
} from './schemas/quarter-files.js';
import type { SourceReader } from './source-reader.js';

/** Reads one quarter's figures. Only the files that are there are read; a name that is not known is a Problem. */
export function readQuarter(
  reader: SourceReader,
  quarter: Quarter,
  measures: Measure[],
  templates: string[],
): QuarterData {
  const { problems } = reader;
  const folder = `data/${quarter}`;
  const present = new Set(yamlNames(join(reader.root, folder)));
  const known = [...QUARTER_FILES, ...templates];
  for (const name of present)
    if (!known.includes(name)) problems.push(unknownFile(`${folder}/${name}.yaml`, name, known));
  const read = <T>(name: (typeof QUARTER_FILES)[number], schema: z.ZodType<T>) =>
    present.has(name) ? reader.yaml(`${folder}/${name}.yaml`, schema) : null;

  const context = { quarter, measures, problems };
  const survey = read('survey', surveySchema);
  const areas = read('areas', areasSchema);
  const activity = read('activity', activitySchema);
  const shares = read('shares', sharesSchema);
  const facts = read('facts', factsSchema);
  return {
    quarter,
    ...(survey ? readSurvey(survey, context) : { rolling: {}, waves: {}, groups: {} }),
    ...(activity
      ? readActivity(activity, context)
      : { toDate: {}, inQuarter: {}, months: {}, populations: {} }),
    areas: areas ? readAreas(areas, context) : {},
    shares: shares ? readShares(shares, context) : {},
    facts: facts ? readFacts(facts, quarter, problems) : {},
    lists: {
      ...readEvents(read('events', eventsSchema), problems),
      ...readCommitments(read('commitments', commitmentsSchema)),
      ...readPerformanceAreas(read('performance-areas', performanceAreasSchema)),
    },
  };
}

function unknownFile(path: string, name: string, known: string[]): Problem {
  return fault(
    'file-is-known',
    { file: path, line: 1, column: 1 },
    `"${name}.yaml" is not a file that is read`,
    {
      expected: `one of ${known.map((one) => `${one}.yaml`).join(', ')}`,
      hint: didYouMean(name, known),
    },
  );
}
