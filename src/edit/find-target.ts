import { isMap, isScalar, isSeq, type Document, type Node } from 'yaml';
import { readSource } from '../inputs/yaml/read-node.js';
import type { Place } from '../model/problem.js';
import { findCell, openGrid } from './csv-grid.js';
import type { EditTarget, YamlPath } from './edit.js';
import { readScalarText } from './block-text.js';
import { findFrontMatterTarget, readFrontMatter } from './front-matter.js';
import { findSpot, openYaml } from './open-yaml.js';
import { refuse, succeed, type Outcome } from './outcome.js';
import { refuseFile } from './refuse-file.js';
import { readCell } from './set-cell.js';
import { findTemplateTarget, readTemplateLines } from './template-lines.js';

/** The target of an edit at a place, and the text that stands there. */
export interface FoundTarget {
  target: EditTarget;
  text: string;
}

/** Finds what an author edits at a place of a figure, a block or a title. `text` is the text of the place's file. */
export function findTarget(text: string, place: Place, options: TargetOptions = {}): Outcome<FoundTarget> {
  return createTargetFinder(text, place.file, options)(place);
}

interface TargetOptions {
  /** The line of the headings of a CSV file. Default: 1. */
  headerRow?: number | undefined;
}

/** Creates a function that finds what is edited at places of one file. It parses the file once. */
export function createTargetFinder(
  fileText: string,
  file: string,
  { headerRow }: TargetOptions = {},
): (place: Place) => Outcome<FoundTarget> {
  const text = fileText.replace(/^\uFEFF/, '');
  if (refuseFile(file)) return ({ sheet }) => refuseFile(file, sheet !== undefined) ?? NOTHING;
  const find = openFile(text, file, headerRow);
  if (find.refusal) return () => find;
  return (place) => refuseFile(file, place.sheet !== undefined) ?? find.value(place) ?? NOTHING;
}

const NOTHING = refuse('there is no text here', 'Click on a text or a figure.');
const SEVERAL = refuse(
  'there is no single value here',
  'It is computed, or has several values. Edit it in an editor.',
);

/** Finds the target at a place of an opened file. Null if nothing is there. */
type Find = (place: Place) => Outcome<FoundTarget> | null;

function openFile(text: string, file: string, headerRow: number | undefined): Outcome<Find> {
  if (/\.csv$/i.test(file)) return openCells(text, file, headerRow);
  if (/\.ya?ml$/i.test(file)) return openValues(text, file);
  return succeed(({ line }) => {
    const title = findFrontMatterTarget(text, file, line);
    if (title) return succeed({ target: title, text: readFrontMatter(text, title) ?? '' });
    const target = findTemplateTarget(text, file, line);
    return target && succeed({ target, text: readTemplateLines(text, target) ?? '' });
  });
}

function openCells(text: string, file: string, headerRow: number | undefined): Outcome<Find> {
  const grid = openGrid(text, headerRow);
  if (grid.refusal) return grid;
  return succeed(({ line, column }) => {
    const cell = findCell(text, grid.value, line, column);
    const row = grid.value.rows.find((candidate) => candidate.row === cell?.row);
    return (
      (cell &&
        row &&
        succeed({
          target: { kind: 'cell', file, ...cell, headerRow } as const,
          text: readCell(row, cell.column),
        })) ??
      null
    );
  });
}

function openValues(text: string, file: string): Outcome<Find> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  return succeed(({ line, column }) => {
    const path = findPath(opened.value, findOffset(text, line, column));
    if (!path) return SEVERAL;
    const node = findSpot(opened.value, path)?.node ?? null;
    return succeed({ target: { kind: 'yaml', file, path } as const, text: readScalarText(node) });
  });
}

function findOffset(text: string, line: number, column: number): number {
  let start = 0;
  for (let count = 1; count < line; count++) start = text.indexOf('\n', start) + 1 || text.length;
  return start + column - 1;
}

/** Finds the scalar at an offset: the one that contains it, or the value of the key or map that does. */
function findPath(document: Document, offset: number): YamlPath | null {
  return searchNode(document.contents, [], offset);
}

function searchNode(node: Node | null, path: YamlPath, offset: number): YamlPath | null {
  if (isMap(node)) {
    const isAtStart = node.range?.[0] === offset && path.length > 0;
    if (isAtStart && isScalar(node.get('value', true))) return [...path, 'value'];
    for (const { key, value } of node.items) {
      if (!isScalar(key) || !key.range) continue;
      const inner = [...path, readSource(key)];
      const child = value as Node | null; // a parsed document has nodes only
      if (contains(key, offset)) return settle(child, inner);
      if (offset > key.range[0] && offset <= (child?.range?.[1] ?? key.range[1]))
        return searchNode(child, inner, offset) ?? settle(child, inner);
    }
    return null;
  }
  if (isSeq(node)) {
    const index = node.items.findIndex((item) => contains(item as Node, offset));
    return index < 0 ? null : searchNode(node.items[index] as Node, [...path, index], offset);
  }
  return path.length > 0 && (node === null || isScalar(node)) ? path : null;
}

/** The value of a figure with more to say is under `value:`, and what a table or chart prints of its own is under `title:`. */
function settle(node: Node | null, path: YamlPath): YamlPath | null {
  if (node === null || isScalar(node)) return path;
  const key = isMap(node) && ['value', 'title'].find((name) => isScalar(node.get(name, true)));
  return key === undefined || key === false ? null : [...path, key];
}

function contains({ range }: Node, offset: number): boolean {
  return range !== undefined && range !== null && offset >= range[0] && offset <= range[1];
}
