import { getCellText } from '../model/data-set.js';
import type { Place } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import type { Passage } from './list-passages.js';

/** Finds the row of a data set whose plain text a cell of a table prints. Undefined for other passages. */
export function findCellRow(
  { role, text, block }: Passage,
  { inputs: { template }, indicators: { dataSets } }: CheckablePaper,
): Place | undefined {
  if (role !== 'cell' || block?.kind !== 'table') return undefined;
  const { file, line, column } = block.place;
  const content = template.tables.find(
    ({ place }) => place.file === file && place.line === line && place.column === column,
  )?.content;
  if (content?.kind !== 'data') return undefined;
  return dataSets[content.set]?.rows.find(({ cells }) =>
    Object.values(cells).some((cell) => getCellText(cell) === text),
  )?.place;
}
