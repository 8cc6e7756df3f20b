import * as z from 'zod';
import type { Inline } from '../../model/inline.js';
import type { ManuscriptTable } from '../../model/manuscript.js';

/** A column that a template can choose by its name. The template gives its heading. */
export interface TableColumn<Row> {
  /** The contents of the column, as an editor explains them to the author of a template. */
  prints: string;
  /** Figures line up on their last digit, words on the left. */
  align: 'left' | 'decimal';
  makeCell: (row: Row) => Inline[];
}

/** Returns the schema of `show:`, which takes the name of a column. */
export function makeShowSchema<Name extends string>(
  columns: Record<Name, TableColumn<never>>,
  description: string,
  ...examples: NoInfer<Name>[]
): z.ZodType<Name> {
  const names = Object.keys(columns) as Name[]; // Object.keys only promises strings
  const enumDescriptions = names.map((name) => columns[name].prints);
  return z.enum(names).meta({ description, examples, enumDescriptions });
}

/** Returns the heads of the chosen columns, in their order. */
export function makeColumnHeads<Name extends string>(
  chosen: { show: Name; heading: string }[],
  columns: Record<Name, TableColumn<never>>,
): ManuscriptTable['columns'] {
  return chosen.map(({ show, heading }) => ({ heading, align: columns[show].align }));
}
