import { formatMissingNotice } from '../../format.js';
import type { Inline } from '../../model/inline.js';
import type { RankedArea, Ranking } from '../../model/ranking.js';
import type { Organisation } from '../../model/organisation.js';
import type { AreaColumn } from '../../model/template.js';
import type { Content, Grid } from '../grid.js';
import { alignmentOf, areaCell, words } from '../measure-cells.js';
import { joinNotes } from '../table-notes.js';

/** Both ends of a league table, with what is left out between them; one row that says why where no area has a place. */
export function rankingGrid(
  { columns: wanted }: Content<'ranking'>,
  ranking: Ranking | undefined,
  areaWords: Organisation['areas'],
): Grid {
  const columns = wanted.map(({ show, heading }) => ({ heading, align: alignmentOf(show) }));
  if (!ranking) return { columns, rows: [], generated: null };
  if (ranking.reason !== null)
    return { columns, rows: [{ kind: 'group', cells: [missingCell(ranking)] }], generated: null };
  const { top, bottom, between } = ranking;
  const row = (area: RankedArea) => ({
    kind: 'data' as const,
    cells: wanted.map(({ show }) => areaCell(show, area)),
  });
  const place = bottom.length === 0 ? 'more' : 'between';
  const gap = { kind: 'group' as const, cells: [words(`${between} ${place}, not shown`)] };
  return {
    columns,
    rows: [...top.map(row), ...(between > 0 ? [gap] : []), ...bottom.map(row)],
    generated: rankingNote(wanted, ranking, areaWords),
  };
}

function missingCell({ gap }: Ranking): Inline[] {
  return [{ kind: 'value', text: formatMissingNotice(gap.reason ?? ''), figure: gap }];
}

/** What the reader must know of the columns that a league table shows. */
function rankingNote(
  columns: AreaColumn[],
  ranking: Ranking,
  { singular, plural }: Organisation['areas'],
): string | null {
  const shows = (show: AreaColumn['show']): boolean => columns.some((column) => column.show === show);
  const missing = ranking.withoutResult.map(({ name, reason }) => `${name} (${reason})`);
  const tied = [...ranking.top, ...ranking.bottom].some((area) => area.tied);
  const { unpublished } = ranking;
  const others =
    unpublished === 0
      ? ''
      : unpublished === 1
        ? `, the ${singular} that is not published included, which may lie above or below any`
        : `, the ${unpublished} ${plural} that are not published included, which may lie above or below any`;
  return joinNotes([
    shows('rank') && tied ? 'An equals sign marks a shared place.' : null,
    shows('interval') && ranking.withIntervals ? 'Intervals are 95% confidence intervals.' : null,
    (shows('interval') || shows('rank-range')) && !ranking.withIntervals
      ? `Intervals are not available: the number of people asked is not published for each ${singular}.`
      : null,
    shows('rank-range') && ranking.withIntervals
      ? `The range of a place holds the places that chance alone allows it, all ${plural} taken together${others}.`
      : null,
    shows('funnel') && ranking.funnelReason !== null
      ? `Comparison with the overall rate is not available: ${ranking.funnelReason}.`
      : null,
    ranking.note,
    missing.length > 0 ? `Without a result: ${missing.join('; ')}.` : null,
  ]);
}
