import { isMap, isScalar, type YAMLMap } from 'yaml';
import type { CarryOver, CarryOverException } from '../inputs/period-files/carry-over.js';
import type { PeriodFile } from '../inputs/period-files/period-file.js';
import type { TextEdit } from '../inputs/yaml/text-edit.js';
import { putNote } from './put-note.js';
import { putReviewList } from './put-review-list.js';
import { applyEdits, dropEntry, emptyValue, formatScalar, putText, setValue } from './yaml-edits.js';
import { findEntry, listEntries, listInnerEntries, parseTopMap, type Entry } from './yaml-entries.js';

/** Moves words on a time, such as "December 2008", to the new period. Returns null if that is impossible. */
export type Advance = (words: string) => string | null;

export interface RolledFile {
  text: string;
  /** The number of figures and lists that the author has to fill in. */
  toFillIn: number;
}

/** The names of entries that the author must review, and the key above which they are listed. */
export interface Review {
  before: string;
  names: string[];
}

/**
 * Makes the next period's file from this period's, with the same keys, order and comments. Every field is emptied, moved on
 * or kept, as its schema declares. `note` becomes a comment. `review` is null for a file whose entries are not reviewed.
 */
export function rollPeriodFile(
  { carryOver, findExceptions }: Pick<PeriodFile, 'carryOver' | 'findExceptions'>,
  text: string,
  advance: Advance,
  note: string,
  review: Review | null = null,
): RolledFile {
  const map = parseTopMap(text);
  const exceptions = findExceptions(map?.toJSON() ?? {});
  const changes = listFieldChanges(carryOver, listEntries(map), [], exceptions);
  const edits = [
    ...putNote(text, map, note),
    ...changes.flatMap((change) => editEntry(text, change, advance)),
    ...exceptions.flatMap((exception) => stateSource(text, map, exception)),
    ...(review ? putReviewList(text, map, review.before, review.names) : []),
  ];
  return {
    text: applyEdits(text, edits),
    toFillIn: changes.filter(({ kind }) => kind === 'fill-in').length,
  };
}

/** A change of one entry's value. */
interface Change {
  entry: Entry;
  kind: 'empty' | 'fill-in' | 'move-on' | 'drop';
}

function listFieldChanges(
  fields: Readonly<Record<string, CarryOver>>,
  entries: readonly Entry[],
  path: readonly string[],
  exceptions: readonly CarryOverException[],
): Change[] {
  return entries.flatMap((entry) => {
    const carryOver = fields[entry.key];
    // The file fits its schema, and the schema has a declaration for every field.
    if (!carryOver) throw new Error(`no declaration for ${[...path, entry.key].join('.')}`);
    return listChanges(carryOver, entry, [...path, entry.key], exceptions);
  });
}

function listChanges(
  declared: CarryOver,
  entry: Entry,
  path: readonly string[],
  exceptions: readonly CarryOverException[],
): Change[] {
  const exception = exceptions.find((candidate) => candidate.path.join('\n') === path.join('\n'));
  const carryOver = chooseOption(exception?.carryOver ?? declared, entry);
  switch (carryOver.kind) {
    case 'keep':
      return [];
    case 'drop':
    case 'empty':
    case 'fill-in':
    case 'move-on':
      return [{ entry, kind: carryOver.kind }];
    case 'fields':
      return listFieldChanges(carryOver.fields, listInnerEntries(entry), path, exceptions);
    case 'entries':
      return listInnerEntries(entry).flatMap((inner) =>
        listChanges(carryOver.entry, inner, [...path, inner.key], exceptions),
      );
  }
}

/** Returns the option whose shape the entry has: a map with the same keys, or a value alone. */
function chooseOption(carryOver: CarryOver, entry: Entry): Exclude<CarryOver, { kind: 'either' }> {
  if (carryOver.kind !== 'either') return carryOver;
  const keys = listInnerEntries(entry).map(({ key }) => key);
  const option = carryOver.options.find((candidate) =>
    candidate.kind === 'fields'
      ? isMap(entry.pair.value) && keys.every((key) => key in candidate.fields)
      : !isMap(entry.pair.value),
  );
  if (!option) throw new Error(`no declaration for the shape of ${entry.key}`);
  return chooseOption(option, entry);
}

function editEntry(text: string, { entry, kind }: Change, advance: Advance): TextEdit[] {
  if (kind === 'move-on') return moveTime(text, entry, advance);
  return kind === 'drop' ? dropEntry(text, entry) : emptyValue(text, entry);
}

function moveTime(text: string, entry: Entry, advance: Advance): TextEdit[] {
  const { value } = entry.pair;
  if (!isScalar(value) || typeof value.value !== 'string') return [];
  const moved = advance(value.value);
  if (moved === value.value) return [];
  return moved === null
    ? emptyValue(text, entry)
    : setValue(text, entry, formatScalar(moved, entry.isInFlow));
}

function stateSource(text: string, map: YAMLMap | null, { path, source }: CarryOverException): TextEdit[] {
  const value = findEntry(map, ...path)?.pair.value;
  return source !== undefined && isMap(value) ? putText(text, value, 'source', source) : [];
}
