import { formatDate, formatIsoDate } from '../format/dates.js';
import { joinNames } from '../format/words.js';
import { PERIOD_FILES } from '../inputs/period-files/index.js';
import { findLatestPublicationDay, formatClearDays } from '../model/count-clear-days.js';
import { isReviewed } from '../model/data-set.js';
import type { Inputs } from '../model/inputs.js';
import { periodDates, shiftPeriod } from '../model/period.js';
import { chooseMeeting, type MeetingToTable } from './choose-meeting.js';
import type { Choice, Refusal } from './choose-paper.js';
import type { NextNumber } from './find-next-numbers.js';
import { findStaleDefinitions } from './find-stale-definitions.js';

/** All decisions of a roll-forward, made before anything is written. */
export interface RollForwardPlan extends Choice {
  meeting: Omit<MeetingToTable, 'papers'>;
  /** The last day on which the paper can be published. Null if the organisation requires no notice. */
  deadline: string | null;
  /** "5 clear working days". */
  notice: string | null;
  /** The date of the new paper's files, until its author changes it. */
  madeAt: string;
  /** The files to make in the period's folder: period files, data sets and pictures first, the paper last. */
  files: string[];
  /** The files that exist already, and are not changed. */
  kept: string[];
  /** The entries to add to `meetings.yaml`. Null if it lists the meeting and all papers. */
  tabling: { meetingIsNew: boolean; papers: TabledPaper[] } | null;
  /** The numbers with which the new paper goes on, where the earlier paper's own file sets its first ones. */
  starts: NextNumber[];
  /** Remarks for the author. */
  remarks: string[];
}

interface TabledPaper {
  id: string;
  title: string;
  author: string;
}

/**
 * Plans a roll-forward from the inputs of the earlier paper. `meetingName` is the meeting that the user named.
 * `existing` has the names of the files in the new period's folder. `starts` are the numbers after the earlier paper's last ones.
 */
export function planRollForward(
  choice: Choice,
  inputs: Inputs,
  meetingName: string | undefined,
  existing: readonly string[],
  starts: NextNumber[],
): RollForwardPlan | Refusal {
  const meetingChoice = chooseMeeting(meetingName, inputs);
  if ('refused' in meetingChoice) return meetingChoice;
  const { meeting, isNew } = meetingChoice;
  const { notice } = meeting.committee.law;
  const deadline = notice && findLatestPublicationDay(meeting.date, notice.days, notice.calendar);
  const papers = listPapersToTable(choice.paper, inputs, meeting);
  const names = [...listPeriodFiles(choice, inputs), `${choice.paper}.yaml`];
  return {
    ...choice,
    meeting: { id: meeting.id, date: meeting.date, committee: meeting.committee },
    deadline,
    notice: notice && formatClearDays(notice.days, notice.calendar),
    madeAt: deadline ?? meeting.date,
    files: names.filter((name) => !existing.includes(name)),
    kept: names.filter((name) => existing.includes(name)),
    tabling: papers.length > 0 || isNew ? { meetingIsNew: isNew, papers } : null,
    starts,
    remarks: [
      ...remarkOnSkippedPeriod(choice),
      ...remarkOnEarlyMeeting(choice, meeting),
      ...(deadline === null ? [] : remarkOnMissingHolidays(deadline, meeting)),
      ...remarkOnNumbers(choice, starts),
      ...remarkOnAppendices(choice, inputs),
      ...findStaleDefinitions(choice, inputs),
    ],
  };
}

function listPeriodFiles({ from }: Choice, { files, dataSets, pictures }: Inputs): string[] {
  const folder = `data/${from.id}/`;
  const paths = new Set(files.map(({ path }) => path));
  const sets = dataSets.filter(({ period }) => period === from);
  const dataSetFiles = sets.flatMap(({ id, spreadsheet }) => [
    `${folder}${id}.yaml`,
    ...(spreadsheet ? [spreadsheet.path] : []),
  ]);
  // A spreadsheet has no place for the names of rows to review, so they get a file beside it.
  const added = sets
    .filter((set) => set.spreadsheet && isReviewed(set))
    .map(({ id }) => `${folder}${id}.yaml`);
  return [
    ...PERIOD_FILES.map(({ name }) => `${folder}${name}.yaml`),
    ...new Set(dataSetFiles),
    ...pictures.keys(),
  ]
    .filter((path) => path.startsWith(folder) && (paths.has(path) || added.includes(path)))
    .map((path) => path.slice(folder.length));
}

/** Lists the papers that the new meeting must list: the paper itself, and the papers of its earlier meeting that it cites. */
function listPapersToTable(
  paper: string,
  { meeting: earlier, files, template, period }: Inputs,
  meeting: MeetingToTable,
): TabledPaper[] {
  const texts = files.filter(
    ({ path }) => path.startsWith(`templates/${template.id}/`) || path === `data/${period.id}/${paper}.yaml`,
  );
  const cited = texts.flatMap(({ text }) =>
    [...text.matchAll(/\bpaper\s+"([^"]+)"(?!\s+meeting=)/g)].map(([, id]) => id),
  );
  return earlier.papers
    .filter(({ id }) => id === paper || cited.includes(id))
    .filter(({ id }) => !meeting.papers.some((tabled) => tabled.id === id))
    .map(({ id, title, author }) => ({ id, title, author }));
}

function remarkOnSkippedPeriod({ from, period }: Choice): string[] {
  const next = shiftPeriod(from, 1);
  return next === period
    ? []
    : [`${from.id} is not the period before ${period.id}: ${next.id} has no paper.`];
}

function remarkOnEarlyMeeting({ period }: Choice, { date }: MeetingToTable): string[] {
  const end = formatIsoDate(periodDates(period).end);
  return date > end
    ? []
    : [`The meeting is on ${formatDate(date)}, before the period ends on ${formatDate(end)}.`];
}

function remarkOnNumbers({ from }: Choice, starts: readonly NextNumber[]): string[] {
  if (starts.length === 0) return [];
  const numbers = starts.map(({ part, value }) => `${part} start at ${value}`);
  return [
    `The numbers go on after the paper of ${from.id}: ${joinNames(numbers)}. If another paper comes between, change numbering: in the new one.`,
  ];
}

/** The appendices in a paper's own file belong to its period only. */
function remarkOnAppendices({ from }: Choice, { paper }: Inputs): string[] {
  const dropped = paper.appendices.filter(({ toFollow }) => !toFollow).map(({ id }) => `"${id}"`);
  if (dropped.length === 0) return [];
  return [
    `Not carried over from the paper of ${from.id}: its own ${dropped.length === 1 ? 'appendix' : 'appendices'} ${joinNames(dropped)}. References to ${dropped.length === 1 ? 'it' : 'them'} are errors until you change them.`,
  ];
}

/** Every year has bank holidays, so a year without any has not been entered yet. */
function remarkOnMissingHolidays(deadline: string, meeting: MeetingToTable): string[] {
  const calendar = meeting.committee.law.notice?.calendar;
  if (!calendar?.workingDaysOnly) return [];
  const years = [...new Set([deadline, meeting.date].map((day) => day.slice(0, 4)))];
  return years
    .filter((year) => !calendar.bankHolidays.some((day) => day.startsWith(year)))
    .map(
      (year) =>
        `data/organisation.yaml lists no bank holidays in ${year}. Add them, then check the deadline again.`,
    );
}
