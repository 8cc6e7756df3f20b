import { isScalar, type Document } from 'yaml';
import { applyTextEdits, type TextEdit } from '../inputs/yaml/text-edit.js';
import { findLineEnd } from '../inputs/yaml/find-line.js';
import {
  findBlockLines,
  findColumn,
  findLineBreak,
  indentLines,
  isBlockText,
  normaliseTyped,
  readScalarText,
} from './block-text.js';
import type { SetEdit, YamlPath } from './edit.js';
import { findSpot, openYaml, type Spot } from './open-yaml.js';
import { refuse, succeed, UNSAFE, type Outcome } from './outcome.js';
import { areSame, isPath, listLeaves } from './verify-yaml.js';
import { isFigureSpot, writeScalar } from './write-scalar.js';

/** A file's text after an edit of one place. */
export interface SetText {
  text: string;
  /** The text of the place now. */
  after: string;
  /** The characters that stood in its place. */
  source: string;
}

const CHANGED = 'the text has changed in the file since you opened it';

/** Sets a scalar of a YAML file. */
export function setYaml(
  text: string,
  path: YamlPath,
  edit: Pick<SetEdit, 'before' | 'after' | 'as' | 'source'>,
): Outcome<SetText> {
  const opened = openYaml(text);
  if (opened.refusal) return opened;
  const spot = findSpot(opened.value, path);
  if (!spot) return refuse('the place is no longer in the file', 'Reload the page.', null);
  if (spot.node !== null && !isScalar(spot.node))
    return refuse('the place has several values now', 'Edit it in an editor.', null);
  const current = readScalarText(spot.node);
  if (current !== edit.before) return refuse(CHANGED, undefined, current);
  const after =
    isParagraph(path) || isBlockText(spot.node)
      ? normaliseTyped(edit.after)
      : edit.after.replaceAll(/\r\n?/g, '\n');
  if (after === '' && isParagraph(path) && edit.source === undefined)
    return refuse('a paragraph cannot be empty', 'Delete the paragraph instead.');
  const source = text.slice(...findSpotRange(text, spot));
  if (after === current) return succeed({ text, after, source });
  const restored = edit.source === undefined ? null : restore(text, spot, edit.source);
  if (restored !== null && isSet(restored, opened.value, path, after))
    return succeed({ text: restored, after, source });
  const changed = applyTextEdits(text, planSet(text, spot, path, after, edit.as));
  return isSet(changed, opened.value, path, after) ? succeed({ text: changed, after, source }) : UNSAFE;
}

/** Returns true for a paragraph of a paper's text. */
function isParagraph(path: YamlPath): boolean {
  return path.length === 3 && path[0] === 'narrative';
}

function planSet(text: string, spot: Spot, path: YamlPath, after: string, as: SetEdit['as']): TextEdit[] {
  const { node, isInFlow } = spot;
  if (isBlockText(node) && after !== '') return planBlock(text, spot, after);
  const needsBlock = !isInFlow && !isBlockText(node) && (isParagraph(path) || after.includes('\n'));
  if (needsBlock) return planNewBlock(text, spot, after);
  const value = writeScalar(after, spot, isFigureSpot(spot, path, as));
  return [planValue(text, spot, value)];
}

/** Writes the characters of a value after its colon or dash. */
function planValue(text: string, spot: Spot, value: string): TextEdit {
  const [start, end] = findSpotRange(text, spot);
  const old = text.slice(start, end);
  const hasColon = /[:-]/.test(text[start - 1] ?? '');
  const space = old.trim() === '' && hasColon ? ' ' : (/^[ \t]*/.exec(old)?.[0] ?? '');
  return { start, end, text: (value === '' ? '' : space + value) + readHeaderComment(text, spot) };
}

