import {
  differsAsPrinted,
  formatPercent,
  formatPoints,
  formatValue,
  formatNumberInWords,
} from '../../format.js';
import type { Inline } from '../../model/inline.js';
import { isFigure, isToCome, TO_COME, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { Change } from '../../model/change.js';
import { verdictPhrase } from '../verdict-words.js';
import { figureInline, isIndicator, printed, text } from './figure-values.js';
import { flag, Misuse, signed, type Helper, type SignedHelper } from './helper.js';

/**
 * `{{change measures.confidence}}`: "rose by 8 percentage points, from 56% to 64%"; with `tested=true` also what the test found:
 * ", a statistically significant improvement". A measure that is compared with nothing "stands at 64%".
 */
const changed: Helper = ({ args: [value], options }) => {
  const tested = flag(options, 'tested');
  return printed(
    ...(isIndicator(value)
      ? describeMeasure(value, tested)
      : describeTested(changeArgument(value, '{{change measures.name}}'), tested)),
  );
};

function describeMeasure({ value, change }: Indicator, tested: boolean): Inline[] {
  return change ? describeTested(change, tested) : [text('stands at '), figureInline(value)];
}

function describeTested(change: Change, tested: boolean): Inline[] {
  const verdict = tested && isNoticeable(change) ? [text(`, ${verdictPhrase(change)}`)] : [];
  return [...describeChange(change), ...verdict];
}

/** Whether a reader sees the change in the figures as they are printed. */
function isNoticeable({ direction, figure }: Change): boolean {
  return (direction === 'rose' || direction === 'fell') && /[1-9]/.test(formatValue(figure));
}

export function isChange(value: unknown): value is Change {
  return typeof value === 'object' && value !== null && 'direction' in value && 'from' in value;
}

function describeChange(change: Change): Inline[] {
  const { figure, from, to, direction } = change;
  if (direction === 'unknown')
    return isToCome(figure)
      ? [text('changed from '), figureInline(from), text(' to '), figureInline(to)]
      : incomparable(figure);
  if (direction === 'unchanged') return [text('did not change, at '), figureInline(to)];
  const size = { ...figure, value: Math.abs(figure.value ?? 0) };
  if (!isNoticeable(change)) return [text('hardly changed, at '), figureInline(to)];
  return [
    text(`${direction} by `),
    { kind: 'value', text: formatValue(size), figure },
    text(differsAsPrinted(from, to, figure) ? ' before rounding, from ' : ', from '),
    figureInline(from),
    text(' to '),
    figureInline(to),
  ];
}

function incomparable(figure: Figure): Inline[] {
  return [text('cannot be compared ('), figureInline(figure, figure.reason), text(')')];
}

function changeArgument(value: unknown, example: string): Change {
  const found = isIndicator(value) ? value.change : isChange(value) ? value : null;
  if (found) return found;
  if (!isIndicator(value)) throw new Misuse('this is neither a measure nor its change', example);
  throw new Misuse(
    `"${value.label}" is compared with no earlier period`,
    `under ${value.id}: in data/measures.yaml, compare-with: previous-year-end, or another period`,
  );
}

/** `{{significance measures.name}}`: "a statistically significant improvement". */
const significance: Helper = ({ args: [value] }) => {
  const found = changeArgument(value, '{{significance measures.name}}');
  return isToCome(found.figure) ? 'which is still to be tested for significance' : verdictPhrase(found);
};

/** `{{percent-change measures.name}}`: "rose by 14.3%": of the earlier value, never of points. */
const percentChange: Helper = ({ args: [value] }) => {
  const { relative, direction } = changeArgument(value, '{{percent-change measures.name}}');
  if (relative.value === null)
    return printed(
      ...(isToCome(relative) ? [text('changed by '), figureInline(relative)] : incomparable(relative)),
    );
  if (direction === 'unchanged') return 'did not change';
  return printed(
    text(`${relative.value < 0 ? 'fell' : 'rose'} by `),
    figureInline(relative, formatPercent(Math.abs(relative.value), 1)),
  );
};

/** `{{points measures.name}}`: "8 percentage points", the size of the change without its direction. */
const points: Helper = ({ args: [value] }) => {
  const figure = isFigure(value) ? value : changeArgument(value, '{{points measures.name}}').figure;
  if (figure.unit !== 'points')
    throw new Misuse(`${figure.id} is not in percentage points`, 'a change or a gap of percentages');
  if (figure.value === null) return printed(figureInline(figure));
  return printed(figureInline(figure, formatPoints(Math.abs(figure.value))));
};

/** `{{target measures.name}}`: "is on course to meet its target of 66%". */
const target: Helper = ({ args: [value] }) => {
  const found = isIndicator(value) ? value.target : null;
  if (!found) throw new Misuse('this has no target', '{{target measures.name}} of a measure with `target:`');
  return printed(...describeTarget(found));
};

function describeTarget({ status, reason, figure }: NonNullable<Indicator['target']>): Inline[] {
  const words = {
    met: 'met',
    'not met': 'did not meet',
    'on course': 'is on course to meet',
    'at risk': 'is at risk of missing',
    'off course': 'is not on course to meet',
    'not available': reason === TO_COME ? 'is still to be held against' : 'cannot be held against',
  }[status];
  return [text(`${words} its target of `), figureInline(figure)];
}

/**
 * `(which "better" "confidence" "worry" …)`: those of the named measures that changed so; `any` for all. A survey's name stands
 * for all its measures, and `except="confidence"` leaves one out. `better` and `worse` go by direction alone,
 * `significantly-better` and `significantly-worse` by the test. A list.
 */
const which: Helper = ({ args: [outcome, ...ids], options, indicators }) => {
  const wanted: Record<string, (change: Change | null) => boolean> = {
    any: () => true,
    better: (change) => change?.better === true,
    worse: (change) => change?.better === false,
    same: (change) => change?.better === null && change.direction !== 'unknown',
    'significantly-better': (change) => change?.verdict.outcome === 'better',
    'significantly-worse': (change) => change?.verdict.outcome === 'worse',
    'not-significant': (change) => change?.verdict.outcome === 'no-clear-change',
    'not-tested': (change) => change === null || change.verdict.outcome === 'not-tested',
  };
  const test = typeof outcome === 'string' && Object.hasOwn(wanted, outcome) ? wanted[outcome] : undefined;
  if (!test) throw new Misuse(`"${String(outcome)}" is not an outcome`, Object.keys(wanted).join(', '));
  return ids
    .flatMap((id) => measuresOf(indicators.measures, id))
    .filter(({ id, change }) => id !== options['except'] && test(change));
};

/** The measures of a survey, or the one of that name. */
function measuresOf(measures: Record<string, Indicator>, id: unknown): Indicator[] {
  const ofSurvey = Object.values(measures).filter(({ survey }) => survey !== null && survey === id);
  return ofSurvey.length > 0 ? ofSurvey : [measure(measures, id)];
}

function measure(measures: Record<string, Indicator>, id: unknown): Indicator {
  const found = typeof id === 'string' && Object.hasOwn(measures, id) ? measures[id] : undefined;
  if (found) return found;
  throw new Misuse(`no measure is called "${String(id)}"`, `one of ${Object.keys(measures).join(', ')}`);
}

/**
 * `{{outcomes (which "any" "survey" except="confidence") since=measures.confidence.change.since}}`: a sentence on the change of each
 * measure, and on its target. What the tests found is said once of those of which they found the same. A measure that is compared
 * with another period than `since` says with which.
 */
const outcomes: Helper = ({ args: [list], options }) => {
  if (!Array.isArray(list) || !list.every(isIndicator))
    throw new Misuse('this is not a list of measures', '{{outcomes (which "any" "survey")}}');
  const sentences = [...groupsByVerdict(list)].flatMap((group) => {
    const [first] = group;
    const together = group.length > 1 && first?.change;
    return [
      ...group.map((one) => outcomeSentences(one, options['since'], !together)),
      ...(together
        ? [[text(`Each of these ${formatNumberInWords(group.length)} is ${verdictPhrase(together)}.`)]]
        : []),
    ];
  });
  return printed(
    ...sentences.flatMap((sentence, index) => (index > 0 ? [text(' '), ...sentence] : sentence)),
  );
};

/** Measures of which one word says what the tests found; any other stands alone. */
function groupsByVerdict(measures: Indicator[]): Iterable<Indicator[]> {
  const groups = new Map<string, Indicator[]>();
  for (const one of measures) {
    const { change } = one;
    const plain =
      change !== null &&
      isNoticeable(change) &&
      change.verdict.significant &&
      change.test.holdsAfterRounding !== false;
    const key = plain ? change.verdict.outcome : `alone ${one.id}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups.values();
}

function outcomeSentences(measure: Indicator, since: unknown, tested: boolean): Inline[] {
  const { label, change, target: aim } = measure;
  return [
    { kind: 'value', text: label, figure: null },
    text(' '),
    ...describeMeasure(measure, tested),
    ...(change && since !== undefined && change.since !== since
      ? [text(` (compared with ${change.since})`)]
      : []),
    text('.'),
    ...(aim ? [text(' It '), ...describeTarget(aim), text('.')] : []),
  ];
}

export const changeHelpers: Record<string, SignedHelper> = {
  change: signed(changed, 1, 'tested'),
  significance: signed(significance, 1),
  'percent-change': signed(percentChange, 1),
  points: signed(points, 1),
  target: signed(target, 1),
  which: signed(which, Infinity, 'except'),
  outcomes: signed(outcomes, 1, 'since'),
};
