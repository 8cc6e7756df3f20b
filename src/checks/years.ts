import { formatDate } from '../format/dates.js';
import { yearLabel, findPeriodOf } from '../model/period.js';
import type { Problem } from '../model/problem.js';
import { listInlineRuns, type Block } from '../model/blocks/block.js';
import { walkInlines } from '../model/inline.js';
import { listSections } from '../model/list-sections.js';
import type { CheckablePaper } from './checkable-paper.js';
import { findTypedPlace, isTyped, type Passage } from './list-passages.js';
import { reportProblem } from './report-problem.js';
import { splitSentences, type Sentence } from './split-sentences.js';

/** The first calendar years of the project's years that a paper can call the current one. */
interface CurrentYears {
  /** The year that the paper reports on. */
  first: number;
  /** The project's year of the meeting. */
  last: number;
  /** The calendar year of the meeting. */
  meeting: number;
}

/** Finds typed years that are presented as the paper's, and are not. */
export function checkYears(paper: CheckablePaper): Problem[] {
  const { period, meeting } = paper.inputs;
  const years: CurrentYears = {
    first: readYear(yearLabel(period)),
    last: readYear(yearLabel(findPeriodOf(new Date(meeting.date), 'month', period.yearStarts))),
    meeting: readYear(meeting.date),
  };
  const inSentences = paper.passages.flatMap((passage) =>
    splitSentences(passage).flatMap((sentence) =>
      TYPED_YEAR.test(sentence.text) ? checkSentence(sentence, years, paper) : [],
    ),
  );
  return [...inSentences, ...findWrongTitles(years, paper)];
}

/** Matches every typed year. Most sentences have none, and need no other pattern. */
const TYPED_YEAR = /(?:19|20)\d{2}/;

function checkSentence(sentence: Sentence, years: CurrentYears, paper: CheckablePaper): Problem[] {
  return (
    findWrongRelation(sentence, years, paper) ??
    findWrongPrinted(sentence, years, paper) ??
    findStale(sentence, years, paper) ??
    []
  );
}

const readYear = (label: string): number => Number(label.slice(0, 4));

const FINANCIAL = String.raw`((?:19|20)\d{2}/\d{2})(?![\d/])`;
const YEAR_NOUN = String.raw`(?:financial\s+|performance\s+|reporting\s+|budget\s+)?year`;
const LINK = String.raw`(?:\s+(?:so\s+far|to\s+date))?,?\s*(?:\(|(?:of|for|is|in|–)\s+)?`;

/** Ways to say which year a typed year is, with its distance from the paper's. */
const RELATIONS: { pattern: RegExp; distance: number }[] = [
  [String.raw`\b(?:this|(?:the\s+)?current|the\s+present)\s+${YEAR_NOUN}${LINK}${FINANCIAL}`, 0] as const,
  [String.raw`\b(?:this|the\s+current)\s+(?:calendar\s+)?year,?\s*\(?((?:19|20)\d{2})(?![\d/])`, 0] as const,
  [String.raw`(?<![\d/])${FINANCIAL}\)?,?\s+(?:year\s+)?(?:to\s+date|so\s+far)\b`, 0] as const,
  [
    String.raw`\b(?:so\s+far|to\s+date)\s*,?\s*(?:\(|(?:in|for|of)\s+)?(?:the\s+year\s+)?${FINANCIAL}`,
    0,
  ] as const,
  [String.raw`\b(?:last|(?:the\s+)?previous|the\s+past)\s+${YEAR_NOUN}${LINK}${FINANCIAL}`, -1] as const,
  [String.raw`\b(?:next|(?:the\s+)?coming)\s+${YEAR_NOUN}${LINK}${FINANCIAL}`, 1] as const,
].map(([source, distance]) => ({ pattern: new RegExp(source, 'i'), distance }));

/** Finds "this financial year, 2007/08" in a paper about 2008/09. */
function findWrongRelation(
  { text, passage, from }: Sentence,
  years: CurrentYears,
  paper: CheckablePaper,
): Problem[] | null {
  for (const { pattern, distance } of RELATIONS) {
    const match = pattern.exec(text);
    const label = match?.[1];
    if (!match || label === undefined) continue;
    const at = from + match.index + match[0].lastIndexOf(label);
    const year = readYear(label) - distance;
    const last = label.includes('/') ? years.last : years.meeting;
    if ((year >= years.first && year <= last) || !isTyped(passage, at)) continue;
    return [report(passage, at, `"${match[0].replace(/[(,]$/, '')}"`, paper)];
  }
  return null;
}

function report(passage: Passage, at: number, words: string, { inputs }: CheckablePaper): Problem {
  const { period, meeting } = inputs;
  return reportProblem(
    'year-fits-period',
    findTypedPlace(passage, at),
    `${words} does not fit: the paper reports on ${period.label}, for the meeting on ${formatDate(meeting.date)}`,
    { expected: '{{period.year}} or {{period.previous-year}}, which move on with the period' },
  );
}

const YEARS = new RegExp(`(?<![\\d/])${FINANCIAL}`, 'g');
const YEAR_AFTER = new RegExp(String.raw`^(?:\s+\p{L}{1,20}){0,2}\s+(?:in|for|during)\s+${FINANCIAL}`, 'u');
const YEAR_BEFORE = new RegExp(`^(?:In|During|For)\\s+${FINANCIAL},?\\s`);

