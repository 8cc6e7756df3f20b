import { isMap, isScalar, type Document, type YAMLMap } from 'yaml';
import { readSource } from '../inputs/yaml/read-node.js';
import type { AppliedEdit } from './applied-edit.js';
import { findLineBreak, readScalarText } from './block-text.js';
import { putBraces } from './cut-paragraph.js';
import type { AddRowEdit, DeleteRowEdit } from './edit.js';
import { cutEntry, findGap, listEntryLines, putEntry, withFinalBreak } from './entry-lines.js';
import { putBelow } from './insert-paragraph.js';
import { findSpot, openYaml } from './open-yaml.js';
import { refuse, succeed, UNSAFE, type Outcome } from './outcome.js';
import { checkLabel, suggestLabel } from './suggest-label.js';
import { areSame, isPath, leaveOut, listLeaves } from './verify-yaml.js';
import { NUMBER, writeText } from './write-scalar.js';

/** The key of the rows in the file of a data set. */
export const ROWS = 'rows';

/** Adds a row to the `rows:` of a data set, written as the row beside it. */
export function addYamlRow(text: string, edit: AddRowEdit): Outcome<AppliedEdit> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  const found = findRows(opened.value);
  if (found.refusal) return found;
  const names = found.value?.items.map(({ key }) => readSource(key)) ?? [];
  const values = Object.fromEntries(Object.entries(edit.values).filter(([, value]) => value.trim() !== ''));
  const [first] = Object.values(values);
  if (first === undefined) return refuse('the row is empty', 'Fill in a cell.');
  const name = edit.name ?? suggestLabel(first, names);
  const wrong = checkLabel(name, names);
  if (wrong) return wrong;
  const index = findIndex(edit.after, names);
  if (index === null) return refuse('the row above is no longer in the file', 'Reload the page.', null);
  const order = [...names.slice(0, index + 1), name, ...names.slice(index + 1)];
  for (const source of [edit.source, undefined]) {
    const changed = insertRow(text, { name, index, values }, source);
    if (changed.refusal) return changed;
    if (!isRowAdded(changed.value, opened.value, name, values, order)) continue;
    const inverse: DeleteRowEdit = { kind: 'delete-row', file: edit.file, row: name, before: values };
    return succeed({ text: changed.value, inverse });
  }
  return UNSAFE;
}

function findRows(document: Document): Outcome<YAMLMap | null> {
  const spot = findSpot(document, [ROWS]);
  if (!spot) return refuse('the file has no rows:', 'Edit it in an editor.');
  if (!isMap(spot.node) || spot.node.items.length === 0) return succeed(null);
  return spot.isInFlow || spot.node.flow === true
    ? refuse('the rows are in braces', 'Edit it in an editor.')
    : succeed(spot.node);
}

/** 0 is the start. */
function findIndex(after: AddRowEdit['after'], names: readonly string[]): number | null {
  if (after === null) return names.length - 1;
  if (after === 0) return -1;
  const index = names.indexOf(String(after));
  return index < 0 ? null : index;
}

interface Insertion {
  name: string;
  index: number;
  values: Readonly<Record<string, string>>;
}

function insertRow(
  text: string,
  { name, index, values }: Insertion,
  source: AddRowEdit['source'],
): Outcome<string> {
  const lineBreak = findLineBreak(text);
  return withFinalBreak(text, lineBreak, (whole) => {
    const opened = openYaml(whole);
    if (opened.refusal) return opened;
    const { value: map } = findRows(opened.value);
    const neighbour = map?.items[Math.max(0, index)]?.value;
    const isOpen = isMap(neighbour) && neighbour.flow !== true && neighbour.items.length > 0;
    const keys = sortKeys(Object.keys(values), neighbour);
    const write = (column: number): string => {
      const indent = ' '.repeat(column);
      const pairs = keys.map((key) => `${writeText(key)}: ${writeValue(values[key] ?? '', !isOpen)}`);
      return isOpen
        ? [`${indent}${name}:`, ...pairs.map((pair) => `${indent}  ${pair}`), ''].join(lineBreak)
        : `${indent}${name}: { ${pairs.join(', ')} }${lineBreak}`;
    };
    if (!map)
      return succeed(putBelow(whole, findSpot(opened.value, [ROWS])?.keyEnd ?? 0, source?.lines ?? write(2)));
    const entries = listEntryLines(whole, map);
    const lines = source?.lines ?? write(entries[0]?.column ?? 2);
    return succeed(
      putEntry(whole, entries, index, { lines, gap: source?.gap ?? findGap(whole, entries) ?? '' }),
    );
  });
}

