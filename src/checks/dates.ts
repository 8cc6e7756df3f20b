import { MONTHS } from '../format.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { placeIn } from './passages.js';
import type { Sentence } from './sentences.js';
import { typedIn } from './typed.js';

const MONTH = `(?:${MONTHS.join('|')})`;
const SHORT = '(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)';

/** Ways to write a date or a year that the paper does not use itself: it writes 2 April 2009, and 2008/09 for a financial year. */
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

/** Dates in one style. The generated ones are in it already, so that any other style is a second one. */
export function checkDateStyles({ sentences }: Checkable): Problem[] {
  return sentences.flatMap((sentence) => {
    const [first] = [
      ...typedIn(sentence, OTHER_STYLES),
      ...typedIn(sentence, SHORT_YEAR).filter(
        ({ match }) => (Number(match[1]) + 1) % 100 === Number(match[2]),
      ),
    ];
    if (!first) return [];
    return [
      found(
        'date-style-is-one',
        first.place,
        `"${first.match[0]}" is in another style than the paper's own dates`,
        {
          expected: 'a date as 2 April 2009, a month as April 2009, a financial year as 2008/09',
        },
      ),
    ];
  });
}

/** A day or a month, as its first and last day. Without a year it is of the year that brings it nearest to the meeting. */
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

function mentionsIn(text: string, meeting: string): Mention[] {
  return [...text.matchAll(MENTION)].map((match) => {
    const [shown, day, month, monthFirst, dayAfter, alone, given] = match;
    const number = MONTHS.indexOf(month ?? monthFirst ?? alone ?? '') + 1;
    const year = given ?? String(nearestYear(number, meeting));
    const start = `${year}-${String(number).padStart(2, '0')}`;
    const on = day ?? dayAfter;
    const [first, last] = on === undefined ? ['01', '31'] : [on.padStart(2, '0'), on.padStart(2, '0')];
    return { index: match.index, text: shown, first: `${start}-${first}`, last: `${start}-${last}` };
  });
}

function nearestYear(month: number, meeting: string): number {
  const [year, own] = [Number(meeting.slice(0, 4)), Number(meeting.slice(5, 7))];
  if (month - own > 6) return year - 1;
  return own - month > 6 ? year + 1 : year;
}

/** "will" of what is over when the paper is read at its meeting; "was" of what is still to come. */
export function checkTenses({ sentences, inputs }: Checkable): Problem[] {
  const { date } = inputs.meeting;
  return sentences.flatMap((sentence) => {
    const mentions = mentionsIn(sentence.text, date);
    if (mentions.length === 0) return [];
    return [...pastAsFuture(sentence, mentions, date), ...futureAsPast(sentence, mentions, date)].slice(0, 1);
  });
}

/** What comes between a verb and a date that belongs to something else: "will build on the plan agreed in March". */
const OTHER_EVENT =
  /\b(?:since|after|following|agreed|published|dated|approved|launched|begun|held|made|of|until)\b[^,]*$/i;

function pastAsFuture(sentence: Sentence, mentions: Mention[], meeting: string): Problem[] {
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
    problem(
      sentence,
      will.index,
      `"${will[0]}" is said of ${over.text}, which the meeting on ${meeting} comes after`,
    ),
  ];
}

const PLANNED =
  /\b(?:due|planned|scheduled|expected|arranged|intended|proposed|set|to|until|by|before|for|if|would|will|could|budget|forecast)\b/i;

function futureAsPast(sentence: Sentence, mentions: Mention[], meeting: string): Problem[] {
  const { text } = sentence;
  const was = /\b(?:was|were|took place|happened)\b/.exec(text);
  const ahead = mentions.find(({ first }) => first > meeting);
  if (!was || !ahead || PLANNED.test(text)) return [];
  if (!/\b(?:on|in|during)\s+$/i.test(text.slice(0, ahead.index))) return [];
  return [
    problem(
      sentence,
      was.index,
      `"${was[0]}" is said of ${ahead.text}, which comes after the meeting on ${meeting}`,
    ),
  ];
}

function isDay({ first, last }: Mention): boolean {
  return first === last;
}

function problem({ passage, from }: Sentence, at: number, message: string): Problem {
  return found('tense-fits-date', placeIn(passage, from + at), message, {
    hint: 'The paper is read on the day of the meeting: write what is then past or still to come.',
  });
}
