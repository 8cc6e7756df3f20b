import type * as z from 'zod';
import { formatDate, formatDateRange, isDate } from '../../format.js';
import { TO_COME, type Figure } from '../../model/figure.js';
import type { ItemList } from '../../model/quarter-data.js';
import { makeError, type Problem } from '../../model/problem.js';
import { readUnreviewed } from './read-unreviewed.js';
import type { commitmentsSchema, eventsSchema, performanceAreasSchema } from './quarter-files.js';
import type { ReadYaml } from '../source-reader.js';

type Read<S extends z.ZodType> = ReadYaml<z.infer<S>> | null;

/** Events that demand officers. Each lies within the period that the file states. */
export function readEvents(read: Read<typeof eventsSchema>, problems: Problem[]): Record<string, ItemList> {
  if (!read) return {};
  const { from, to, source, events: items } = read.data;
  problems.push(...datesInOrder(read));
  const missing = (key: 'from' | 'events'): Figure => toCome(`events.${key}`, read, [key]);
  return {
    events: {
      items: items?.map(eventItem) ?? [standIn(['name', 'date'], missing('events'))],
      period: from === null || to === null ? missing('from') : formatDateRange(from, to),
      source: source ?? '',
    },
  };
}

function datesInOrder({
  data: { from, to, events },
  file,
}: NonNullable<Read<typeof eventsSchema>>): Problem[] {
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
  return (events ?? []).flatMap(({ name, date }, index) =>
    date !== undefined && (date < from || date > to)
      ? [
          makeError(
            'dates-in-order',
            file.placeOf(['events', index, 'date']),
            `${name} is on ${date}, outside the period`,
            { expected: `a day from ${from} to ${to}` },
          ),
        ]
      : [],
  );
}

function eventItem({ name, date }: { name: string; date?: string | undefined }): Record<string, string> {
  return { name, date: date ? formatDate(date) : '' };
}

/** Stands where a list is still to come: every part of its one item says so. */
function standIn(keys: string[], figure: Figure): Record<string, Figure> {
  return Object.fromEntries(keys.map((key) => [key, figure]));
}

function toCome(id: string, { data, file }: ReadYaml<{ source: string | null }>, at: string[]): Figure {
  return {
    id: `lists.${id}`,
    label: id.replaceAll(/[-.]/g, ' '),
    value: null,
    unit: 'count',
    reason: TO_COME,
    place: file.placeOf(at),
    source: data.source ?? '',
  };
}

export function readCommitments(
  read: Read<typeof commitmentsSchema>,
  problems: Problem[],
): Record<string, ItemList> {
  if (!read) return {};
  const { file } = read;
  const { source, commitments, unreviewed } = read.data;
  const names = new Map(Object.keys(commitments).map((id) => [id, file.keyPlaceOf(['commitments', id])]));
  const items = Object.entries(commitments).map(([id, { what, owner, due }]) => ({
    id,
    what,
    owner,
    due: isDate(due) ? formatDate(due) : due,
  }));
  return {
    commitments: {
      items,
      period: '',
      source: source ?? '',
      unreviewed: readUnreviewed(file, unreviewed ?? [], names, problems),
    },
  };
}

export function readPerformanceAreas(read: Read<typeof performanceAreasSchema>): Record<string, ItemList> {
  if (!read) return {};
  const { source, ...groups } = read.data;
  const list = (key: keyof typeof groups): ItemList => {
    const raw = groups[key];
    return {
      items:
        raw === null
          ? [standIn(['id', 'name'], toCome(key, read, [key]))]
          : Object.entries(raw ?? {}).map(([id, name]) => ({ id, name })),
      period: '',
      source: source ?? '',
    };
  };
  return { 'off-course': list('off-course'), 'under-attention': list('under-attention') };
}
