import type { DataSet } from '../../model/data-set.js';
import type { Period } from '../../model/period.js';
import type { DataTable, Template } from '../../model/template.js';

/** A table of all rows and columns. */
const WHOLE: Omit<DataTable, 'set'> = {
  columns: null,
  heads: [],
  sort: null,
  top: null,
  where: {},
  subtotals: true,
  columnNotes: {},
  rowNotes: {},
};

/**
 * Adds a table of each data set of the paper's period that `tables.yaml` does not define and a text places, so that
 * `{{table "complaints"}}` prints it.
 */
export function tableDataSets(
  template: Template,
  dataSets: readonly DataSet[],
  period: Period,
  isPlaced: (id: string) => boolean,
): Template {
  const defined = new Set(template.tables.map(({ id }) => id));
  return {
    ...template,
    tables: [
      ...template.tables,
      ...dataSets
        .filter((set) => set.period === period && !defined.has(set.id) && isPlaced(set.id))
        .map(({ id, title, place }) => ({
          id,
          title,
          notes: [],
          content: { kind: 'data' as const, ...WHOLE, set: id },
          place,
        })),
    ],
  };
}
