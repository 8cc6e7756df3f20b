import * as z from 'zod';
import { formatDate, formatDateRange } from '../../format/dates.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { ItemList } from '../../model/period-data.js';
import { field } from '../../schema/field.js';
import { date, text } from '../../schema/scalars.js';
import type { ValidYaml } from '../source-reader.js';
import { defineFields, empty, fillIn } from './declared-schema.js';
import { fileSource } from './figure-schemas.js';
import { buildListToCome } from './build-list-to-come.js';
import { definePeriodFile } from './period-file.js';

const event = z
  .strictObject({
    name: field(text, 'as it reads in a list within a sentence', 'the autumn fair'),
    date: field(date, 'its day, where it is known', '2024-11-09').optional(),
  })
  .describe('one event');

const contents = defineFields({
  source: empty(fileSource),
  from: empty(field(date.nullable(), 'the first day of the period; empty while it is to come', '2024-11-04')),
  to: empty(field(date.nullable(), 'its last day; empty while it is to come', '2024-11-10')),
  events: fillIn(
    z
      .array(event)
      .nullable()
      .describe('in the order in which the paper lists them; empty while they are to come'),
  ),
}).describe('Events that demand officers');

type EventsFile = ValidYaml<z.infer<typeof contents.schema>>;

/** Events that demand officers, within the period that the file states. */
export const events = definePeriodFile({
  name: 'events',
  contents,
  fills: ['lists'],
  templateNames: ['lists.events'],
  read: (eventsFile) => ({
    value: { lists: { events: buildList(eventsFile) } },
    problems: findDatesOutOfOrder(eventsFile),
  }),
});

function buildList(eventsFile: EventsFile): ItemList {
  const { from, to, source, events: items } = eventsFile.data;
  const toCome = buildListToCome('events.events', eventsFile, 'events');
  return {
    items: items?.map(buildItem) ?? [{ name: toCome, date: toCome }],
    period:
      from === null || to === null
        ? buildListToCome('events.from', eventsFile, 'from')
        : formatDateRange(from, to),
    source: source ?? '',
  };
}

function buildItem({ name, date: day }: z.infer<typeof event>): Record<string, string> {
  return { name, date: day === undefined ? '' : formatDate(day) };
}

function findDatesOutOfOrder({ data: { from, to, events: items }, file }: EventsFile): Problem[] {
  if (from === null || to === null) return [];
  if (to < from)
    return [
      makeError(
        'dates-in-order',
        file.placeOf(['to']),
        `the period ends on ${to}, before it begins on ${from}`,
        {
          expected: `a day on or after ${from}`,
        },
      ),
    ];
  return (items ?? []).flatMap(({ name, date: day }, index) =>
    day !== undefined && (day < from || day > to)
      ? [
          makeError(
            'dates-in-order',
            file.placeOf(['events', index, 'date']),
            `${name} is on ${day}, outside the period`,
            { expected: `a day from ${from} to ${to}` },
          ),
        ]
      : [],
  );
}
