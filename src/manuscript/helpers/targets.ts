import { formatFigure, formatValue } from '../../format/figures.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { Target } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { isIndicator, makeFigureInline, makeOutput, makeTextInline } from './figure-values.js';
import { defineHelper, HelperCallError, type Helper, type HelperDefinition } from './helper.js';

const WORDS = {
  met: 'met',
  'not met': 'did not meet',
  'on course': 'is on course to meet',
  'at risk': 'is at risk of missing',
  'off course': 'is not on course to meet',
  'not available': 'cannot be compared with',
} satisfies Record<Target['status'], string>;

/** `{{target measures.name}}`: "is on course to meet its target of 66%". */
const target: Helper = ({ args: [value] }) => {
  const aim = isIndicator(value) ? value.target : null;
  if (!aim)
    throw new HelperCallError(
      'this measure has no target',
      '{{target measures.name}} of a measure that has target: in data/measures.yaml',
    );
  return makeOutput(...describeTarget(aim));
};

/** Describes the position against a target: "met its target of 66%". */
export function describeTarget({ status, reason, figure }: Target): Inline[] {
  const isAwaited = status === 'not available' && reason === TO_COME;
  const words = isAwaited ? 'is still to be compared with' : WORDS[status];
  return [
    makeTextInline(`${words} its target of `),
    makeFigureInline(figure),
    ...(isAwaited || reason === null ? [] : [makeTextInline(` (${reason})`)]),
  ];
}

/** `{{projection measures.name}}`: "may end the year at 3,898, and most likely between 3,700 and 4,100". */
const projection: Helper = ({ args: [value] }) => {
  if (!isIndicator(value) || !value.projection)
    throw new HelperCallError(
      'this measure has no projection',
      '{{projection measures.name}} of a measure of the kind count-to-date',
    );
  return makeOutput(...describeProjection(value.projection));
};

function describeProjection(figure: Figure): Inline[] {
  const { value, interval, reason, unit } = figure;
  if (isToCome(figure)) return [makeTextInline('may end the year at '), makeFigureInline(figure)];
  if (value === null)
    return [makeTextInline('cannot be projected ('), makeFigureInline(figure, reason), makeTextInline(')')];
  const text = formatFigure(figure);
  const formatEnd = (end: number): string => formatValue({ unit, value: Math.round(end) });
  return [
    makeTextInline('may end the year at '),
    makeFigureInline(figure, text),
    ...(interval && interval.upper !== null
      ? [
          makeTextInline(
            `, most likely between ${formatEnd(interval.lower)} and ${formatEnd(interval.upper)}`,
          ),
        ]
      : []),
  ];
}

export const targetHelpers = {
  target: defineHelper(target, 1),
  projection: defineHelper(projection, 1),
} satisfies Record<string, HelperDefinition>;
