import { formatFigure, formatInWords, formatValue } from '../../format/figures.js';
import { wordReason } from '../../format/word-reason.js';
import { isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { ChangeTarget } from '../../model/change.js';
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
    ...(isAwaited || reason === null ? [] : [makeTextInline(` (${wordReason(reason)})`)]),
  ];
}

/** `{{change-target measures.name}}`: "missed the target of a fall of 10% by 5.8 percentage points". */
const changeTarget: Helper = ({ args: [value] }) => {
  const aim = isIndicator(value) ? value.change?.target : null;
  if (!aim)
    throw new HelperCallError(
      'this measure has no target for its change',
      '{{change-target measures.name}} of a measure that has change-target: in data/measures.yaml',
    );
  return makeOutput(...describeChangeTarget(aim));
};

/** Describes a change against its target: "met the target of a fall of 10%", "exceeded the target of a rise of no more than 2%". */
export function describeChangeTarget(target: ChangeTarget): Inline[] {
  const { status, reason } = target;
  const aim = describeAim(target);
  if (status === 'not available')
    return reason === TO_COME
      ? [makeTextInline('is still to be compared with '), ...aim]
      : [
          makeTextInline('cannot be compared with '),
          ...aim,
          makeTextInline(` (${wordReason(reason ?? '')})`),
        ];
  if (status === 'met') return [makeTextInline(target.isLimit ? 'kept to ' : 'met '), ...aim];
  const verb = target.isLimit ? 'exceeded ' : 'missed ';
  const size = formatDistance(target);
  if (!/[1-9]/.test(size)) return [makeTextInline(`just ${verb}`), ...aim];
  return [makeTextInline(verb), ...aim, makeTextInline(' by '), makeFigureInline(target.distance, size)];
}

function describeAim({ figure, isLimit, noun }: ChangeTarget): Inline[] {
  if (figure.value === 0) return [makeTextInline('the target of '), makeFigureInline(figure, `no ${noun}`)];
  const size = formatInWords({ ...figure, value: Math.abs(figure.value ?? 0), isSigned: false });
  return [
    makeTextInline(`the target of a ${noun} of ${isLimit ? 'no more than ' : ''}`),
    makeFigureInline(figure, size),
  ];
}

function formatDistance({ distance }: ChangeTarget): string {
  return formatInWords({ ...distance, value: Math.abs(distance.value ?? 0), isSigned: false });
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
    return [
      makeTextInline('cannot be projected ('),
      makeFigureInline(figure, wordReason(reason ?? '')),
      makeTextInline(')'),
    ];
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
  'change-target': defineHelper(changeTarget, 1),
  projection: defineHelper(projection, 1),
} satisfies Record<string, HelperDefinition>;
