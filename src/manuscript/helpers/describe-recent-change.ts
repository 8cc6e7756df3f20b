import type { Change, RecentChange } from '../../model/change.js';
import type { Indicator } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { isNoticeable } from './change-values.js';
import { describeChange, describeSize, describeVerdict } from './describe-change.js';
import { makeTextInline } from './figure-values.js';

/**
 * Returns the change since the last quarter if the text must mention it. It is notable, and either significant or in another
 * direction than the main change.
 */
export function findReportedRecent({ change, recent }: Indicator): RecentChange | null {
  if (!recent?.isNotable || !isNoticeable(recent)) return null;
  return recent.verdict.significant || !hasSameDirection(recent, change) ? recent : null;
}

/** Describes the change since the last quarter in a sentence. Without a subject, the sentence names the measure. */
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

/** Describes the change since the last quarter in brackets, behind the main change. Empty if there is nothing to mention. */
export function describeRecentClause(measure: Indicator, isTested: boolean): Inline[] {
  const recent = findReportedRecent(measure);
  if (!recent) return [];
  if (measure.change?.direction === 'unknown') return describeRecentApart(recent, isTested);
  const joint = hasSameDirection(recent, measure.change) ? 'and' : 'but';
  return [
    makeTextInline(` (${joint} `),
    ...describeSize(recent, { since: formatSince(recent), isTested }),
    ...(isTested ? describeVerdict(recent) : []),
    makeTextInline(')'),
  ];
}

/** Describes the change since the last quarter behind a measure without a main change. */
function describeRecentApart(recent: RecentChange, isTested: boolean): Inline[] {
  return [
    makeTextInline('; it '),
    ...describeSize(recent, { since: formatSince(recent), isTested }),
    ...(isTested ? describeVerdict(recent) : []),
  ];
}

function formatSince({ since, isOfQuarter }: RecentChange): string {
  return isOfQuarter ? `${since}, quarter against quarter` : since;
}

/** Compares the directions as printed: a change that prints no difference has none. */
function hasSameDirection(recent: Change, change: Change | null): boolean {
  return change !== null && isNoticeable(change) && change.direction === recent.direction;
}
