import type * as z from 'zod';
import { formatDate, formatDateRange, isDate } from '../format.js';
import type { ItemList } from '../model/inputs.js';
import { fault, type Problem } from '../model/problem.js';
import type { commitmentsSchema, eventsSchema, performanceAreasSchema } from './schemas/quarter-files.js';
import type { ReadYaml } from './source-reader.js';

type Read<S extends z.ZodType> = ReadYaml<z.infer<S>> | null;

/** Events that demand officers. Each lies within the period that the file states. */
export function readEvents(read: Read<typeof eventsSchema>, problems: Problem[]): Record<string, ItemList> {
  if (!read) return {};
  const { from, to, source, events: items } = read.data;
  if (to < from)
    problems.push(
      fault(
        'dates-in-order',
        read.file.placeOf(['to']),
        `the period ends on ${to}, before it begins on ${from}`,
        {
          expected: `a day on or after ${from}`,
        },
      ),
    );
  else
    items.forEach(({ name, date }, index) => {
      if (date !== undefined && (date < from || date > to))
        problems.push(
          fault(
            'dates-in-order',
            read.file.placeOf(['events', index, 'date']),
            `${name} is on ${date}, outside the period`,
            {
              expected: `a day from ${from} to ${to}`,
            },
          ),
        );
    });
  return {
    events: {
      items: items.map(({ name, date }) => ({ name, date: date ? formatDate(date) : '' })),
      period: formatDateRange(from, to),
      source,
    },
  };
}

export function readCommitments(read: Read<typeof commitmentsSchema>): Record<string, ItemList> {
  if (!read) return {};
  const items = Object.entries(read.data.commitments).map(([id, { what, owner, due }]) => ({
    id,
    what,
    owner,
    due: isDate(due) ? formatDate(due) : due,
  }));
  return { commitments: { items, period: '', source: read.data.source } };
}

export function readPerformanceAreas(read: Read<typeof performanceAreasSchema>): Record<string, ItemList> {
  if (!read) return {};
  const { source, ...groups } = read.data;
  const list = (raw: Record<string, string> = {}): ItemList => ({
    items: Object.entries(raw).map(([id, name]) => ({ id, name })),
    period: '',
    source,
  });
  return { 'off-course': list(groups['off-course']), 'under-attention': list(groups['under-attention']) };
}
