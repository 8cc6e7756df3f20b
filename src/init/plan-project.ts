import { formatIsoDate, formatMonth } from '../format/dates.js';
import { findLatestPublicationDay } from '../model/count-clear-days.js';
import { parsePeriod, shiftPeriod, type Period } from '../model/period.js';
import { USUAL_YEAR_STARTS } from '../model/year-starts.js';
import type { Answers } from './answers.js';
import { editYaml, type YamlEdit } from './edit-yaml.js';
import { makeAbbreviation, makeId, makePaperId } from './make-names.js';
import { makeTextFile, readText, type ProjectFile } from './project-file.js';
import { restoreDots } from './restore-dots.js';
import { STARTER } from './starter-names.js';

/** Plans the files of a new project: the starter's files, with the user's names, quarters and dates in their places. */
export function planProject(starter: readonly ProjectFile[], answers: Answers): ProjectFile[] {
  const edits = listEdits(answers);
  return starter.map((file) => {
    const path = restoreDots(renamePath(file.path, answers));
    const fileEdits = edits[file.path];
    if (fileEdits) return makeTextFile(path, editYaml(readText(file), fileEdits));
    return file.path.endsWith('.md')
      ? makeTextFile(path, renameInText(readText(file), answers))
      : { ...file, path };
  });
}

/** Lists the values and keys to replace, by the path of their file in the starter. */
function listEdits({ authority, committee, title, meeting }: Answers): Record<string, YamlEdit[]> {
  const paper = makePaperId(title);
  const short = makeAbbreviation(authority);
  const committeeId = makeId(committee, 'committee');
  const periodFolder = `data/${STARTER.period}`;
  return {
    'data/organisation.yaml': [
      { path: ['name'], value: authority },
      { path: ['short'], value: short },
      { path: ['names', 0], value: short },
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
      { path: ['made-at'], value: findPublicationDay(meeting) },
    ],
    [`${periodFolder}/commitments.yaml`]: ['opening-hours', 'telephone-menu', 'progress-messages'].map(
      (name, index) => ({ path: ['rows', name, 'due'], value: nameMonthAfter(meeting, index + 1) }),
    ),
    [`templates/${STARTER.paper}/paper.yaml`]: [{ path: ['title'], value: title }],
  };
}

/** Renames the paper and the quarters in a path. Earlier quarters keep their distance from the paper's quarter. */
function renamePath(path: string, { title, period }: Answers): string {
  return path
    .split('/')
    .map((part) => {
      const earlier = parsePeriod(part, USUAL_YEAR_STARTS);
      if (earlier) return movePeriod(earlier, period).id;
      return part.replace(new RegExp(`^${STARTER.paper}(?=$|\\.)`), makePaperId(title));
    })
    .join('/');
}

function movePeriod(earlier: Period, period: Period): Period {
  const from = parsePeriod(STARTER.period, USUAL_YEAR_STARTS);
  let distance = 0;
  while (from && shiftPeriod(from, -distance).end > earlier.end) distance++;
  return shiftPeriod(period, -distance);
}

/** Puts the names into a text that is no data, such as the README. */
function renameInText(text: string, { authority, title, period, meeting }: Answers): string {
  const renamed: Record<string, string> = {
    [STARTER.authority]: escapeMarkdown(authority),
    [STARTER.paper]: makePaperId(title),
    [STARTER.period]: period.id,
    [STARTER.nextPeriod]: shiftPeriod(period, 1).id,
    [STARTER.published]: findPublicationDay(meeting),
    [STARTER.nextMeeting]: shiftDay(meeting, 91),
  };
  const pattern = new RegExp(Object.keys(renamed).join('|'), 'g');
  return text.replace(pattern, (name) => renamed[name] ?? name);
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#|&]/g, '\\$&');
}

/** The notice in the starter's `organisation.yaml`: five clear working days. */
function findPublicationDay(meeting: string): string {
  return findLatestPublicationDay(meeting, 5, { workingDaysOnly: true, bankHolidays: [] });
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
