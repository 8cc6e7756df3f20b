import type { DataSet } from '../../model/data-set.js';
import { makeError, type Problem } from '../../model/problem.js';
import { shorten } from '../../model/shorten.js';
import { adviseOnName } from '../../model/suggest-name.js';

/** Checks that the cells of a column of the type measure name measures with one value. */
export function checkMeasureCells({ rows, columns }: DataSet, known: readonly string[]): Problem[] {
  if (!columns.some(({ type }) => type === 'measure')) return [];
  return rows.flatMap(({ cells }) =>
    Object.values(cells).flatMap((cell) =>
      cell.kind === 'measure' && !known.includes(cell.measure)
        ? [
            makeError(
              'measure-exists',
              cell.place,
              `no measure with one value is called "${shorten(cell.measure)}"`,
              {
                ...adviseOnName(cell.measure, known),
                ...(known.length === 0 && { expected: 'the name of a measure in data/measures.yaml' }),
              },
            ),
          ]
        : [],
    ),
  );
}
