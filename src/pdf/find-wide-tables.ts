import type { Document } from '../model/document.js';
import { listSections } from '../model/list-sections.js';
import { makeWarning, type Problem } from '../model/problem.js';
import type { Theme } from '../model/theme.js';
import { computeOverflow } from './blocks/table-column-widths.js';

/** Finds tables that are wider than the page. Their words would break in the middle. */
export function findWideTables(document: Document, theme: Theme): Problem[] {
  return listSections(document)
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => {
      if (block.kind !== 'table' || computeOverflow(block, theme) === 0) return [];
      const name = block.number ?? 'the table';
      const message = `${name} is too wide for the page: its ${block.columns.length} columns have words that do not fit`;
      return [
        makeWarning('table-fits-page', block.place, message, {
          hint: 'Print fewer columns with columns: in tables.yaml, shorten headings, or split the table in two.',
        }),
      ];
    });
}
