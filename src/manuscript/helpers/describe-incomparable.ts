import { isToCome, type Figure } from '../../model/figure.js';
import type { Change } from '../../model/change.js';
import type { Inline } from '../../model/inline.js';
import { wordReason } from '../../format/word-reason.js';
import { isConfidential } from '../../model/disclosure.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Returns true if a figure of the change is missing for a reason, and is not still to come, or if the series breaks. */
export function isIncomparable(change: Change): boolean {
  const { from, to } = change;
  return isAcrossBreak(change) || [from, to].some((figure) => figure.value === null && !isToCome(figure));
}

/** Returns true if both figures are there, and the series breaks between them. */
function isAcrossBreak({ figure, from, to }: Change): boolean {
  return from.value !== null && to.value !== null && figure.value === null;
}

/**
 * Describes a measure without a change by the figure that it has: "stood at 53%; the figure cannot be compared with 2007/08 (the
 * question was not asked)". The verbs suit a label in the singular and in the plural.
 */
export function describeIncomparable(change: Change): Inline[] {
  const { from, to, since, later } = change;
  const isNowKnown = to.value !== null || isToCome(to);
  if (isNowKnown)
    return [
      makeTextInline('stood at '),
      makeFigureInline(to),
      ...(isConfidential(from)
        ? describeHidden(`; the figure for ${since} is `, from)
        : [
            makeTextInline(`; the figure cannot be compared with ${since}`),
            ...describeReason(isAcrossBreak(change) ? change.figure : from, since),
          ]),
    ];
  if (from.value === null && !isToCome(from)) return describeBothMissing(change);
  return [
    ...describeMissing(to, later),
    makeTextInline(`; the figure for ${since} was `),
    makeFigureInline(from),
  ];
}

/**
 * Describes a missing figure that is the subject of a sentence: "cannot be given for 2008/09 Q3 (not published)", "cannot be shown
 * for 2025/26".
 */
export function describeMissing(figure: Figure, period: string): Inline[] {
  if (isConfidential(figure))
    return [...describeHidden('cannot be ', figure, 'shown'), makeTextInline(` for ${period}`)];
  return [makeTextInline(`cannot be given for ${period}`), ...describeReason(figure, period)];
}

/** Says that a figure is not shown. The words are linked to the figure. */
export function describeHidden(start: string, figure: Figure, words = 'not shown'): Inline[] {
  return [makeTextInline(start), makeFigureInline(figure, words)];
}

/** Describes a change without either figure. A reason that both figures share follows once. */
export function describeBothMissing({ from, to, since, later }: Change): Inline[] {
  if (isConfidential(from) && isConfidential(to))
    return [...describeMissing(to, later), makeTextInline(` or for ${since}`)];
  return [
    makeTextInline(`cannot be given for ${later}`),
    ...(from.reason === to.reason ? [] : describeReason(to, later)),
    makeTextInline(` or for ${since}`),
    ...describeReason(from, since),
  ];
}

/** Describes a change in per cent that has no value, in words that suit the middle of a sentence. */
export function describeIncomparablePercent(change: Change): Inline[] {
  const { from, to, direction, since, later } = change;
  if (isAcrossBreak(change))
    return [makeTextInline(`cannot be compared with ${since}`), ...describeReason(change.figure, since)];
  if (from.value !== null && to.value !== null)
    return [
      makeTextInline(`${direction} from `),
      makeFigureInline(from),
      makeTextInline(' to '),
      makeFigureInline(to),
    ];
  const opening = makeTextInline(`cannot be compared with ${since}`);
  if (to.value !== null) return [opening, ...describeReason(from, since)];
  if (to.reason === undefined) return [opening, makeTextInline(` (no figure for ${later})`)];
  return [opening, ...describeReason(to, later)];
}

/** Describes a measure that has neither a figure nor a comparison: "cannot be given (the survey was not held)". */
export function describeUnavailable(figure: Figure): Inline[] {
  if (isConfidential(figure)) return describeHidden('cannot be ', figure, 'shown');
  return [makeTextInline('cannot be given'), ...describeReason(figure, '')];
}

/** Gives the reason for a missing figure in brackets, without the period that the sentence has named. */
export function describeReason(figure: Figure, period: string): Inline[] {
  if (figure.reason === undefined) return [];
  const suffix = ` for ${period}`;
  const reason = figure.reason.endsWith(suffix) ? figure.reason.slice(0, -suffix.length) : figure.reason;
  return [makeTextInline(' ('), makeFigureInline(figure, wordReason(reason)), makeTextInline(')')];
}
