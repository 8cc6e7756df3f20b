import type { Problem } from '../model/problem.js';
import { formatDate } from '../format/dates.js';
import type { CheckableText } from './checkable-text.js';
import { findMentions, joinRanges, type Mention, type Span } from './date-mentions.js';
import { findOverdue, isAfterParticiple } from './promises.js';
import { isTyped, findTypedPlace } from './list-passages.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';

/** A verb whose tense does not fit a time. */
interface Mismatch {
  /** The offset of the verb. */
  at: number;
  verb: string;
  time: string;
}

/**
 * Finds past events in the future or present tense, and future events in the past tense, seen from the day of the meeting. A
 * promise that is overdue belongs to its own rule.
 */
export function checkTenses({ sentences, inputs }: CheckableText): Problem[] {
  const { date } = inputs.meeting;
  return sentences.flatMap((sentence) => {
    const mentions = findMentions(sentence.text, date);
    if (mentions.length === 0 || findOverdue(sentence, date)) return [];
    const past =
      findPastAsFuture(sentence.text, mentions, date) ?? findPastAsPresent(sentence, mentions, date);
    if (past) return report(sentence, past, 'before', date);
    const future = findFutureAsPast(sentence.text, mentions, date);
    return future ? report(sentence, future, 'after', date) : [];
  });
}

function report(
  { passage, from }: Sentence,
  { at, verb, time }: Mismatch,
  side: string,
  meeting: string,
): Problem[] {
  if (!isTyped(passage, from + at)) return [];
  return [
    reportProblem(
      'tense-fits-date',
      findTypedPlace(passage, from + at),
      `"${verb}" refers to ${time}, which is ${side} the meeting on ${formatDate(meeting)}`,
      {
        hint: 'Members read the paper on the day of the meeting. Use the past tense for events before that day.',
      },
    ),
  ];
}

/** Words that link the date to another event: "will build on the plan agreed in March". */
const OTHER_EVENT =
  /\b(?:since|after|following|agreed|published|dated|approved|launched|begun|held|made|of|until|than|with|why|that|which|who|how|what|where|because|whose)\b/i;

/** "will be pulled": the verb itself. Another participle describes something else: "for the grant received in May". */
const MAIN_VERB =
  /^(?:will|shall|(?:is|are)\s+going\s+to)(?:\s+(?:also|not|then|now|still))?(?:\s+be)?\s+\p{L}{1,20}/u;

/** Returns true if words between a verb and a date link the date to something else. */
function isOtherEvent(between: string): boolean {
  const last = between.replace(MAIN_VERB, '');
  return OTHER_EVENT.test(last.slice(last.lastIndexOf(',') + 1)) || isAfterParticiple(last);
}

/** Finds "will" with a time that is over, or with days that have begun: "In May 2009 the team will move". */
function findPastAsFuture(text: string, mentions: Mention[], meeting: string): Mismatch | null {
  const will = /\b(?:will|shall|(?:is|are)\s+going\s+to)\b/.exec(text);
  if (!will) return null;
  const over = joinRanges(text, mentions).find((mention) => {
    const isOver = (mention.unit === 'day' ? mention.first : mention.last) < meeting;
    if (!isOver) return false;
    const before = text.slice(0, mention.index);
    if (isYear(mention) && !/\b(?:in|during|by)\s+$/i.test(before)) return false;
    if (mention.index > will.index) return !isOtherEvent(before.slice(will.index));
    const leads = /^\s*\)?,?\s*$/.test(text.slice(mention.end, will.index));
    return (leads && !isYear(mention) && NAMES_EVENT.test(before)) || FRONTED.test(before);
  });
  return over ? { at: will.index, verb: will[0], time: over.text } : null;
}

