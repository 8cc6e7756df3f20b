import { MONTHS, NUMBER_WORDS } from '../format.js';
import { escapeRegExp } from '../model/escape-reg-exp.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { TENS } from './numbers.js';
import { isTyped, placeIn, type Passage } from './passages.js';

const MONTH = `(?:${MONTHS.join('|')})`;
const NUMBERED =
  'paragraphs?|paras?|sections?|tables?|figures?|charts?|diagrams?|appendix|appendices|annex(?:es)?|reports?|items?|schedules?|regulations?|articles?|clauses?|pages?|chapters?|volumes?|parts?|forms?|versions?|numbers?|nos?\\.?|phases?|stages?|steps?|options?|objectives?|priority|tiers?|levels?|grades?|bands?|zones?|class|category|types?|rounds?|waves?';

/** What has digits and is no figure: dates and years, times, references, numbers in a list, telephone numbers, addresses. */
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

const SMALL = NUMBER_WORDS.slice(1).join('|'); // "one" counts nothing: "one of the teams"
const WORD = `(?:${SMALL}|(?:${TENS.join('|')})(?:-(?:one|${SMALL}))?|(?:(?:a|one|${SMALL})\\s+)?(?:dozen|hundred|thousand|million))`;
/** Words that may stand between a number and what it counts; "two of the teams" counts something else. */
const BETWEEN = String.raw`(?:\s+(?!(?:of|the|and|or|to|in|on|for|from|with|by|at|as|that|who|per)\b)[\p{L}-]+){0,2}?`;

/** Numbers that an author typed and no data stands behind: nothing says where they come from, and nothing keeps them right. */
export function checkUnboundNumbers({ passages, inputs }: Checkable): Problem[] {
  const words = wordPattern(inputs.units);
  const names = namePattern(inputs.organisation.names);
  return passages.flatMap((passage) => {
    const exempt = [...spans(passage.text, EXEMPT), ...spans(passage.text, names)];
    const numbers = [...passage.text.matchAll(NUMBER)]
      .filter(({ index }) => !exempt.some(({ from, to }) => from <= index && index < to))
      .filter(
        (match) => !YEAR.test(match[0]) || countsUnit(passage.text.slice(match.index + 4), inputs.units),
      );
    const inWords = [...passage.text.matchAll(words)];
    return [...numbers, ...inWords]
      .filter(({ index }) => isTyped(passage, index))
      .map((match) => unbound(passage, match.index, match[1] ?? match[0]));
  });
}

function unbound(passage: Passage, at: number, shown: string): Problem {
  return found('number-is-bound', placeIn(passage, at), `no data stands behind "${shown}"`, {
    expected: '{{facts.name}} with the number in facts.yaml, or {{fact 300 "what it counts" source="…"}}',
    hint: 'If it belongs to a name, add the name to `names:` in data/organisation.yaml.',
  });
}

function spans(text: string, pattern: RegExp): { from: number; to: number }[] {
  return [...text.matchAll(pattern)].map(({ index, 0: shown }) => ({
    from: index,
    to: index + shown.length,
  }));
}

/** A number word counts only before a unit that measures.yaml lists, with at most two words between. */
function wordPattern(units: string[]): RegExp {
  if (units.length === 0) return /(?!)/gu;
  return new RegExp(
    `(?<![\\p{L}\\p{N}-])(${WORD})(?=${BETWEEN}\\s+(?:${units.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}]))`,
    'giu',
  );
}

function namePattern(names: string[]): RegExp {
  const withDigits = names.filter((name) => /\d/.test(name));
  if (withDigits.length === 0) return /(?!)/gu;
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${withDigits.map(escapeRegExp).join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
}

/** "2000 volunteers" is no year. */
function countsUnit(after: string, units: string[]): boolean {
  return units.some(
    (unit) => after.trimStart().toLowerCase().startsWith(unit.toLowerCase()) && /^\s/.test(after),
  );
}
