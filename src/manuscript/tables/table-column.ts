import * as z from 'zod';
import type { Inline } from '../../model/inline.js';
import type { ManuscriptTable } from '../../model/manuscript.js';
import type { Markup } from '../../model/markup.js';
import { joinRendered, mapRendered, withoutProblems, type Rendered } from '../rendered.js';
import type { TableFacts } from './table-kind.js';

type Head = ManuscriptTable['columns'][number];

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

/** Renders the heads of the chosen columns, in their order. */
export function makeColumnHeads<Name extends string>(
  chosen: { show: Name; heading: Markup }[],
  columns: Record<Name, TableColumn<never>>,
  facts: Pick<TableFacts, 'render'>,
): Rendered<ManuscriptTable['columns']> {
  return joinRendered(chosen.map(({ show, heading }) => makeHead(heading, columns[show].align, facts)));
}

/** Renders the head of one column. A heading without `{{…}}` is printed as typed: "95% interval" names a column, and states no figure. */
export function makeHead(
  heading: Markup,
  align: Head['align'],
  { render }: Pick<TableFacts, 'render'>,
): Rendered<Head> {
  if (!heading.text.includes('{{')) return withoutProblems({ heading: heading.text, align });
  return mapRendered(render(heading, {}), (fragment) => ({ heading: fragment, align }));
}
