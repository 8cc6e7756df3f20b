import type { Change, RecentChange } from '../../model/change.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { periodNoun } from '../../model/period.js';
import { isNoticeable } from './change-values.js';
import { describeChange, describeSize, describeVerdict } from './describe-change.js';
import { makeTextInline } from './figure-values.js';

/**
 * Returns the change since the last period if the text must mention it. It is notable, and either significant or in another
 * direction than the main change.
 */
export function findReportedRecent({ change, recent }: Indicator): RecentChange | null {
  if (!recent?.isNotable || !isNoticeable(recent)) return null;
  return recent.verdict.significant || !hasSameDirection(recent, change) ? recent : null;
}

/** Describes the change since the last period in a sentence. Without a subject, the sentence names the measure. */
export function describeRecentSentence(
  { label, recent }: Indicator,
  { subject, isTested }: { subject: string | null; isTested: boolean },
): Inline[] {
  if (!recent) return [];
  return [
    subject === null ? { kind: 'value', text: label, figure: null } : makeTextInline(subject),
    makeTextInline(' '),
    ...describeChange(recent, isTested, formatSince(recent)),
    makeTextInline('.'),
  ];
}

/**
 * Describes the change since the last period in brackets, behind the main change. Empty if there is nothing to mention. A result
 * that is not beyond doubt is said also where the main change is told without its test.
 */
export function describeRecentClause(measure: Indicator, isTested: boolean): Inline[] {
  const recent = findReportedRecent(measure);
  if (!recent) return [];
  const words = describeRecent(recent, isTested || isDoubtful(recent));
  if (measure.change?.direction === 'unknown') return [makeTextInline(', but '), ...words];
  const joint = hasSameDirection(recent, measure.change) ? 'and' : 'but';
  return [makeTextInline(` (${joint} `), ...words, makeTextInline(')')];
}

/** With `hasVerdict`, the result of the test follows. The verb says "probably" in any case. */
function describeRecent(recent: RecentChange, hasVerdict: boolean): Inline[] {
  return [
    ...describeSize(recent, { since: formatSince(recent), isTested: true }),
    ...(hasVerdict ? describeVerdict(recent) : []),
  ];
}

function isDoubtful({ verdict: { outcome } }: Change): boolean {
  return outcome === 'cannot-be-said' || outcome === 'no-clear-change';
}

function formatSince({ since, isOfPeriod, earlier }: RecentChange): string {
  const noun = periodNoun(earlier);
  return isOfPeriod ? `${since}, ${noun} against ${noun}` : since;
}

/** Compares the directions as printed: a change that prints no difference has none. */
function hasSameDirection(recent: Change, change: Change | null): boolean {
  return change !== null && isNoticeable(change) && change.direction === recent.direction;
}
