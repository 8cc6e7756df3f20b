import { capitalise, joinNames, uncapitalise } from '../format/words.js';
import type { Change } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import type { MeasureColumnName } from '../model/template.js';
import { joinNotes } from './table-notes.js';
import { listChanges } from './verdict-notes.js';

type Shows = (...names: MeasureColumnName[]) => boolean;

/** Writes which values the columns on tests are for; null if the table has no such column. */
export function writeTestNote(measures: Indicator[], shows: Shows): string | null {
  const changes = listChanges(measures).filter(({ test }) => test.pValue !== null);
  const isAdjusted = changes.some(({ test }) => test.together > 1);
  return joinNotes([
    changes.some(({ test }) => test.rounding !== null) ? writeRoundedNote(changes, shows) : null,
    shows('change-interval') && shows('p-value') && isAdjusted
      ? 'Each interval is for that change alone; p-values are adjusted for the changes tested together.'
      : null,
    shows('p-value') && !shows('verdict') ? writeTooCloseNote(measures) : null,
    shows('largest-design-effect') ? writeNoLimitNote(changes) : null,
  ]);
}

/** Says which columns are for the percentages as published, and which for the least favourable values. */
function writeRoundedNote(changes: Change[], shows: Shows): string | null {
  const columns = [
    shows('change-interval') ? 'intervals of changes' : [],
    shows('p-value') ? 'p-values' : [],
  ].flat();
  const hasLimits =
    shows('largest-design-effect') && changes.some(({ test }) => test.largestDesignEffect !== null);
  const claims = [
    columns.length > 0 ? `${joinNames(columns)} are for the percentages as published` : [],
    hasLimits ? 'largest design effects are for the least favourable unrounded values' : [],
  ].flat();
  return claims.length > 0 ? `${capitalise(claims.join('; '))}.` : null;
}

function writeTooCloseNote(measures: Indicator[]): string | null {
  const names = measures
    .filter(({ change }) => change !== null && isTooClose(change.verdict))
    .map(({ label }) => uncapitalise(label));
  return names.length > 0 ? `Rounding makes the result too close to call for ${joinNames(names)}.` : null;
}

function isTooClose({ outcome }: Change['verdict']): boolean {
  return outcome === 'cannot-be-said';
}

/** Explains the dashes instead of largest design effects. */
function writeNoLimitNote(changes: Change[]): string | null {
  const others = changes.filter(({ test }) => test.largestDesignEffect === null);
  const reasons = [
    others.some(({ verdict }) => !verdict.significant && !isTooClose(verdict))
      ? 'the change is not statistically significant'
      : [],
    others.some(({ verdict }) => isTooClose(verdict)) ? 'the change is too close to call' : [],
    others.some(({ verdict }) => verdict.significant) ? 'the design effect is known' : [],
  ].flat();
  return reasons.length > 0 ? `No largest design effect (–): ${reasons.join(', or ')}.` : null;
}
