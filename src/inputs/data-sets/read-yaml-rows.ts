import type { Place } from '../../model/problem.js';
import type { ValidYaml } from '../source-reader.js';
import type { RawDataSetFile } from './data-set-file-schema.js';
import type { RawCell, RawTable } from './raw-table.js';

/** Reads the rows that stand in the YAML file itself. */
export function readYamlRows({ data, file }: ValidYaml<RawDataSetFile>): RawTable {
  const rows = data.rows ?? {};
  const headings = new Map<string, Place>();
  for (const [row, cells] of Object.entries(rows))
    for (const column of Object.keys(cells))
      if (!headings.has(column)) headings.set(column, file.keyPlaceOf(['rows', row, column]));
  return {
    path: file.path,
    rowsPlace: data.rows === null ? file.keyPlaceOf(['rows']) : null,
    headings: [...headings].map(([text, place]) => ({ text, place })),
    rows: Object.entries(rows).map(([name, cells]) => ({
      name,
      place: file.keyPlaceOf(['rows', name]),
      cells: new Map(
        Object.entries(cells).map(([column, cell]): [string, RawCell] => {
          const path = ['rows', name, column];
          const isMap = typeof cell === 'object' && cell !== null;
          const valuePath = isMap ? [...path, 'value'] : path;
          const value = isMap ? cell.value : cell;
          return [
            column,
            {
              text: value === null ? '' : file.sourceOf(valuePath).trim(),
              mark: (isMap && cell.mark) || null,
              ...(isMap && cell.margin !== undefined && { margin: file.sourceOf([...path, 'margin']) }),
              ...(isMap && cell.was !== undefined && { was: file.sourceOf([...path, 'was']) }),
              ...(isMap && cell.revised !== undefined && { revised: cell.revised }),
              ...(isMap && cell.confirmed === true && { isConfirmed: true }),
              place: file.placeOf(valuePath),
            },
          ];
        }),
      ),
    })),
  };
}
