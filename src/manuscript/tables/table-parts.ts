import { field } from '../../schema/field.js';
import { markup } from '../../schema/scalars.js';
import { notes } from '../../schema/insert-fields.js';

/** The keys that every kind of table has. */
export const commonKeys = {
  title: field(markup, 'what the table is about', 'What was counted in {{period.year}}'),
  notes,
};
