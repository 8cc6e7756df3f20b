import { formatIsoDate, formatMonth } from '../format/dates.js';
import { LAWS } from '../laws/index.js';
import type { LawId } from '../laws/law.js';
import { findLatestPublicationDay } from '../model/count-clear-days.js';
import { parsePeriod, periodNoun, shiftPeriod, type Period, type PeriodKind } from '../model/period.js';
import { MONTH_NAMES, USUAL_YEAR_STARTS } from '../model/year-starts.js';
import type { Answers } from './answers.js';
import { describeFolders } from './describe-folders.js';
import { editYaml, type YamlEdit } from './edit-yaml.js';
import { makeAbbreviation, makeId, makePaperId } from './make-names.js';
import { makeTextFile, readText, type ProjectFile } from './project-file.js';
import { restoreDots } from './restore-dots.js';
import { STARTER } from './starter-names.js';

/** Plans the files of a new project: the starter's files, with the user's names, periods and dates in their places. */
export function planProject(starter: readonly ProjectFile[], answers: Answers): ProjectFile[] {
  const edits = listEdits(answers);
  return starter.flatMap((file) =>
    renamePath(file.path, answers).map((path) => editFile(file, restoreDots(path), edits, answers)),
  );
}

function editFile(
  file: ProjectFile,
  path: string,
  edits: Readonly<Record<string, YamlEdit[]>>,
  answers: Answers,
): ProjectFile {
  const fileEdits = edits[file.path];
  if (fileEdits) return makeTextFile(path, editYaml(readText(file), fileEdits));
  return file.path.endsWith('.md')
    ? makeTextFile(path, renameInText(readText(file), answers))
    : { ...file, path };
}

/** Lists the values and keys to replace, by the path of their file in the starter. */
function listEdits({
  authority,
  committee,
  law,
  title,
  period,
  meeting,
}: Answers): Record<string, YamlEdit[]> {
  const paper = makePaperId(title);
  const short = makeAbbreviation(authority);
  const committeeId = makeId(committee, 'committee');
  const periodFolder = `data/${STARTER.period}`;
  return {
    'data/organisation.yaml': [
      { path: ['name'], value: authority },
      { path: ['short'], value: short },
      { path: ['law'], value: law },
      { path: ['names', 0], value: short },
      { path: ['year-starts'], value: MONTH_NAMES[period.yearStarts - 1] ?? STARTER.yearStarts },
      { path: ['committees', STARTER.committeeId], key: committeeId },
      { path: ['committees', STARTER.committeeId], value: committee },
    ],
    'data/meetings.yaml': [
      { path: ['meetings', STARTER.meeting], key: meeting },
      { path: ['meetings', STARTER.meeting, 'date'], value: meeting },
      { path: ['meetings', STARTER.meeting, 'committee'], value: committeeId },
      { path: ['meetings', STARTER.meeting, 'papers', STARTER.paper], key: paper },
      { path: ['meetings', STARTER.meeting, 'papers', STARTER.paper, 'title'], value: title },
    ],
    [`${periodFolder}/${STARTER.paper}.yaml`]: [
      { path: ['meeting'], value: meeting },
      { path: ['made-at'], value: findPublicationDay(meeting, law) },
    ],
    [`${periodFolder}/commitments.yaml`]: ['opening-hours', 'telephone-menu', 'progress-messages'].map(
      (name, index) => ({ path: ['rows', name, 'due'], value: nameMonthAfter(meeting, index + 1) }),
    ),
    [`templates/${STARTER.paper}/paper.yaml`]: [{ path: ['title'], value: title }],
  };
}

/** Renames the paper and the periods in a path. A file of an earlier quarter can become several, or none. */
function renamePath(path: string, { title, period }: Answers): string[] {
  const [folder = '', name = '', ...rest] = path
    .split('/')
    .map((part) => part.replace(new RegExp(`^${STARTER.paper}(?=$|\\.)`), makePaperId(title)));
  const earlier = parsePeriod(name, USUAL_YEAR_STARTS);
  const periods = earlier ? movePeriod(earlier, period).map(({ id }) => id) : [name];
  return periods.map((id) => [folder, id, ...rest].filter((part) => part !== '').join('/'));
}

/** The distances of the project's periods from the paper's own, for each of the starter's five quarters, newest first. */
const DISTANCES: Record<PeriodKind, number[][]> = {
  month: [[0], [1, 2, 3, 4], [5, 6, 7], [8, 9, 10], [11, 12]],
  quarter: [[0], [1], [2], [3], [4]],
  half: [[0], [1], [], [], [2]],
  year: [[0], [], [], [], [1]],
};

/** Lists the periods that get the figures of one of the starter's quarters. The oldest quarter becomes the period a year before. */
function movePeriod(earlier: Period, period: Period): Period[] {
  const from = parsePeriod(STARTER.period, USUAL_YEAR_STARTS);
  let distance = 0;
  while (from && shiftPeriod(from, -distance).end > earlier.end) distance++;
  return (DISTANCES[period.kind][distance] ?? []).map((count) => shiftPeriod(period, -count));
}

/** The days from one meeting to the next. */
const DAYS_BETWEEN: Record<PeriodKind, number> = { month: 28, quarter: 91, half: 182, year: 364 };

/** Puts the names into a text that is no data, such as the README. */
function renameInText(text: string, { authority, law, title, period, meeting }: Answers): string {
  const renamed: Record<string, string> = {
    [STARTER.authority]: escapeMarkdown(authority),
    [STARTER.folders]: describeFolders(period),
    [STARTER.paper]: makePaperId(title),
    [STARTER.period]: period.id,
    [STARTER.nextPeriod]: shiftPeriod(period, 1).id,
    [STARTER.published]: findPublicationDay(meeting, law),
    [STARTER.nextMeeting]: shiftDay(meeting, DAYS_BETWEEN[period.kind]),
  };
  const pattern = new RegExp([...Object.keys(renamed), '\\bquarter'].join('|'), 'g');
  return text.replace(pattern, (name) => renamed[name] ?? periodNoun(period));
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}

/** Finds the last day to publish under the law. Without a notice it is the working day before the meeting. */
function findPublicationDay(meeting: string, law: LawId): string {
  const { days, workingDaysOnly } = LAWS[law].notice ?? { days: 0, workingDaysOnly: true };
  return findLatestPublicationDay(meeting, days, { workingDaysOnly, bankHolidays: [] });
}

function shiftDay(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return formatIsoDate(date);
}

/** Names the month that is some months after a day: "January 2026". */
function nameMonthAfter(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return formatMonth(formatIsoDate(date).slice(0, 7));
}
