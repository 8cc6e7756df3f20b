import { field, markup } from '../../schema/schema-parts.js';
import { notes } from '../../schema/insert-parts.js';

/** The keys that every kind of table has. */
export const commonKeys = {
  title: field(markup, 'what the table is about', 'What was counted in {{quarter.year}}'),
  notes,
};
