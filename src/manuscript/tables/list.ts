import * as z from 'zod';
import type { Problem } from '../../model/problem.js';
import { makeError } from '../../model/problem.js';
import type { ItemList } from '../../model/period-data.js';
import { adviseOnName } from '../../model/suggest-name.js';
import { field } from '../../schema/field.js';
import { markup, text } from '../../schema/scalars.js';
import { withNames } from '../../schema/with-names.js';
import { findMissingFile } from '../find-missing-file.js';
import { joinRendered, mapRendered, type Rendered } from '../rendered.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableSource } from './table-kind.js';
import { commonKeys } from './table-parts.js';

const column = z
  .strictObject({
    heading: field(text, 'the heading of the column', 'By when'),
    cell: field(markup, 'what it shows of each item', '{{item.due}}'),
    align: field(z.enum(['left', 'right']), 'left by default', 'right').optional(),
  })
  .describe('one column');

const schema = z.strictObject({
  kind: z.literal('list').describe('a row for each item of a list in data'),
  ...commonKeys,
  list: field(withNames(text, 'lists'), 'the list', 'commitments', 'events'),
  columns: z.array(column).describe('the columns from left to right'),
});

type Entry = z.infer<typeof schema>;

/** A row for each item of a list in the data. */
export const list = { schema, shows: null, readContent, makeGrid } satisfies TableKind<'list', Entry>;

function readContent({ list, columns }: Entry, { readMarkup }: TableSource): ContentOf<'list'> {
  return {
    kind: 'list',
    list,
    columns: columns.map(({ heading, align }, index) => ({
      heading,
      cell: readMarkup(['columns', index, 'cell']),
      align: align ?? 'left',
    })),
  };
}

function makeGrid(content: ContentOf<'list'>, facts: TableFacts): Rendered<Grid> {
  const { columns } = content;
  const list = findList(content, facts);
  const rows = joinRendered(
    (list?.items ?? []).map((item) => joinRendered(columns.map(({ cell }) => facts.render(cell, { item })))),
  );
  const grid = mapRendered(rows, (cells): Grid => ({
    columns: columns.map(({ heading, align }) => ({ heading, align })),
    rows: cells.map((row) => ({ kind: 'data', cells: row })),
    generated: null,
  }));
  return list ? grid : { ...grid, problems: [...grid.problems, makeUnknownListError(content, facts)] };
}

/** Finds the list in the data of the paper's own quarter. */
function findList({ list }: ContentOf<'list'>, { inputs }: TableFacts): ItemList | undefined {
  const lists = inputs.history.at(-1)?.lists ?? {};
  return Object.hasOwn(lists, list) ? lists[list] : undefined;
}

function makeUnknownListError({ list }: ContentOf<'list'>, { inputs, place }: TableFacts): Problem {
  const known = Object.keys(inputs.history.at(-1)?.lists ?? {});
  return (
    findMissingFile(inputs, 'lists', list, place) ??
    makeError('list-exists', place, `no list is called "${list}" this period`, adviseOnName(list, known))
  );
}
