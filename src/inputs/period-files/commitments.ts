import * as z from 'zod';
import { formatDate, isDate } from '../../format/dates.js';
import { field } from '../../schema/field.js';
import { id, text } from '../../schema/scalars.js';
import { defineEntries, defineFields, keep, listForReview } from './declared-schema.js';
import { fileSource } from './figure-schemas.js';
import { definePeriodFile } from './period-file.js';
import { readUnreviewed } from './read-unreviewed.js';

const commitment = defineFields({
  what: keep(field(text, 'what will be done', 'Replant the avenue')),
  owner: keep(field(text, 'who will do it', 'Head of Parks', 'Not stated')),
  due: keep(field(text, 'by when, in words or as YYYY-MM-DD', 'March 2025', '2025-03-31')),
}).describe('one promise');

const contents = defineFields({
  source: keep(fileSource),
  unreviewed: listForReview(
    'commitments',
    field(
      z.array(id).nullable(),
      'the names of those carried over from an earlier period and not reviewed yet',
      ['replant-avenue'],
    ),
  ).optional(),
  commitments: defineEntries(id, commitment).describe(
    'what is promised, by a short name of your choice, in the order in which the paper lists it',
  ),
}).describe('What has been promised, by whom and by when');

/** Promises with their owners and due dates. They are carried over whole, and listed for review. */
export const commitments = definePeriodFile({
  name: 'commitments',
  contents,
  fills: ['lists'],
  templateNames: ['lists.commitments'],
  read: ({ data, file }) => {
    const names = Object.keys(data.commitments);
    const places = new Map(names.map((name) => [name, file.keyPlaceOf(['commitments', name])]));
    const unreviewed = readUnreviewed(file, data.unreviewed ?? [], places);
    const items = Object.entries(data.commitments).map(([name, { what, owner, due }]) => ({
      id: name,
      what,
      owner,
      due: isDate(due) ? formatDate(due) : due,
    }));
    const list = { items, period: '', source: data.source ?? '', places, unreviewed: unreviewed.value };
    return { value: { lists: { commitments: list } }, problems: unreviewed.problems };
  },
});
