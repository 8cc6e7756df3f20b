import { uncapitalise } from '../../format/words.js';
import { isToCome, type Figure } from '../../model/figure.js';
import type { Change } from '../../model/change.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { isConfidential } from '../../model/disclosure.js';
import {
  describeBothMissing,
  describeHidden,
  describeMissing,
  describeReason,
  isIncomparable,
} from './describe-incomparable.js';
import { makeFigureInline, makeTextInline } from './figure-values.js';

/** Returns a key that measures share if the same figure of their changes is missing for the same reason. Null for others. */
export function findMissingKey({ change, target }: Indicator): string | null {
  if (!change || target || change.direction !== 'unknown' || !isIncomparable(change)) return null;
  if (change.from.value !== null && change.to.value !== null) return null; // the series breaks
  const { from, to, since, later } = change;
  return JSON.stringify([
    since,
    later,
    ...[from, to].map((figure) => (isKnown(figure) ? '' : figure.reason)),
  ]);
}

/** Describes several measures whose figures are missing for the same reason, in one sentence. */
export function describeMissingGroup(measures: Indicator[], change: Change): Inline[] {
  if (isKnown(change.to)) return describeMissingThen(measures, change);
  const names = joinItems(measures.map((measure, index) => [nameMeasure(measure, index)]));
  return isKnown(change.from)
    ? describeMissingNow(names, measures, change)
    : [...names, makeTextInline(' '), ...describeBothMissing(change), makeTextInline('.')];
}

function describeMissingThen(measures: Indicator[], { from, since }: Change): Inline[] {
  const items = measures.map((measure, index) => [
    nameMeasure(measure, index),
    makeTextInline(index === 0 ? ' stood at ' : ' at '),
    makeFigureInline(measure.value),
  ]);
  return [
    ...joinItems(items),
    ...(isConfidential(from)
      ? describeHidden(`; the figures for ${since} are `, from)
      : [makeTextInline(`; these figures cannot be compared with ${since}`), ...describeReason(from, since)]),
    makeTextInline('.'),
  ];
}

function describeMissingNow(names: Inline[], measures: Indicator[], { to, since, later }: Change): Inline[] {
  const earlier = measures.flatMap(({ change }) => (change ? [[makeFigureInline(change.from)]] : []));
  return [
    ...names,
    makeTextInline(' '),
    ...describeMissing(to, later),
    makeTextInline(`; the figures for ${since} were `),
    ...joinItems(earlier),
    makeTextInline('.'),
  ];
}

function nameMeasure({ label }: Indicator, index: number): Inline {
  return { kind: 'value', text: index === 0 ? label : uncapitalise(label), figure: null };
}

/** Joins items as "a, b and c". */
function joinItems(items: Inline[][]): Inline[] {
  return items.flatMap((item, index) => {
    if (index === 0) return item;
    return [makeTextInline(index === items.length - 1 ? ' and ' : ', '), ...item];
  });
}

function isKnown(figure: Figure): boolean {
  return figure.value !== null || isToCome(figure);
}
