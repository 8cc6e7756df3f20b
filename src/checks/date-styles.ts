import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { MONTH } from './date-mentions.js';
import { reportProblem } from './report-problem.js';
import { findTyped } from './find-typed.js';

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
export function checkDateStyles({ sentences }: CheckableText): Problem[] {
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
