import { differsAsPrinted, joinNames, uncapitalise } from '../../format.js';
import type { Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import { shiftQuarter, windowLabel, type Quarter } from '../../model/quarter.js';
import type { Content, Grid } from '../grid.js';
import { alignmentOf, figureCell, measureCell, words } from '../measure-cells.js';
import { joinNotes, unavailableNote } from '../table-notes.js';
import { verdictNote } from '../verdict-words.js';

/** One row a measure, and one for each heading; a column for each quarter compared, and those that the template asks for. */
export function trendGrid(
  { rows: wanted, heading, periods, columns }: Content<'trend'>,
  measures: Indicator[],
  current: Quarter,
): Grid {
  const quarters = periods ? quartersShown(measures, current) : [];
  const rows = measures.map((measure) => ({
    kind: 'data' as const,
    cells: [
      words(measure.label),
      ...quarters.map((quarter) =>
        figureCell(quarter === current ? measure.value : figureAt(measure, quarter)),
      ),
      ...columns.map(({ show }) => measureCell(show, measure)),
    ],
  }));
  const grouped = wanted.flatMap((row): ManuscriptTable['rows'] => {
    if (typeof row !== 'string') return [{ kind: 'group', cells: [words(row.group)] }];
    const found = rows[measures.findIndex(({ id }) => id === row)];
    return found ? [found] : [];
  });
  const shows = (...kinds: string[]): boolean => columns.some(({ show }) => kinds.includes(show));
  return {
    columns: [
      { heading, align: 'left' },
      ...quarters.map((quarter) => ({ heading: windowLabel(quarter), align: 'decimal' as const })),
      ...columns.map((column) => ({ heading: column.heading, align: alignmentOf(column.show) })),
    ],
    rows: grouped,
    generated: joinNotes([
      shows('verdict') ? verdictNote(measures) : null,
      shows('verdict', 'change') ? directionNote(measures) : null,
      shows('change') && (periods || shows('value', 'earlier')) ? roundingNote(measures) : null,
      gapNote(quarters),
      unavailableNote(measures, rows, columns),
    ]),
  };
}

/** The paper's own quarter, and those on file in which a measure has a figure, from the earliest that is compared. */
function quartersShown(measures: Indicator[], current: Quarter): Quarter[] {
  const compared = measures.flatMap(({ change }) => change?.earlier ?? []).sort();
  const known = measures.flatMap(({ series }) =>
    series.filter(({ figure }) => figure.value !== null).map(({ quarter }) => quarter),
  );
  return [...new Set([...known, current])].filter((quarter) => quarter >= (compared[0] ?? '')).sort();
}

function figureAt({ series }: Indicator, quarter: Quarter): Figure | undefined {
  return series.find((point) => point.quarter === quarter)?.figure;
}

/** Quarters that a reader would look for between two that are shown. */
function gapNote(quarters: Quarter[]): string | null {
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (first === undefined || last === undefined) return null;
  const missing: Quarter[] = [];
  for (let quarter = first; quarter < last; quarter = shiftQuarter(quarter, 1))
    if (!quarters.includes(quarter)) missing.push(quarter);
  return missing.length > 0
    ? `There are no figures for ${joinNames(missing.map((one) => windowLabel(one)))}.`
    : null;
}

/** Where some measures improve by rising and others by falling, which those are. */
function directionNote(measures: Indicator[]): string | null {
  const falling = measures.filter(({ betterWhen }) => betterWhen === 'lower');
  if (falling.length === 0 || !measures.some(({ betterWhen }) => betterWhen === 'higher')) return null;
  const names = falling.map(({ label }) => uncapitalise(label));
  return `Lower is better: ${joinNames(names)}.`;
}

function roundingNote(measures: Indicator[]): string | null {
  return measures.some(({ change }) => change && differsAsPrinted(change.from, change.to, change.figure))
    ? 'Changes are worked out before rounding, so that they may differ from those of the figures shown.'
    : null;
}
