import type { Problem } from '../../model/problem.js';
import { MONTH } from '../date-mentions.js';
import { findTyped } from '../find-typed.js';
import { reportProblem, toWarning } from '../report-problem.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

const OTHER_PAPER =
  /\b(?:another|a\s+separate|a\s+different|an\s+accompanying|a\s+related)\s+(?:report|paper|item)\b(?=[^.]{0,80}\b(?:this|the\s+same|today['’]s|tonight['’]s|the)\s+(?:meeting|agenda)\b)/gi;
const NUMBER = /\b(?:report|item|paper|agenda)\s+(?:no\.?\s*|number\s+)?\d|\b(?:item|report)\s+[A-Z]?\d/i;
const DATE = new RegExp(String.raw`\b\d{1,2}\s+${MONTH}\s+(?:19|20)\d{2}\b`);

/** Finds papers of the same meeting that are cited with neither their number on the agenda nor a date. */
export function checkCitedPapers({ sentences }: CheckableOutsidePaper): Problem[] {
  return sentences
    .filter(({ text }) => !NUMBER.test(text) && !DATE.test(text))
    .flatMap((sentence) => findTyped(sentence, OTHER_PAPER).slice(0, 1))
    .map(({ match, place }) =>
      toWarning(
        reportProblem(
          'cited-paper-has-number',
          place,
          `"${match[0]}" is cited without its number on the agenda`,
          {
            hint: 'Give its number and title: Report 7, Headline performance.',
          },
        ),
      ),
    );
}
