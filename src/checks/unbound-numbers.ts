import { joinFirstNames, NUMBER_WORDS } from '../format/words.js';
import { MONTHS } from '../format/dates.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import { groupBy } from '../model/group-by.js';
import { toPlainText } from '../model/inline.js';
import type { NamedFigure } from '../model/manuscript.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { describeExpression, makeFigureSuggester, type SuggestFigures } from './suggest-figures.js';
import { MAGNITUDE_SOURCE, TENS } from './parse-number.js';
import { isTyped, findTypedPlace, type Passage } from './list-passages.js';

const MONTH = `(?:${MONTHS.join('|')})`;
const NUMBERED =
  'paragraphs?|paras?|sections?|tables?|figures?|charts?|diagrams?|appendix|appendices|annex(?:es)?|reports?|items?|schedules?|regulations?|articles?|clauses?|pages?|chapters?|volumes?|parts?|forms?|versions?|numbers?|nos?\\.?|phases?|stages?|steps?|options?|objectives?|priority|tiers?|levels?|grades?|bands?|zones?|class|category|types?|rounds?|waves?|rows?|lines?|columns?|weeks?|goals?|themes?|strands?|outcomes?|recommendations?|actions?|questions?|priorities';

/** Text with digits that is not a figure: dates, times, references, list numbers, telephone numbers, addresses, units. */
const NOT_FIGURES = [
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+${MONTH}(?:,?\s+\d{4})?`,
  String.raw`${MONTH}\s+\d{1,4}(?:st|nd|rd|th)?(?:,?\s+\d{4})?`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?\s*(?:to|and|–|-)\s*\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}`,
  String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})`,
  String.raw`(?:1[89]|20)\d{2}\s*[/–-]\s*(?:\d{4}|\d{2})|\d{2}/\d{2}`,
  String.raw`\d{1,2}:\d{2}(?:\s?[ap]m)?|\d{1,2}(?:\.\d{2})?\s?[ap]m`,
  String.raw`(?:${NUMBERED})\s+\d[\d.]*[a-z]?(?:\s*(?:to|and|–|-|,)\s*\d[\d.]*[a-z]?)*`,
  String.raw`(?:qtrs?\.?|quarters?)\s+[1-4](?:\s*(?:to|and|–|-)\s*[1-4])?`,
  String.raw`\(\d{1,2}\)`,
  String.raw`(?:\+44|0\d)[\d\s()/-]{7,30}\d`,
  String.raw`\S{1,64}@\S+|(?:https?:\/\/|www\.)\S+`,
  String.raw`\d+(?:st|nd|rd|th)`,
  String.raw`per\s+\d[\d,]*`,
].join('|');

/** The usual heads of columns in thousands. */
const THOUSANDS = String.raw`£['’]?000s?(?![\p{L}\p{N}])`;

/** The tests at both ends stand once, because a pattern that ignores case takes long to compile. */
const EXEMPT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${NOT_FIGURES})(?![\\p{L}\\p{N}])|${THOUSANDS}`, 'giu');
const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const NUMBER = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:£\s?${DIGITS}(?:\s?${MAGNITUDE_SOURCE})?|${DIGITS}%?)(?![\p{L}\p{N}])`,
  'giu',
);
const YEAR = /^(?:1[89]|20)\d{2}$/;

const SMALL = NUMBER_WORDS.slice(1).join('|'); // "one" is not a count: "one of the teams"
const WORD = `(?:${SMALL}|(?:${TENS.join('|')})(?:-(?:one|${SMALL}))?|(?:(?:a|one|${SMALL})\\s+)?(?:dozen|hundred|thousand|million))`;
/** Words that may be between a number and its unit. "two of the teams" counts something else. */
const BETWEEN = String.raw`(?:\s+(?!(?:of|the|and|or|to|in|on|for|from|with|by|at|as|that|who|per)\b)[\p{L}-]+){0,2}?`;

/** Finds typed numbers that are not linked to data. Nothing states their source or keeps them right. */
export function checkUnboundNumbers(paper: CheckablePaper): Problem[] {
  const { passages, inputs } = paper;
  const suggest = makeFigureSuggester(paper);
  const words = makeWordPattern(inputs.units);
  const names = makeNamePattern(inputs.organisation.names);
  const rowNumbers = listRowNumbers(passages);
  const found = passages.flatMap((passage) => {
    if (rowNumbers.has(passage)) return [];
    const inWords = findInWords(passage, words, inputs.units).filter((match) =>
      isTyped(passage, findNumber(match)),
    );
    return [...findDigits(passage, names, inputs.units), ...inWords].map((match): Unbound => ({
      passage,
      at: match.index,
      text: match[1] ?? match[0],
    }));
  });
  return groupByTable(found).flatMap((group) =>
    group.length > MOST_IN_TABLE ? reportTable(group) : group.map((number) => reportUnbound(number, suggest)),
  );
}

/**
 * Finds typed numbers in digits that are figures: not dates, references, names or years. Most passages have no digits, or only those of
 * linked figures. The long patterns run on the others alone.
 */