/** The keys of the neighbour come first, in its order. */
function sortKeys(keys: readonly string[], neighbour: unknown): string[] {
  const known = isMap(neighbour) ? neighbour.items.map(({ key }) => readSource(key)) : [];
  return [...known.filter((key) => keys.includes(key)), ...keys.filter((key) => !known.includes(key))];
}

function writeValue(value: string, isInFlow: boolean): string {
  return NUMBER.test(value) ? value : writeText(value, undefined, isInFlow);
}

/** Deletes a row of the `rows:` of a data set, with the comments directly above it. */
export function deleteYamlRow(text: string, edit: DeleteRowEdit): Outcome<AppliedEdit> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  const found = findRows(opened.value);
  if (found.refusal) return found;
  const name = String(edit.row);
  const names = found.value?.items.map(({ key }) => readSource(key)) ?? [];
  const index = names.indexOf(name);
  if (index < 0) return refuse('the row is no longer in the file', 'Reload the page.', null);
  const current = readYamlRow(opened.value, name);
  if (!isSameRow(current, edit.before))
    return refuse(
      'the row has changed in the file since you opened it',
      undefined,
      Object.values(current).join(', '),
    );
  let source: AddRowEdit['source'];
  const changed = withFinalBreak(text, findLineBreak(text), (whole) => {
    const document = openYaml(whole);
    if (document.refusal) return document;
    const { value: map } = findRows(document.value);
    if (!map) return UNSAFE;
    const cut = cutEntry(whole, listEntryLines(whole, map), index);
    source = cut.source;
    if (map.items.length > 1) return succeed(cut.text);
    return succeed(putBraces(cut.text, findSpot(document.value, [ROWS])?.keyEnd ?? 0));
  });
  if (changed.refusal) return changed;
  const rest = names.filter((candidate) => candidate !== name);
  const reopened = openYaml(changed.value).value;
  if (!reopened || !isElsewhereSame(reopened, opened.value, name, rest)) return UNSAFE;
  const inverse: AddRowEdit = {
    kind: 'add-row',
    file: edit.file,
    after: names[index - 1] ?? 0,
    values: current,
    name,
    source,
  };
  return succeed({ text: changed.value, inverse });
}

/** Reads the cells of a row. A cell with more to say has its value under `value:`. */
export function readYamlRow(document: Document, name: string): Record<string, string> {
  const row = findSpot(document, [ROWS, name])?.node;
  if (!isMap(row)) return {};
  return Object.fromEntries(
    row.items.flatMap(({ key, value }) => {
      const cell: unknown = isMap(value) ? value.get('value', true) : value;
      const text = isScalar(cell) ? readScalarText(cell) : '';
      return text === '' ? [] : [[readSource(key), text]];
    }),
  );
}

function isSameRow(row: Record<string, string>, other: Readonly<Record<string, string>>): boolean {
  const keys = new Set([...Object.keys(row), ...Object.keys(other)]);
  return [...keys].every((key) => (row[key] ?? '') === (other[key] ?? ''));
}

function isRowAdded(
  changed: string,
  old: Document,
  name: string,
  values: Readonly<Record<string, string>>,
  order: readonly string[],
): boolean {
  const { value } = openYaml(changed);
  return (
    value !== null && isSameRow(readYamlRow(value, name), values) && isElsewhereSame(value, old, name, order)
  );
}

/** Compares everything but one row, and the names of all rows. */
function isElsewhereSame(changed: Document, old: Document, name: string, order: readonly string[]): boolean {
  const list = (document: Document): ReturnType<typeof listLeaves> =>
    leaveOut(listLeaves(document), [ROWS, name]).filter((leaf) => !isPath(leaf.path, [ROWS]));
  const rows = findSpot(changed, [ROWS])?.node;
  const names = isMap(rows) ? rows.items.map(({ key }) => readSource(key)) : [];
  return names.join(' ') === order.join(' ') && areSame(list(changed), list(old));
}
