import { formatDate } from '../format/dates.js';
import type { NoticeRule } from '../laws/law.js';
import { countClearDays, findLatestPublicationDay, formatClearDays } from '../model/count-clear-days.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

/** Checks the notices that a law requires weeks before the meeting: of key decisions, and of private meetings. */
export function checkAnnouncements(paper: CheckablePaper): Problem[] {
  return [...checkKeyDecision(paper), ...checkPrivateMeeting(paper)];
}

function checkKeyDecision({ inputs }: CheckablePaper): Problem[] {
  const { paper, meeting } = inputs;
  const rule = meeting.committee.law.law.keyDecisions;
  if (!rule) return [];
  if (paper.keyDecision === undefined)
    return [
      reportProblem(
        'key-decision-is-stated',
        paper.statusPlace,
        'the paper does not say whether it asks for a key decision',
        {
          expected: 'key-decision: { announced: YYYY-MM-DD }, or key-decision: false',
          hint: `Required by ${rule.source}.`,
        },
      ),
    ];
  if (paper.keyDecision === null || isInTime(paper.keyDecision.announced, rule, inputs)) return [];
  return [
    reportProblem(
      'key-decision-is-announced',
      paper.places['key-decision'],
      describeNotice('the key decision was announced', paper.keyDecision.announced, rule, inputs),
      adviseNotice(rule, inputs),
    ),
  ];
}

/** A paper that is exempt is considered in private, so the meeting needs its notice. */
function checkPrivateMeeting({ inputs }: CheckablePaper): Problem[] {
  const { paper, meeting } = inputs;
  const rule = meeting.committee.law.law.privateMeetings;
  if (!rule || paper.exempt.length === 0) return [];
  const { privateMeeting, places } = paper;
  if (privateMeeting && isInTime(privateMeeting.announced, rule, inputs)) return [];
  const message = privateMeeting
    ? describeNotice('the private meeting was announced', privateMeeting.announced, rule, inputs)
    : 'the paper is exempt, but does not say when the private meeting was announced';
  return [
    reportProblem(
      'private-meeting-is-announced',
      places['private-meeting'] ?? places['exempt'],
      message,
      privateMeeting
        ? adviseNotice(rule, inputs)
        : { ...adviseNotice(rule, inputs), expected: 'private-meeting: { announced: YYYY-MM-DD }' },
    ),
  ];
}

type Timing = Pick<CheckablePaper['inputs'], 'paper' | 'meeting'>;

/** Every law that has these notices counts all days. Bank holidays would matter only among working days. */
function makeCalendar({ workingDaysOnly }: NoticeRule) {
  return { workingDaysOnly, bankHolidays: [] };
}

/** Returns true if the notice is long enough, or if the paper states why it is urgent. */
function isInTime(announced: string, rule: NoticeRule, { paper, meeting }: Timing): boolean {
  const days = countClearDays(announced, meeting.date, makeCalendar(rule));
  return days >= rule.days || paper.urgency !== undefined;
}

function describeNotice(what: string, announced: string, rule: NoticeRule, { meeting }: Timing): string {
  const calendar = makeCalendar(rule);
  const days = countClearDays(announced, meeting.date, calendar);
  return `${what} on ${formatDate(announced)}, ${formatClearDays(days, calendar)} before the meeting on ${formatDate(meeting.date)}`;
}

function adviseNotice(rule: NoticeRule, { meeting }: Timing): { expected: string; hint: string } {
  const calendar = makeCalendar(rule);
  const latest = findLatestPublicationDay(meeting.date, rule.days, calendar);
  return {
    expected: `${formatClearDays(rule.days, calendar)}, announced by ${formatDate(latest)}; or urgency: with the reason`,
    hint: `Required by ${rule.source}.`,
  };
}