function findDigits(passage: Passage, names: RegExp, units: string[]): RegExpExecArray[] {
  const { text } = passage;
  if (!/\d/.test(text)) return [];
  const typed = [...text.matchAll(NUMBER)]
    .filter((match) => isTyped(passage, findNumber(match)))
    .filter((match) => !YEAR.test(match[0]) || isBeforeUnit(text.slice(match.index + 4), units));
  if (typed.length === 0) return [];
  const exempt = [...findSpans(text, EXEMPT), ...findSpans(text, names)];
  return typed.filter(({ index }) => !exempt.some(({ from, to }) => from <= index && index < to));
}

/** Finds number words before a unit. Most passages name no unit. */
function findInWords({ text }: Passage, words: RegExp, units: string[]): RegExpExecArray[] {
  const lowerCase = text.toLowerCase();
  return units.some((unit) => lowerCase.includes(unit.toLowerCase())) ? [...text.matchAll(words)] : [];
}

/** Finds the start of the number itself. A pound sign before it may be typed where the number is a figure: "£{{facts.spend}}". */
function findNumber({ 0: text, index }: RegExpExecArray): number {
  return index + (/^£\s?/.exec(text)?.[0].length ?? 0);
}

/** A typed number that is not linked to a figure. */
interface Unbound {
  passage: Passage;
  at: number;
  text: string;
}

/** The most numbers of one table that are reported one by one. */
const MOST_IN_TABLE = 3;

/** Groups the numbers in the cells of one table. Other numbers are groups of their own. */
function groupByTable(numbers: readonly Unbound[]): Unbound[][] {
  return [
    ...groupBy<Unbound, unknown>(numbers, (number) =>
      number.passage.role === 'cell' ? number.passage.block : number,
    ).values(),
  ];
}

/** Reports a typed table once, since its numbers have one cause. */
function reportTable(numbers: readonly Unbound[]): Problem[] {
  const [first] = numbers;
  if (!first) return [];
  const texts = joinFirstNames(
    numbers.map(({ text }) => `"${text}"`),
    MOST_IN_TABLE,
  );
  return [
    reportProblem(
      'number-is-bound',
      findTypedPlace(first.passage, first.at),
      `${numbers.length} numbers in this table are not linked to figures: ${texts}`,
      {
        expected: 'a table in tables.yaml, or {{facts.name}} in each cell with the number in facts.yaml',
        hint: 'If the numbers only count the rows, put them in the first column as 1, 2, 3 …',
      },
    ),
  ];
}

/** Lists the numbers of rows: the cells of a table whose first column counts 1, 2, 3 … */
function listRowNumbers(passages: readonly Passage[]): Set<Passage> {
  const cells = passages.filter(({ role, block }) => role === 'cell' && block?.kind === 'table');
  const tables = groupBy(cells, ({ block }) => block);
  return new Set([...tables].flatMap(([block, all]) => listFirstCells(block, all)));
}

/** Returns the passages of a table's first column if it counts the rows. */
function listFirstCells(block: Passage['block'], cells: readonly Passage[]): Passage[] {
  if (block?.kind !== 'table' || block.rows.length < 2) return [];
  const firstCells = block.rows.map((row) => row.cells[0] ?? []);
  if (!firstCells.every((cell, index) => toPlainText(cell).replace(/\.$/, '') === String(index + 1)))
    return [];
  const inlines = new Set(firstCells.map(([inline]) => inline));
  return cells.filter(({ parts }) => inlines.has(parts[0]?.inline));
}

function reportUnbound(number: Unbound, suggest: SuggestFigures): Problem {
  const { passage, at, text } = number;
  const place = findTypedPlace(passage, at);
  const message = `"${text}" is not linked to a figure`;
  const [first, ...others] = suggest(number);
  if (first)
    return reportProblem('number-is-bound', place, `${message}, but equals ${describeFigure(first)}`, {
      expected: describeExpression(first, text),
      hint:
        others.length > 0
          ? `It may also be ${others.map((other) => `${describeExpression(other, text)}, ${describeFigure(other)}`).join('; or ')}.`
          : undefined,
    });
  return reportProblem('number-is-bound', place, message, {
    expected: '{{facts.name}} with the number in facts.yaml, or {{fact 300 "what it counts" source="…"}}',
    hint: 'If it is part of a name, add the name to `names:` in data/organisation.yaml.',
  });
}

function describeFigure({ path, figure }: NamedFigure): string {
  const name = path.replace(/\.value$/, '');
  return `${name} ("${figure.label}")`;
}

function findSpans(text: string, pattern: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) => ({
    from: index,
    to: index + match.length,
  }));
}

/** Makes a pattern for number words before a unit of measures.yaml, with at most two words between. */
function makeWordPattern(units: string[]): RegExp {
  if (units.length === 0) return /(?!)/gu;
  return new RegExp(
    `(?<![\\p{L}\\p{N}-])(${WORD})(?=${BETWEEN}\\s+(?:${units.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}]))`,
    'giu',
  );
}

function makeNamePattern(names: string[]): RegExp {
  const withDigits = names.filter((name) => /\d/.test(name));
  if (withDigits.length === 0) return /(?!)/gu;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${withDigits.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

/** Returns true if a unit follows: "2000 volunteers" is a count, not a year. */
function isBeforeUnit(after: string, units: string[]): boolean {
  return units.some(
    (unit) => after.trimStart().toLowerCase().startsWith(unit.toLowerCase()) && /^\s/.test(after),
  );
}
