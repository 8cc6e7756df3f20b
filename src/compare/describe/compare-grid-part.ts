import type { Chart } from '../../model/blocks/chart.js';
import type { Table } from '../../model/blocks/table.js';
import { classifyInside, classifyTexts, sortKinds } from './classify-change.js';
import { compareGrid } from './compare-grid.js';
import { compareNotes } from './compare-notes.js';
import type { CompareWords } from './compare-words.js';
import type { GridPart } from './comparison.js';

/** A block with cells. The cells of a chart are its data. */
export type GridBlock = Table | Chart;

/** Compares a table or chart: its title and notes, and each cell. */
export function compareGridPart(
  before: GridBlock | null,
  after: GridBlock | null,
  kind: GridPart['kind'],
  compare: CompareWords,
): Omit<GridPart, 'before' | 'after'> {
  const [oldChart, newChart] = [selectChart(before), selectChart(after)];
  const title = compare(before?.title ?? null, after?.title ?? null);
  const subtitle = compare(oldChart?.subtitle ?? null, newChart?.subtitle ?? null);
  const alternative = compare(oldChart?.alternative ?? null, newChart?.alternative ?? null);
  const notes = compareNotes(before, after, compare);
  const grid = compareGrid(before, after, compare);
  const how = [...classifyTexts([title, subtitle, alternative]), ...classifyInside(notes), ...grid.how];
  const drawings = { before: oldChart?.drawing ?? null, after: newChart?.drawing ?? null };
  return { ...grid, kind, how: sortKinds(how), title, subtitle, alternative, notes, drawings };
}

function selectChart(block: GridBlock | null): Chart | null {
  return block?.kind === 'chart' ? block : null;
}
