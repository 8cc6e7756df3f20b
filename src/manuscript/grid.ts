import type { ManuscriptTable } from '../model/manuscript.js';
import type { TableContent } from '../model/template.js';

/** Columns and rows of a table. `generated`: a note that follows from what the rows show. */
export type Grid = Pick<ManuscriptTable, 'columns' | 'rows'> & { generated: string | null };

/** What a template says of a table of one kind. */
export type Content<K extends TableContent['kind']> = Extract<TableContent, { kind: K }>;
