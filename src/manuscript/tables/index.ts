import type * as z from 'zod';
import type { ShownMeasures } from '../../model/shown-measures.js';
import type { Rendered } from '../rendered.js';
import { counts } from './counts.js';
import { data } from './data.js';
import { ranking } from './ranking.js';
import type { ContentOf, Grid, TableFacts, TableKind, TableKindName, TableSource } from './table-kind.js';
import { trend } from './trend.js';

/* The list of the kinds of table. The inputs use it too, so these files do not load Handlebars. */
const kinds = { trend, ranking, counts, data };

type Entry<Name extends TableKindName> = z.infer<(typeof kinds)[Name]['schema']>;

/** An entry of `tables.yaml`, of one kind or of any. */
export type TableEntry<Name extends TableKindName = TableKindName> = {
  [Kind in Name]: Entry<Kind> & { kind: Kind };
}[Name];

const TABLE_KINDS: { [Name in TableKindName]: TableKind<Name, TableEntry<Name>> } = kinds;

const { trend: first, ...others } = kinds;

/** The schemas of the kinds. A discriminated union needs at least one, so the type says that the list is not empty. */
export const TABLE_SCHEMAS = [first.schema, ...Object.values(others).map(({ schema }) => schema)] as const;

/** Reads the part of an entry that depends on its kind. */
export function readTableContent<Name extends TableKindName>(
  entry: TableEntry<Name>,
  source: TableSource,
): ContentOf<Name> {
  return TABLE_KINDS[entry.kind].readContent(entry, source);
}

/** Returns the measures that an entry can name. Null when it names none. */
export function getTableMeasures({ kind }: TableEntry): ShownMeasures | null {
  return TABLE_KINDS[kind].shows;
}

/** Makes the columns and rows of a table. */
export function makeTableGrid<Name extends TableKindName>(
  content: ContentOf<Name>,
  facts: TableFacts,
): Rendered<Grid> {
  return TABLE_KINDS[content.kind].makeGrid(content, facts);
}
