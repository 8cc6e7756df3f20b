import { MONTHS } from '../format/dates.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace } from './list-passages.js';
import type { Sentence } from './split-sentences.js';
import { findTyped } from './find-typed.js';

const MONTH = `(?:${MONTHS.join('|')})`;
const SHORT = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';

/** Other ways to write a date or a year. The paper itself writes 2 April 2009, and 2008/09 for a financial year. */
const OTHER_STYLES = new RegExp(
  [
    String.raw`\b\d{1,2}(?:st|nd|rd|th)(?:\s+of)?\s+${MONTH}\b`,
    String.raw`\b${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?\b(?![\d/])`,
    String.raw`\b(?:\d{1,2}\s+)?${SHORT}\.?\s+\d{2,4}\b`,
    String.raw`\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b`,
    String.raw`\b\d{4}-\d{2}-\d{2}\b`,
    String.raw`\b(?:19|20)\d{2}\s*[-–]\s*\d{2}\b(?!-)`,
    String.raw`\b(?:19|20)\d{2}\s*/\s*(?:19|20)\d{2}\b`,
  ].join('|'),
  'g',
);
const SHORT_YEAR = /(?<![\d/])(\d{2})\/(\d{2})(?![\d/])/g;

/** Checks that dates have one style, that of the program's own dates. */
export function checkDateStyles({ sentences }: CheckablePaper): Problem[] {
  return sentences.flatMap((sentence) => {
    const [first] = [
      ...findTyped(sentence, OTHER_STYLES),
      ...findTyped(sentence, SHORT_YEAR).filter(
        ({ match }) => (Number(match[1]) + 1) % 100 === Number(match[2]),
      ),
    ];
    if (!first) return [];
    return [
      reportProblem(
        'date-style-is-one',
        first.place,
        `"${first.match[0]}" is not in the style of the paper's other dates`,
        {
          expected: '2 April 2009 for a date, April 2009 for a month, 2008/09 for a financial year',
        },
      ),
    ];
  });
}

/** A day or a month in the text, with its first and last day. A missing year is the one nearest to the meeting. */
interface Mention {
  index: number;
  text: string;
  first: string;
  last: string;
}

const MENTION = new RegExp(
  String.raw`\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(${MONTH})|(${MONTH})\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)|(${MONTH}))(?:,?\s+(\d{4}))?\b`,
  'g',
);

function findMentions(text: string, meeting: string): Mention[] {
  return [...text.matchAll(MENTION)].map((match) => {
    const [mention, day, month, monthFirst, dayAfter, monthAlone, typedYear] = match;
    const number = MONTHS.indexOf(month ?? monthFirst ?? monthAlone ?? '') + 1;
    const year = typedYear ?? String(findNearestYear(number, meeting));
    const start = `${year}-${String(number).padStart(2, '0')}`;
    const on = day ?? dayAfter;
    const [first, last] = on === undefined ? ['01', '31'] : [on.padStart(2, '0'), on.padStart(2, '0')];
    return { index: match.index, text: mention, first: `${start}-${first}`, last: `${start}-${last}` };
  });
}

function findNearestYear(month: number, meeting: string): number {
  const [year, meetingMonth] = [Number(meeting.slice(0, 4)), Number(meeting.slice(5, 7))];
  if (month - meetingMonth > 6) return year - 1;
  return meetingMonth - month > 6 ? year + 1 : year;
}

/** Finds "will" for a past event and "was" for a future one, seen from the day of the meeting. */
export function checkTenses({ sentences, inputs }: CheckablePaper): Problem[] {
  const { date } = inputs.meeting;
  return sentences.flatMap((sentence) => {
    const mentions = findMentions(sentence.text, date);
    if (mentions.length === 0) return [];
    return [
      ...findPastAsFuture(sentence, mentions, date),
      ...findFutureAsPast(sentence, mentions, date),
    ].slice(0, 1);
  });
}

/** Words that link the date to another event: "will build on the plan agreed in March". */
const OTHER_EVENT =
  /\b(?:since|after|following|agreed|published|dated|approved|launched|begun|held|made|of|until)\b[^,]*$/i;

function findPastAsFuture(sentence: Sentence, mentions: Mention[], meeting: string): Problem[] {
  const { text } = sentence;
  const will = /\b(?:will|shall)\b/.exec(text);
  if (!will) return [];
  const over = mentions.find((mention, index) => {
    const next = mentions[index + 1];
    const end = mention.index + mention.text.length;
    const range = next !== undefined && /^\s*(?:to|–|-|and|until)\s*$/.test(text.slice(end, next.index));
    const finish = range ? next.index + next.text.length : end;
    const isOver = isDay(mention) ? mention.first < meeting : (range ? next.last : mention.last) < meeting;
    if (!isOver) return false;
    const before = text.slice(0, mention.index);
    if (mention.index > will.index) return !OTHER_EVENT.test(before.slice(will.index));
    const leads = /^\s*\)?,?\s*$/.test(text.slice(finish, will.index));
    return leads || /^(?:On|In|From|During|Between)\s+$/.test(before);
  });
  if (!over) return [];
  return [
    reportTense(
      sentence,
      will.index,
      `"${will[0]}" refers to ${over.text}, which is before the meeting on ${meeting}`,
    ),
  ];
}

const PLANNED =
  /\b(?:due|planned|scheduled|expected|arranged|intended|proposed|set|to|until|by|before|for|if|would|will|could|budget|forecast)\b/i;

function findFutureAsPast(sentence: Sentence, mentions: Mention[], meeting: string): Problem[] {
  const { text } = sentence;
  const pastVerb = /\b(?:was|were|took place|happened)\b/.exec(text);
  const ahead = mentions.find(({ first }) => first > meeting);
  if (!pastVerb || !ahead || PLANNED.test(text)) return [];
  if (!/\b(?:on|in|during)\s+$/i.test(text.slice(0, ahead.index))) return [];
  return [
    reportTense(
      sentence,
      pastVerb.index,
      `"${pastVerb[0]}" refers to ${ahead.text}, which is after the meeting on ${meeting}`,
    ),
  ];
}

function isDay({ first, last }: Mention): boolean {
  return first === last;
}

function reportTense({ passage, from }: Sentence, at: number, message: string): Problem {
  return reportProblem('tense-fits-date', findTypedPlace(passage, from + at), message, {
    hint: 'Members read the paper on the day of the meeting. Use the past tense for events before that day.',
  });
}
