import { formatSignedPoints } from '../../format/numbers.js';
import { joinNames, uncapitalise } from '../../format/words.js';
import { groupBy } from '../../model/group-by.js';
import type { Indicator } from '../../model/indicator.js';
import { joinNotes } from '../table-notes.js';

/** Explains the minus sign of gaps. Measures of the same groups share a sentence. */
export function writeGapSignNote(measures: Indicator[]): string | null {
  const negative = measures.filter(hasNegativeGap);
  const notes = [...groupBy(negative, nameGroups)].map(([groups, gaps]) => {
    const names = gaps.map(({ label }) => uncapitalise(label));
    return `A gap with a minus sign means that the result is higher for ${groups}: ${joinNames(names)}.`;
  });
  return joinNotes(notes.length > 0 ? [...notes, 'Gaps are compared by their size.'] : []);
}

function hasNegativeGap({ series, value }: Indicator): boolean {
  const figures = [value, ...series.map(({ figure }) => figure)];
  return figures.some(
    ({ value: gap, groups, places }) => groups && formatSignedPoints(gap ?? 0, places).startsWith('−'),
  );
}

function nameGroups({ value, series }: Indicator): string {
  const groups = [value, ...series.map(({ figure }) => figure)].find((figure) => figure.groups)?.groups;
  return groups ? `${groups.other} than for ${groups.reference}` : '';
}