/** Finds a typed year beside a figure of another year: "64% in 2007/08". */
function findWrongPrinted(sentence: Sentence, years: CurrentYears, paper: CheckablePaper): Problem[] | null {
  const { text, passage, from } = sentence;
  const labels = [...text.matchAll(YEARS)];
  const [only] = labels;
  if (!only || labels.length > 1 || !isTyped(passage, from + only.index)) return null;
  const year = readYear(only[0]);
  const printed = passage.parts.flatMap((part) =>
    part.from >= from && part.from < from + text.length && part.inline.kind === 'value' && part.inline.figure
      ? [{ at: part.from - from, text: part.inline.text, figure: part.inline.figure }]
      : [],
  );
  const periods = printed.flatMap(({ figure }) => listYears(figure.period));
  const isMeasure = printed.length > 0 && printed.every(({ figure }) => paper.indicators.measures[figure.id]);
  if (!isMeasure || periods.length === 0 || periods.includes(year) || year >= years.first) return null;
  const isBeside =
    YEAR_BEFORE.test(text) ||
    printed.some(({ at, text: value }) => YEAR_AFTER.test(text.slice(at + value.length)));
  const [first] = printed;
  if (!isBeside || !first) return null;
  const message = `"${only[0]}" stands beside ${first.text}, which is the figure of ${first.figure.period ?? ''}:`;
  return [report(passage, from + only.index, `${message} it`, paper)];
}

/** Lists the first calendar year of each year in the name of a period. */
function listYears(period: string | undefined): number[] {
  return [...(period ?? '').matchAll(YEARS)].map(([label]) => readYear(label));
}

const PRESENT = /\b(?:is|are|has|have|aims?|plans?|expects?|continues?)\b/;
const PAST =
  /\b(?:was|were|had|did|grew|rose|fell|began|took|saw|came|went|made|gave|met|held|became|ran|\p{L}{2,20}ed)\b/u;
const IN_YEAR = new RegExp(
  String.raw`\b(?:in|during|for|throughout)\s+(?:the\s+)?(?:financial\s+year\s+)?${FINANCIAL}`,
  'i',
);

/** Finds a sentence of the last paper that still speaks of that paper's year as the present one. */
function findStale(
  { text, passage, from }: Sentence,
  years: CurrentYears,
  paper: CheckablePaper,
): Problem[] | null {
  const { previous } = paper.inputs;
  const match = IN_YEAR.exec(text);
  const label = match?.[1];
  if (!previous || !match || label === undefined) return null;
  const isOld = label === yearLabel(previous.period) && readYear(label) < years.first;
  const at = from + match.index + match[0].length - label.length;
  if (!isOld || !isTyped(passage, at) || !PRESENT.test(text) || PAST.test(text)) return null;
  const before = previous.narrative.flatMap(({ entries }) => entries.map(({ markup }) => fold(markup.text)));
  if (!before.some((entry) => entry.includes(fold(text)))) return null;
  return [report(passage, at, `"${match[0]}", carried over from the paper of ${previous.period.id},`, paper)];
}

const fold = (text: string): string => text.replace(/[*_\s]+/g, ' ').trim();

/** Finds a heading or a caption with a year that none of its figures has. */
function findWrongTitles(years: CurrentYears, paper: CheckablePaper): Problem[] {
  const titles = listTitles(paper.passages);
  return listSections(paper.document).flatMap(({ blocks }) =>
    blocks.flatMap((block, index) => {
      const passage = titles.get(block);
      if (
        !passage ||
        !TYPED_YEAR.test(passage.text) ||
        RELATIONS.some(({ pattern }) => pattern.test(passage.text))
      )
        return [];
      const labels = [...passage.text.matchAll(YEARS)];
      const [only] = labels;
      if (!only || labels.length > 1 || !isTyped(passage, only.index)) return [];
      const periods = listPeriodYears(block.kind === 'heading' ? readUntilHeading(blocks, index) : [block]);
      const year = readYear(only[0]);
      if (periods.length === 0 || periods.includes(year) || (year >= years.first && year <= years.last))
        return [];
      return [report(passage, only.index, `"${only[0]}", the year of this title,`, paper)];
    }),
  );
}

/** Lists the heading or the first caption of each block. */
function listTitles(passages: readonly Passage[]): Map<Block, Passage> {
  const titles = new Map<Block, Passage>();
  for (const passage of passages) {
    const { role, block } = passage;
    if (block && (role === 'heading' || role === 'caption') && !titles.has(block)) titles.set(block, passage);
  }
  return titles;
}

function readUntilHeading(blocks: Block[], heading: number): Block[] {
  const rest = blocks.slice(heading + 1);
  const next = rest.findIndex(({ kind }) => kind === 'heading');
  return next < 0 ? rest : rest.slice(0, next);
}

function listPeriodYears(blocks: Block[]): number[] {
  const inlines = blocks.flatMap((block) => listInlineRuns(block)).flatMap((run) => [...walkInlines(run)]);
  return inlines.flatMap((inline) => (inline.kind === 'value' ? listYears(inline.figure?.period) : []));
}
