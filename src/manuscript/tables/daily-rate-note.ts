import { joinNames, uncapitalise } from '../../format/words.js';
import type { Indicator } from '../../model/indicator.js';
import { toPlainText } from '../../model/inline.js';
import { hasUnequalDays } from '../helpers/change-values.js';
import { describeNumberAndRate, doNumberAndRateDiffer } from '../helpers/describe-count-change.js';
import { joinNotes } from '../table-notes.js';

/** Explains that counts over periods of different length are compared by day, and where that makes a difference. */
export function writeDailyRateNote(measures: Indicator[]): string | null {
  const unequal = measures.flatMap(({ label, change }) =>
    change && change.figure.value !== null && hasUnequalDays(change) ? [{ label, change }] : [],
  );
  if (unequal.length === 0) return null;
  const names = joinNames(unequal.map(({ label }) => uncapitalise(label)));
  const which = unequal.length < measures.length ? `: ${names}` : '';
  const apart = unequal.filter(({ change }) => doNumberAndRateDiffer(change));
  return joinNotes([
    `Compared by day, because the two periods differ in length${which}.`,
    ...apart.map(({ label, change }) => `${label} ${toPlainText(describeNumberAndRate(change))}.`),
  ]);
}
