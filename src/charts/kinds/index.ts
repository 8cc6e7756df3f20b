import type * as z from 'zod';
import { writeDesignNote } from '../../format/design-effect.js';
import { uncapitalise } from '../../format/words.js';
import type { ChartData } from '../../model/drawing.js';
import { isFigure, type Figure } from '../../model/figure.js';
import type { Indicators } from '../../model/indicators.js';
import type { Organisation } from '../../model/organisation.js';
import type { OfKind } from '../../model/of-kind.js';
import type { Problem } from '../../model/problem.js';
import type { ShownMeasures } from '../../model/shown-measures.js';
import type { ChartContent } from '../../model/template.js';
import type { UsedCell } from '../../model/used-cell.js';
import type { ChartKind, ChartKindName, ChartSource, NumberCell, NumberTable } from './chart-kind.js';
import { bars } from './bars.js';
import { columns } from './columns.js';
import { control } from './control.js';
import { diverging } from './diverging.js';
import { dots } from './dots.js';
import { grouped } from './grouped.js';
import { lines } from './lines.js';
import { ranking } from './ranking.js';
import { slopes } from './slopes.js';
import { stacked } from './stacked.js';
import { trend } from './trend.js';

/*
 * The list of the kinds of chart. A check of a paper loads it too, so these files load neither Chart.js nor the fonts.
 * The Chart.js configurations are in `<kind>-config.ts`. `draw-chart.ts` lists them for the press.
 */
const kinds = {
  trend,
  ranking,
  control,
  dots,
  bars,
  columns,
  grouped,
  stacked,
  diverging,
  lines,
  slopes,
};

type Entry<Name extends ChartKindName> = z.infer<(typeof kinds)[Name]['schema']>;

/** An entry of `charts.yaml`, of one kind or of any. */
export type ChartEntry<Name extends ChartKindName = ChartKindName> = {
  [Kind in Name]: Entry<Kind> & { kind: Kind };
}[Name];

const CHART_KINDS: { [Name in ChartKindName]: ChartKind<Name, (typeof kinds)[Name]['schema']> } = kinds;

const { trend: first, ...others } = kinds;

/** The schemas of the kinds. A discriminated union needs at least one, so the type says that the list is not empty. */
export const CHART_SCHEMAS = [first.schema, ...Object.values(others).map(({ schema }) => schema)] as const;

/** Reads the part of an entry that depends on its kind. */
export function readChartContent<Name extends ChartKindName>(
  entry: ChartEntry<Name>,
  source: ChartSource,
): ChartContent {
  return CHART_KINDS[entry.kind].readContent(entry, source);
}

/** Returns the measures that an entry can name. */
export function getChartMeasures(entry: ChartEntry): ShownMeasures {
  const { shows, showsAlone = shows } = CHART_KINDS[entry.kind];
  return 'measure' in entry && entry.measure !== undefined ? showsAlone : shows;
}

/** Reports what keeps a chart from being drawn. */
export function checkChart<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
): Problem[] {
  return CHART_KINDS[content.kind].check?.(content, indicators) ?? [];
}

/** Lists the cells of data sets that decide on the rows of a chart. */
export function listChartCells<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
): UsedCell[] {
  return CHART_KINDS[content.kind].listCells?.(content, indicators) ?? [];
}

/** Computes the data to draw. Returns null if the chart's measures do not exist. */
export function computeChartData<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
  areas: Organisation['areas'],
): ChartData | null {
  return CHART_KINDS[content.kind].computeData(content, indicators, areas);
}

/** Lists the numbers behind a chart. */
export function tabulateChart<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
): NumberTable {
  return CHART_KINDS[content.kind].tabulate(content, indicators);
}

/** Writes the words that the program adds to the author's: a note under the chart, and the end of its text alternative. */
export function describeChart<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
): { note: string | null; alternative: string | null } {
  const kind = CHART_KINDS[content.kind];
  const notes = [kind.writeNote(content, indicators), writeIntervalNote(content, indicators)];
  return {
    note: notes.filter((note) => note !== null).join(' ') || null,
    alternative: kind.extendAlternative(content, indicators),
  };
}

/** Writes the notes on the intervals that a chart draws. */
function writeIntervalNote<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
): string | null {
  const { drawsIntervals, shows, tabulate } = CHART_KINDS[content.kind];
  if (!drawsIntervals) return null;
  const rows = tabulate(content, indicators)
    .rows.filter(({ isLine }) => !isLine)
    .map(({ label, cells }) => ({
      name: shows.result === 'ranking' ? label : uncapitalise(label),
      figures: cells.flatMap((cell) => listFigures(cell)),
    }));
  return writeDesignNote(rows);
}

function listFigures(cell: NumberCell): Figure[] {
  if (isFigure(cell)) return [cell];
  return typeof cell === 'object' && cell?.figure ? [cell.figure] : [];
}

/** Lists the values that a chart's own title and alternative reach as `{{chart.…}}`. */
export function listChartValues<Name extends ChartKindName>(
  content: OfKind<ChartContent, Name>,
  indicators: Indicators,
): object {
  return CHART_KINDS[content.kind].listTemplateValues(content, indicators);
}
