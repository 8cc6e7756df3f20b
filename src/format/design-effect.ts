import { NO_PART, type Figure } from '../model/figure.js';
import { groupBy } from '../model/group-by.js';
import { joinNames } from './words.js';

/** Formats the design effect of a figure: "1.3", "known for 2 of 4 waves of interviews". Null for a figure without a sample. */
export function formatDesignEffect({ designEffect, designKnownFor }: Figure): string | null {
  if (designKnownFor === NO_PART) return 'not known';
  if (designKnownFor !== undefined) return `known for ${designKnownFor}`;
  return designEffect === undefined ? null : String(Number(designEffect.toPrecision(6)));
}

/** Names the part of a period's sample whose design effect is known: "2008/09 Q3", "2 of 4 waves of interviews in 2008/09 Q3". */
export function nameKnownPart({ designKnownFor }: Figure, period: string): string[] {
  if (designKnownFor === NO_PART) return [];
  return [designKnownFor === undefined ? period : `${designKnownFor} in ${period}`];
}

/** Figures whose intervals a table or chart prints, under the name that its note gives them. */
export interface PrintedIntervals {
  name: string;
  figures: readonly Figure[];
}

/**
 * Writes the warning under a table or chart whose intervals do not allow for the clustering of the sample. Returns null if
 * all do. The intervals of counts need no design effect.
 */
export function writeDesignNote(printed: readonly PrintedIntervals[]): string | null {
  const withIntervals = printed
    .map(({ name, figures }) => ({ name, figures: figures.filter(({ interval }) => interval !== undefined) }))
    .filter(({ figures }) => figures.length > 0);
  const doubtful = withIntervals.flatMap(({ name, figures }) => {
    const part = joinKnownParts(figures);
    return part === null ? [] : [{ name, part, count: figures.length }];
  });
  const groups = [...groupBy(doubtful, ({ part }) => part)];
  const isShared = groups.length === 1 && doubtful.length === withIntervals.length;
  const sentences = groups.map(([part, group]) => {
    const count = group.reduce((total, entry) => total + entry.count, 0);
    const names = isShared ? '' : ` of ${joinNames(group.map(({ name }) => name))}`;
    const subject = `The ${count === 1 ? 'interval' : 'intervals'}${names}`;
    return `${subject} may be too narrow: how the sample was clustered ${formatKnown(part)}.`;
  });
  return sentences.join(' ') || null;
}

/** Joins the parts of several samples whose design effect is known. Null if it is known for all of each. */
function joinKnownParts(figures: readonly Figure[]): string | null {
  const parts = [...new Set(figures.map(({ designKnownFor }) => designKnownFor ?? null))];
  const [first = null] = parts;
  return parts.length === 1 ? first : 'some of the interviews';
}

function formatKnown(part: string): string {
  return part === NO_PART ? 'is not published' : `is known for ${part} only`;
}
