import { join } from 'node:path';
import type * as z from 'zod';
import type { Figure } from '../../model/figure.js';
import type { Measure } from '../../model/measure.js';
import type { QuarterData } from '../../model/quarter-data.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Quarter } from '../../model/quarter.js';
import { yamlNames } from '../list-files.js';
import { QUARTER_FILES } from '../project/list-papers.js';
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
} from './quarter-files.js';
import type { SourceReader } from '../source-reader.js';
import { strayFiles } from '../stray-files.js';

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
  const known = [...QUARTER_FILES, ...templates].map((name) => `${name}.yaml`);
  problems.push(...strayFiles(reader.root, folder, known));
  const read = <T>(name: (typeof QUARTER_FILES)[number], schema: z.ZodType<T>) =>
    present.has(name) ? reader.yaml(`${folder}/${name}.yaml`, schema) : null;

  const context = { quarter, measures, problems };
  const survey = read('survey', surveySchema);
  const areas = read('areas', areasSchema);
  const activity = read('activity', activitySchema);
  const shares = read('shares', sharesSchema);
  const facts = read('facts', factsSchema);
  const data = {
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
      ...readCommitments(read('commitments', commitmentsSchema), problems),
      ...readPerformanceAreas(read('performance-areas', performanceAreasSchema)),
    },
  };
  problems.push(...withoutSource(data));
  return data;
}

/** A source may be empty while the figures are; no figure is printed without one. One Problem a file. */
function withoutSource(data: QuarterData): Problem[] {
  const groups = Object.values(data.groups).flatMap((one) => Object.values(one));
  const figures = [
    ...[data.rolling, data.toDate, data.inQuarter, data.populations, data.facts].flatMap((one) =>
      Object.values(one),
    ),
    ...[...Object.values(data.waves), ...groups].map(({ figure }) => figure),
    ...Object.values(data.months).flatMap((months) => months.map(({ figure }) => figure)),
    ...Object.values(data.areas).flatMap(({ published }) => published.map(({ figure }) => figure)),
    ...Object.values(data.shares).flatMap((parts) => parts.map(({ figure }) => figure)),
  ];
  const bare = figures.filter(({ value, source }) => value !== null && source === '');
  const first = new Map(bare.map((figure) => [figure.place.file, figure]).reverse() as [string, Figure][]);
  return [...first.values()].map(({ place, label }) =>
    makeError('source-is-stated', place, `the figure for "${label}" has no source`, {
      expected: 'source: who published these figures, and where',
      hint: 'It stands at the top of the file, and holds for every figure that gives none of its own.',
    }),
  );
}
