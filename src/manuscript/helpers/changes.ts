import { formatFigure } from '../../format/figures.js';
import { formatPoints } from '../../format/numbers.js';
import { isFigure, isToCome } from '../../model/figure.js';
import { formatVerdictPhrase } from '../verdict-words.js';
import { readChange } from './change-values.js';
import { describeChange, describeMeasure } from './describe-change.js';
import { describePercentChange } from './describe-percent-change.js';
import {
  describeRecentClause,
  describeRecentSentence,
  findReportedRecent,
} from './describe-recent-change.js';
import { isIndicator, makeFigureInline, makeOutput } from './figure-values.js';
import { defineHelper, HelperCallError, readFlag, type Helper, type HelperDefinition } from './helper.js';

/**
 * `{{change measures.confidence}}`: "rose by 8 percentage points, from 56% to 64%". With `tested=true`, the result of the
 * test follows. A notable change since the last period follows in brackets; `recent=false` leaves it out.
 */
const change: Helper = ({ args: [value], options }) => {
  const isTested = readFlag(options, 'tested');
  const hasRecent = readFlag({ recent: true, ...options }, 'recent');
  return isIndicator(value)
    ? makeOutput(
        ...describeMeasure(value, isTested),
        ...(hasRecent ? describeRecentClause(value, isTested) : []),
      )
    : makeOutput(...describeChange(readChange(value, '{{change measures.name}}'), isTested));
};

/** `{{recent measures.name}}`: a sentence on a notable change since the last period, or nothing. */
const recent: Helper = ({ args: [value] }) => {
  if (!isIndicator(value)) throw new HelperCallError('this is not a measure', '{{recent measures.name}}');
  return makeOutput(
    ...(findReportedRecent(value) ? describeRecentSentence(value, { subject: 'It', isTested: true }) : []),
  );
};

/** `{{significance measures.name}}`: "an improvement larger than chance alone would explain". */
const significance: Helper = ({ args: [value] }) => {
  const measured = readChange(value, '{{significance measures.name}}');
  return isToCome(measured.figure)
    ? 'a change still to be tested against chance'
    : formatVerdictPhrase(measured);
};

/** `{{percent-change measures.name}}`: "rose by 14.3%", in per cent of the earlier figure. */
const percentChange: Helper = ({ args: [value] }) =>
  makeOutput(...describePercentChange(readChange(value, '{{percent-change measures.name}}')));

/** `{{points measures.name}}`: "8 percentage points", the size of the change without its direction. */
const points: Helper = ({ args: [value] }) => {
  const figure = isFigure(value) ? value : readChange(value, '{{points measures.name}}').figure;
  if (figure.unit !== 'points')
    throw new HelperCallError(`${figure.id} is not in percentage points`, 'a change or a gap of percentages');
  if (figure.value === null) return makeOutput(makeFigureInline(figure));
  return makeOutput(
    makeFigureInline(
      figure,
      figure.groups ? formatFigure(figure) : formatPoints(Math.abs(figure.value), figure.places),
    ),
  );
};

export const changeHelpers = {
  change: defineHelper(change, 1, 'tested', 'recent'),
  recent: defineHelper(recent, 1),
  significance: defineHelper(significance, 1),
  'percent-change': defineHelper(percentChange, 1),
  points: defineHelper(points, 1),
} satisfies Record<string, HelperDefinition>;
