import { NUMBER_WORDS } from '../format/words.js';
import { MONTHS } from '../format/dates.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { TENS } from './parse-number.js';
import { isTyped, findTypedPlace, type Passage } from './list-passages.js';

const MONTH = `(?:${MONTHS.join('|')})`;
const NUMBERED =
  'paragraphs?|paras?|sections?|tables?|figures?|charts?|diagrams?|appendix|appendices|annex(?:es)?|reports?|items?|schedules?|regulations?|articles?|clauses?|pages?|chapters?|volumes?|parts?|forms?|versions?|numbers?|nos?\\.?|phases?|stages?|steps?|options?|objectives?|priority|tiers?|levels?|grades?|bands?|zones?|class|category|types?|rounds?|waves?';

/** Text with digits that is not a figure: dates, times, references, list numbers, telephone numbers, addresses. */
const NOT_FIGURES = [
  String.raw`\d{1,2}(?:st|nd|rd|th)?(?:\s+of)?\s+${MONTH}(?:,?\s+\d{4})?`,
  String.raw`${MONTH}\s+\d{1,4}(?:st|nd|rd|th)?(?:,?\s+\d{4})?`,
  String.raw`\d{1,2}(?:st|nd|rd|th)?\s*(?:to|and|–|-)\s*\d{1,2}(?:st|nd|rd|th)?\s+${MONTH}`,
  String.raw`\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})`,
  String.raw`(?:1[89]|20)\d{2}\s*[/–-]\s*(?:\d{4}|\d{2})|\d{2}/\d{2}`,
  String.raw`\d{1,2}:\d{2}(?:\s?[ap]m)?|\d{1,2}(?:\.\d{2})?\s?[ap]m`,
  String.raw`(?:${NUMBERED})\s+\d[\d.]*[a-z]?(?:\s*(?:to|and|–|-|,)\s*\d[\d.]*[a-z]?)*`,
  String.raw`\(\d{1,2}\)`,
  String.raw`(?:\+44|0\d)[\d\s()/-]{7,}\d`,
  String.raw`\S+@\S+|(?:https?:\/\/|www\.)\S+`,
  String.raw`\d+(?:st|nd|rd|th)`,
].map((pattern) => `(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`);

const EXEMPT = new RegExp(NOT_FIGURES.join('|'), 'giu');
const NUMBER = /(?<![\p{L}\p{N}])(?:£\s?)?\d+(?:,\d{3})*(?:\.\d+)?%?(?![\p{L}\p{N}])/gu;
const YEAR = /^(?:1[89]|20)\d{2}$/;

const SMALL = NUMBER_WORDS.slice(1).join('|'); // "one" is not a count: "one of the teams"
const WORD = `(?:${SMALL}|(?:${TENS.join('|')})(?:-(?:one|${SMALL}))?|(?:(?:a|one|${SMALL})\\s+)?(?:dozen|hundred|thousand|million))`;
/** Words that may be between a number and its unit. "two of the teams" counts something else. */
const BETWEEN = String.raw`(?:\s+(?!(?:of|the|and|or|to|in|on|for|from|with|by|at|as|that|who|per)\b)[\p{L}-]+){0,2}?`;

/** Finds typed numbers that are not linked to data. Nothing states their source or keeps them right. */
export function checkUnboundNumbers({ passages, inputs }: CheckablePaper): Problem[] {
  const words = makeWordPattern(inputs.units);
  const names = makeNamePattern(inputs.organisation.names);
  return passages.flatMap((passage) => {
    const exempt = [...findSpans(passage.text, EXEMPT), ...findSpans(passage.text, names)];
    const numbers = [...passage.text.matchAll(NUMBER)]
      .filter(({ index }) => !exempt.some(({ from, to }) => from <= index && index < to))
      .filter(
        (match) => !YEAR.test(match[0]) || isBeforeUnit(passage.text.slice(match.index + 4), inputs.units),
      );
    const inWords = [...passage.text.matchAll(words)];
    return [...numbers, ...inWords]
      .filter(({ index }) => isTyped(passage, index))
      .map((match) => reportUnbound(passage, match.index, match[1] ?? match[0]));
  });
}

function reportUnbound(passage: Passage, at: number, number: string): Problem {
  return reportProblem(
    'number-is-bound',
    findTypedPlace(passage, at),
    `"${number}" is not linked to a figure`,
    {
      expected: '{{facts.name}} with the number in facts.yaml, or {{fact 300 "what it counts" source="…"}}',
      hint: 'If it is part of a name, add the name to `names:` in data/organisation.yaml.',
    },
  );
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
