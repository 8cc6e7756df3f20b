import type { Inputs } from '../model/inputs.js';
import type { Measure } from '../model/measure.js';
import type { QuarterData } from '../model/quarter-data.js';
import { noCache, type Cache } from '../model/cache.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { parseQuarter, type Quarter } from '../model/quarter.js';
import {
  listMistakenQuarters,
  listPapers,
  listQuarters,
  listTemplates,
  quartersWithFigures,
} from './project/list-papers.js';
import { normaliseMeasures } from './project/normalise-measures.js';
import { normaliseMeetings } from './project/normalise-meetings.js';
import { normaliseOrganisation } from './project/normalise-organisation.js';
import { paperFaults } from './paper/paper-faults.js';
import { populationFaults } from './project/population-faults.js';
import { readPaper } from './paper/read-paper.js';
import { readQuarter } from './period-files/read-quarter.js';
import { readTemplate } from './template/read-template.js';
import { readTheme } from './template/read-theme.js';
import { measuresSchema } from './project/measures-schema.js';
import { meetingsSchema } from './project/meetings-schema.js';
import { organisationSchema } from './project/organisation-schema.js';
import { sourceReader } from './source-reader.js';

/**
 * Stage 1: disk → validated Inputs. Reads all files before it says what is wrong, so that every fault is shown at once.
 * The value is null where a file that the paper cannot do without is at fault.
 */
export function readInputs(
  root: string,
  quarter: Quarter,
  id: string,
  cache = noCache,
): Checked<Inputs | null> {
  const reader = sourceReader(root, cache);
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema);
  const rawMeetings = reader.yaml('data/meetings.yaml', meetingsSchema);
  const rawMeasures = reader.yaml('data/measures.yaml', measuresSchema);
  const defined = rawMeasures && normaliseMeasures(rawMeasures);
  const { surveys, measures } = defined?.value ?? { surveys: [], measures: [] };
  if (defined) reader.problems.push(...defined.problems, ...comparedWithEarlier(measures, quarter));
  reader.problems.push(...listMistakenQuarters(root).map(noQuarter));
  const templates = listTemplates(root);
  const periods = rawMeasures
    ? listQuarters(root)
        .filter((one) => one <= quarter)
        .map((one) => readQuarter(reader, one, measures, templates))
    : [];
  const history = periods.map(({ value }) => value);
  reader.problems.push(
    ...periods.flatMap(({ problems }) => problems),
    ...monthsOnce(history),
    ...populationFaults(measures, history),
  );
  const template = readTemplate(reader, id, defined && measures);
  const look = readTheme(reader);
  const paper = readPaper(reader, quarter, id);
  if (!organisation || !rawMeetings || !rawMeasures || !template || !look || !paper)
    return { value: null, problems: reader.problems };

  const meetings = normaliseMeetings(rawMeetings, organisation.data.committees);
  const meeting = meetings.value.find((one) => one.id === paper.meetingId);
  const problems = [
    ...reader.problems,
    ...meetings.problems,
    ...paperFaults(paper, meetings.value, template),
  ];
  if (!meeting) return { value: null, problems };
  return {
    value: {
      quarter,
      paper,
      meeting,
      paperMeetings: [
        meeting,
        ...paper.alsoFor.flatMap((one) => meetings.value.find(({ id }) => id === one.meetingId) ?? []),
      ],
      meetings: meetings.value,
      organisation: normaliseOrganisation(organisation),
      surveys,
      measures,
      units: rawMeasures.data.units ?? [],
      history,
      laterQuarters: laterQuarters(root, quarter, id),
      previous: previousPaper(root, quarter, id, cache),
      template,
      ...look,
      files: reader.files,
    },
    problems,
  };
}

/** A folder that is not read would take its figures with it. */
function noQuarter(name: string): Problem {
  return makeError(
    'quarter-exists',
    { file: `data/${name}`, line: 1, column: 1 },
    `"${name}" is no quarter`,
    {
      expected: 'a folder such as 2008-09-q3: a financial year, April to March, and q1 to q4',
    },
  );
}

/** A paper that a later one has followed is right to stop where it does. */
function laterQuarters(root: string, quarter: Quarter, id: string): Quarter[] {
  const isFollowed = listPapers(root).some((one) => one.paper === id && one.quarter > quarter);
  return isFollowed ? [] : quartersWithFigures(root).filter((one) => one > quarter);
}

/** The newest earlier paper of the kind, to compare words with. Its own faults are for its own checks. */
function previousPaper(root: string, quarter: Quarter, id: string, cache: Cache): Inputs['previous'] {
  const earlier = listPapers(root).findLast((one) => one.paper === id && one.quarter < quarter);
  const paper = earlier && readPaper(sourceReader(root, cache), earlier.quarter, id);
  return paper ? { quarter: earlier.quarter, narrative: paper.narrative } : null;
}

/** A change is measured from an earlier period, never from the paper's own or a later one. */
function comparedWithEarlier(measures: Measure[], quarter: Quarter): Problem[] {
  return measures
    .filter(({ compareWith }) => parseQuarter(compareWith ?? '') !== null && (compareWith ?? '') >= quarter)
    .map(({ id, compareWith, comparePlace }) =>
      makeError(
        'windows-in-order',
        comparePlace,
        `"${id}" is compared with ${compareWith ?? ''}, which is not before ${quarter}`,
        {
          expected: 'an earlier quarter',
        },
      ),
    );
}

/** A month is counted once: twice in two quarters' files would be two months of the chart. */
function monthsOnce(history: QuarterData[]): Problem[] {
  const found = new Map<string, Place>();
  const problems: Problem[] = [];
  for (const { months } of history)
    for (const [id, series] of Object.entries(months))
      for (const { month, figure } of series) {
        const before = found.get(`${id} ${month}`);
        found.set(`${id} ${month}`, before ?? figure.place);
        if (before)
          problems.push(
            makeError('month-counted-once', figure.place, `${month} is in ${before.file} as well`, {
              hint: `It stands there in line ${before.line}: keep one of the two.`,
            }),
          );
      }
  return problems;
}
