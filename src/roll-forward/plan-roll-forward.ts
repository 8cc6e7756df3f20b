import { formatIsoDate, formatDate } from '../format.js';
import { findLatestPublicationDay, formatClearDays } from '../model/count-clear-days.js';
import type { Inputs } from '../model/inputs.js';
import type { Meeting } from '../model/meeting.js';
import { quarterDates, shiftQuarter } from '../model/quarter.js';
import { chooseMeeting } from './choose-meeting.js';
import type { Choice, Refusal } from './choose-paper.js';
import { standingDecisions } from './standing-decisions.js';

/** What will be made, decided before anything is written. */
export interface RollForwardPlan extends Choice {
  meeting: Omit<Meeting, 'papers'>;
  /** The last day on which the paper can be published. Null where no notice is laid down. */
  deadline: string | null;
  /** "5 clear working days". */
  notice: string | null;
  /** The date that the new paper's files carry until its author says otherwise. */
  madeAt: string;
  /** The files of the quarter's folder to be made, without `.yaml`: figures first, the paper last. */
  files: string[];
  /** Those that are there already, and stay as they are. */
  kept: string[];
  /** What `meetings.yaml` does not list yet. Null where it lists all. */
  tabling: { meetingIsNew: boolean; papers: { id: string; title: string; author: string }[] } | null;
  /** What its author should know. */
  remarks: string[];
}

/**
 * Decides everything about a roll-forward. `inputs` are those of the earlier paper; `had` and `has` name the files that the
 * earlier quarter's folder and the new one hold.
 */
export function planRollForward(
  choice: Choice,
  inputs: Inputs,
  wanted: string | undefined,
  had: readonly string[],
  has: readonly string[],
): RollForwardPlan | Refusal {
  const chosen = chooseMeeting(wanted, inputs);
  if ('refused' in chosen) return chosen;
  const { meeting, isNew } = chosen;
  const { notice } = inputs.organisation;
  const deadline = notice && findLatestPublicationDay(meeting.date, notice.days, notice.calendar);
  const papers = tabledPapers(choice.paper, inputs, meeting);
  const names = [...had, choice.paper];
  return {
    ...choice,
    meeting: { id: meeting.id, date: meeting.date, committee: meeting.committee },
    deadline,
    notice: notice && formatClearDays(notice.days, notice.calendar),
    madeAt: deadline ?? meeting.date,
    files: names.filter((name) => !has.includes(name)),
    kept: names.filter((name) => has.includes(name)),
    tabling: papers.length > 0 || isNew ? { meetingIsNew: isNew, papers } : null,
    remarks: [
      ...skippedQuarters(choice),
      ...earlyMeeting(choice, meeting),
      ...(deadline === null ? [] : unknownHolidays(deadline, meeting, inputs)),
      ...standingDecisions(choice, inputs),
    ],
  };
}

/** The paper itself, and those of its earlier meeting that it or its template cites: the new meeting must list them too. */
function tabledPapers(
  paper: string,
  { meeting: earlier, files, template, quarter }: Inputs,
  meeting: Meeting,
): { id: string; title: string; author: string }[] {
  const own = files.filter(
    ({ path }) => path.startsWith(`templates/${template.id}/`) || path === `data/${quarter}/${paper}.yaml`,
  );
  const cited = own.flatMap(({ text }) =>
    [...text.matchAll(/\bpaper\s+"([^"]+)"(?!\s+meeting=)/g)].map(([, id]) => id),
  );
  return earlier.papers
    .filter(({ id }) => id === paper || cited.includes(id))
    .filter(({ id }) => !meeting.papers.some((one) => one.id === id))
    .map(({ id, title, author }) => ({ id, title, author }));
}

function skippedQuarters({ from, quarter }: Choice): string[] {
  const next = shiftQuarter(from, 1);
  return next === quarter ? [] : [`${from} is not the quarter before ${quarter}: ${next} has no paper.`];
}

function earlyMeeting({ quarter }: Choice, { date }: Meeting): string[] {
  const end = formatIsoDate(quarterDates(quarter).end);
  return date > end
    ? []
    : [`The meeting is on ${formatDate(date)}, before the quarter ends on ${formatDate(end)}.`];
}

/** Every year has bank holidays: a year without any in the calendar is one that nobody has entered yet. */
function unknownHolidays(deadline: string, meeting: Meeting, { organisation }: Inputs): string[] {
  const calendar = organisation.notice?.calendar;
  if (!calendar?.workingDaysOnly) return [];
  const years = [...new Set([deadline, meeting.date].map((day) => day.slice(0, 4)))];
  return years
    .filter((year) => !calendar.bankHolidays.some((day) => day.startsWith(year)))
    .map(
      (year) =>
        `data/organisation.yaml lists no bank holidays in ${year}: enter them, and count the days again.`,
    );
}
