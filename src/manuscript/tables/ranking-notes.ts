import { writeDesignNote } from '../../format/design-effect.js';
import type { Ranking } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import type { AreaColumn, AreaColumnName } from '../../model/template.js';
import { joinNotes } from '../table-notes.js';

type AreaWords = Organisation['areas'];

/** Writes the note that explains the columns of a league table. */
export function writeRankingNotes(
  columns: AreaColumn[],
  ranking: Ranking,
  areaWords: AreaWords,
): string | null {
  const shows = (...names: AreaColumnName[]): boolean => columns.some(({ show }) => names.includes(show));
  return joinNotes([
    shows('rank') ? writeTieNote(ranking) : null,
    shows('interval') && ranking.withIntervals ? 'Intervals are 95% confidence intervals.' : null,
    shows('interval') ? writeAreaDesignNote(ranking) : null,
    shows('interval', 'rank-range') ? writeNoIntervalsNote(ranking, areaWords) : null,
    shows('rank-range') ? writeRangeNote(ranking, areaWords) : null,
    shows('funnel') ? writeNoFunnelNote(ranking) : null,
    ranking.note,
    writeWithoutResultNote(ranking),
  ]);
}

function writeTieNote({ top, bottom }: Ranking): string | null {
  return [...top, ...bottom].some(({ tied }) => tied) ? 'An equals sign marks a shared position.' : null;
}

function writeAreaDesignNote({ top, bottom }: Ranking): string | null {
  return writeDesignNote([...top, ...bottom].map(({ name, figure }) => ({ name, figures: [figure] })));
}

function writeNoIntervalsNote({ withIntervals }: Ranking, { singular }: AreaWords): string | null {
  if (withIntervals) return null;
  return `Intervals are not available: the number of people asked is not published for each ${singular}.`;
}

function writeRangeNote(ranking: Ranking, areaWords: AreaWords): string | null {
  const { withIntervals, unpublished } = ranking;
  if (!withIntervals) return null;
  const { singular, plural } = areaWords;
  const range = `The range gives the positions that each ${singular} could hold, allowing for sampling error in all ${plural} together.`;
  return unpublished === 0 ? range : `${range} ${formatUnpublished(unpublished, areaWords)}`;
}

function formatUnpublished(count: number, { singular, plural }: AreaWords): string {
  return count === 1
    ? `It includes the ${singular} that is not published, which may be above or below any other.`
    : `It includes the ${count} ${plural} that are not published, which may be above or below any other.`;
}

function writeNoFunnelNote({ funnelReason }: Ranking): string | null {
  if (funnelReason === null) return null;
  return `Comparison with the overall rate is not available: ${funnelReason}.`;
}

function writeWithoutResultNote({ withoutResult }: Ranking): string | null {
  if (withoutResult.length === 0) return null;
  return `Without a result: ${withoutResult.map(({ name, reason }) => `${name} (${reason})`).join('; ')}.`;
}
