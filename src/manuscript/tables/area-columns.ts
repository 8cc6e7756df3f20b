import { AREA_COLUMN_TEXTS } from '../../format/area-column-texts.js';
import { mapValues } from '../../model/map-values.js';
import type { RankedArea } from '../../model/ranking.js';
import type { AreaColumnName } from '../../model/template.js';
import { makeCell } from '../figure-cells.js';
import type { TableColumn } from './table-column.js';

/** The columns of a league table, by the name that a template gives in `show:`. */
export const AREA_COLUMNS: Record<AreaColumnName, TableColumn<RankedArea>> = mapValues(
  AREA_COLUMN_TEXTS,
  ({ prints, align, write }) => ({ prints, align, makeCell: (area) => makeCell(write(area)) }),
);