/** A time in brackets, or of an event: "the showcase on 20 March will …". "The election in May will affect …" is no fault. */
const NAMES_EVENT =
  /\($|\b(?:events?|showcase|meeting|conference|seminar|workshop|march|festival|fair|ceremony|launch|visit|session|hearing|exhibition|inspection|week)\s+(?:on|of|from)\s+$/i;

const FRONTED = /^(?:On|In|From|During|Between|Over)\s+(?:the\s+week\s+(?:of|from)\s+)?$/;

function isYear({ unit }: Mention): boolean {
  return unit === 'year';
}

const PRESENT = /\b(?:there\s+(?:is|are)|is|are|takes?\s+place)\b/;
/** Verbs that come before the main clause ends, or start another. */
const OTHER_VERB =
  /\b(?:that|which|who|whose|when|where|was|were|had|has|have|did|will|would|shall|can|could|may|might|should|must|if|because|\p{L}+ed|rose|fell|took|began|met|held|saw|made|gave|went|came|said)\b/iu;

/** Finds "From 22 to 28 June 2009 there is …" and "takes place on 5 June 2009" for a time that is over. */
function findPastAsPresent(
  { text, passage }: Sentence,
  mentions: Mention[],
  meeting: string,
): Mismatch | null {
  if (passage.role === 'note') return null; // notes define periods: "counts start on 1 April 2008"
  for (const time of joinRanges(text, mentions)) {
    if (time.last >= meeting || !time.hasYear || isYear(time)) continue;
    const found = findFrontedPresent(text, time) ?? findPresentBefore(text, time);
    if (found) return { ...found, time: time.text };
  }
  return null;
}

function findFrontedPresent(text: string, time: Span): Omit<Mismatch, 'time'> | null {
  const before = text.slice(0, time.index);
  if (!FRONTED.test(before) || (before.startsWith('From') && !time.isRange)) return null;
  const [clause = ''] = /^,?[^,;:]{0,120}/.exec(text.slice(time.end)) ?? [];
  const verb = PRESENT.exec(clause);
  if (!verb || OTHER_VERB.test(clause.slice(0, verb.index))) return null;
  return { at: time.end + verb.index, verb: verb[0] };
}

const VERB_BEFORE =
  /\b(takes?\s+place|(?:is|are)(?:\s+(?:being\s+)?held|\s+open)?|runs?|opens?|closes?|meets?|begins?|starts?|ends?)\s+(on|in|during|until|between|from)\s+$/;
const UPCOMING = /\b(forthcoming|upcoming|coming)\s+[^,;:.]{1,40}\s(?:on|in|from)\s+$/;
/** Subjects whose present tense is a definition: "the year ends on 31 March 2009". */
const DEFINED =
  /\b(?:counts?|figures?|data|series|years?|periods?|windows?|quarters?|tables?|charts?|baselines?|bases?|records?|results?|prices?|percentages?|surveys?|act|regulations?)\b/i;

function findPresentBefore(text: string, time: Span): Omit<Mismatch, 'time'> | null {
  const start = Math.max(0, time.index - 80);
  const before = text.slice(start, time.index);
  if (/^\s+(?:prices|levels|terms)\b/.test(text.slice(time.end))) return null;
  const upcoming = UPCOMING.exec(before);
  if (upcoming) return { at: start + upcoming.index, verb: upcoming[1] ?? '' };
  const verb = VERB_BEFORE.exec(before);
  if (!verb || (verb[2] === 'from' && !time.isRange)) return null;
  const subject = text.slice(0, start + verb.index);
  if (DEFINED.test(subject) || /\b(?:if|when|whether|once)\b/i.test(subject)) return null;
  return { at: start + verb.index, verb: verb[1] ?? '' };
}

const PLANNED =
  /\b(?:due|planned|scheduled|expected|arranged|intended|proposed|set|to|until|by|before|for|if|would|will|could|budget|forecast)\b/i;
const PAST_VERB =
  /\b(?:was|were|took\s+place|happened|opened|closed|began|started|ended|met|launched|attended|visited)\b/;

function findFutureAsPast(text: string, mentions: Mention[], meeting: string): Mismatch | null {
  const verb = PAST_VERB.exec(text);
  const ahead = mentions.find(({ first, hasYear }) => hasYear && first > meeting);
  if (!verb || !ahead || PLANNED.test(text) || isYear(ahead)) return null;
  if (!/\b(?:on|in|during)\s+$/i.test(text.slice(0, ahead.index))) return null;
  return { at: verb.index, verb: verb[0], time: ahead.text };
}