/** Replaces the lines of a text under `|`. A folded text (`>`) becomes a literal one, which keeps the typed lines. */
function planBlock(text: string, { node, start: keyStart }: Spot, after: string): TextEdit[] {
  if (!isBlockText(node)) return [];
  const lineBreak = findLineBreak(text);
  const { start, end, indent } = findBlockLines(text, node, findColumn(text, keyStart) + 2);
  const from = node.range?.[0] ?? 0;
  const isOpen = text[start - 1] !== '\n'; // the header is the last line of the file
  const body = `${isOpen ? lineBreak : ''}${indentLines(after, indent, lineBreak)}${end === start && !isOpen ? lineBreak : ''}`;
  return [
    ...(text[from] === '>' ? [{ start: from, end: from + 1, text: '|' }] : []),
    { start, end: Math.max(start, end), text: body },
  ];
}

/** Turns a value of one line into a text under `|`. A comment after it stays in its line. */
function planNewBlock(text: string, spot: Spot, after: string): TextEdit[] {
  const lineBreak = findLineBreak(text);
  const header = planValue(text, spot, '|');
  const lineEnd = findLineEnd(text, header.end);
  const body = indentLines(after, findColumn(text, spot.start) + 2, lineBreak);
  if (lineEnd === header.end) return [{ ...header, text: `${header.text}${lineBreak}${body}` }];
  const hasBreak = text[lineEnd - 1] === '\n';
  return [header, { start: lineEnd, end: lineEnd, text: hasBreak ? body + lineBreak : lineBreak + body }];
}

/**
 * Finds the characters of a value: with the spaces between it and its colon or dash, and without empty lines after a block. A
 * missing value has the spaces in its place.
 */
function findSpotRange(text: string, spot: Spot): [number, number] {
  const { node } = spot;
  const sign = findSign(text, spot);
  if (!node?.range || (isScalar(node) && node.value === null && node.source === '')) {
    const start = sign ?? node?.range?.[0] ?? spot.start;
    const spaces = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
    const isBeforeSign = /[}\]#]/.test(text[start + spaces] ?? '');
    return [start, start + (isBeforeSign ? Math.max(0, spaces - 1) : spaces)];
  }
  const [from, to] = node.range;
  const start =
    sign !== null && text.slice(sign, from).trim() === '' && !text.slice(sign, from).includes('\n')
      ? sign
      : from;
  return [
    start,
    isBlockText(node) ? Math.max(findBlockLines(text, node, 0).end, findHeaderEnd(text, from)) : to,
  ];
}

/** Finds the offset after the colon or dash before a value. Null in brackets, and where something else stands between. */
function findSign(text: string, { node, keyEnd, isInFlow }: Spot): number | null {
  if (keyEnd !== null) {
    const colon = text.indexOf(':', keyEnd);
    return text.slice(keyEnd, colon).trim() === '' ? colon + 1 : null;
  }
  const before = text.slice(0, node?.range?.[0] ?? 0);
  return !isInFlow && /-[ \t]*$/.test(before) ? before.trimEnd().length : null;
}

function findHeaderEnd(text: string, start: number): number {
  return start + text.slice(start, findLineEnd(text, start)).trimEnd().length;
}

/** Reads the comment after the sign of a text under `|` or `>`, which stays when the text goes. */
function readHeaderComment(text: string, { node }: Spot): string {
  if (!isBlockText(node)) return '';
  const from = node.range?.[0] ?? 0;
  return /\s+#.*/.exec(text.slice(from, findHeaderEnd(text, from)))?.[0] ?? '';
}

/** Writes the characters that stood there before. */
function restore(text: string, spot: Spot, source: string): string {
  const [start, end] = findSpotRange(text, spot);
  const comment = /^\s*[|>]/.test(source) ? '' : readHeaderComment(text, spot);
  return applyTextEdits(text, [{ start, end, text: source + comment }]);
}

/** Returns true if the new text reads as the old one with the new value at the path. */
function isSet(changed: string, old: Document, path: YamlPath, after: string): boolean {
  const opened = openYaml(changed);
  if (!opened.value) return false;
  const spot = findSpot(opened.value, path);
  if (!spot || readScalarText(spot.node) !== after) return false;
  const blank = (leaf: { path: YamlPath; value: string }): { path: YamlPath; value: string } =>
    isPath(leaf.path, path) ? { ...leaf, value: '' } : leaf;
  return areSame(listLeaves(old).map(blank), listLeaves(opened.value).map(blank));
}
