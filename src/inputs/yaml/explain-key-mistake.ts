import type { Document } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { measureIndent } from './search-lines-before.js';

type YamlErrorCode = Document['errors'][number]['code'];

/** A key and its value on one line. */
const KEY_WITH_VALUE = /^\s*(?:- +)*[\p{L}\p{N}-]+:\s+(?<value>.*\S)/u;
/** A key without the space after its colon. */
const KEY_WITHOUT_SPACE = /^\s*(?<key>[\p{L}\p{N}-]+):(?<value>[^\s:/].*)$/u;
/** A key without its colon, before the | of a text. */
const KEY_WITHOUT_COLON = /^\s*(?<key>[\p{L}\p{N}-]+)\s+\|\s*$/u;

/** Explains a line whose key is written or indented wrongly. The parser reports only what followed from the mistake. */
export function explainKeyMistake(
  code: YamlErrorCode,
  lines: readonly string[],
  place: Place,
): Problem | null {
  const line = lines[place.line - 1] ?? '';
  if (code === 'BLOCK_AS_IMPLICIT_KEY')
    return explainStrayItem(line, place) ?? explainDeeperLine(lines, place);
  if (code === 'BAD_INDENT') return explainOutdentedKey(lines, place);
  if (code === 'UNEXPECTED_TOKEN') return explainIndentedStart(lines, place);
  // At the end of a map, the parser misses the value instead: MISSING_CHAR.
  return code === 'MULTILINE_IMPLICIT_KEY' || code === 'MISSING_CHAR' ? explainKeyMark(line, place) : null;
}

/** A key that starts too far to the left: the first below its parent, or one of several. The parser reports the next key beside it. */
function explainOutdentedKey(lines: readonly string[], place: Place): Problem | null {
  const indent = measureIndent(lines[place.line - 1] ?? '');
  const above = listContentLines(lines).filter(({ line }) => line < place.line);
  const parent = above.findLast(({ text }) => measureIndent(text) < indent);
  if (!parent) return null;
  const earlier = above.filter(({ line }) => line < parent.line);
  const before = earlier.at(-1);
  const isBelowEmptyKey =
    before !== undefined &&
    /^\s*[\p{L}\p{N}-]+:\s*$/u.test(before.text) &&
    measureIndent(before.text) === measureIndent(parent.text);
  const hasSiblings = earlier.some(({ text }) => measureIndent(text) === indent);
  if (!isBelowEmptyKey && !hasSiblings) return null;
  const column = measureIndent(parent.text) + 1;
  return makeError(
    'yaml-is-valid',
    { ...place, line: parent.line, column },
    'the line is not indented as far as the keys beside it',
    { hint: `Start it in the same column as line ${place.line}.` },
  );
}

/** A first key that is indented, although later keys are not. */
function explainIndentedStart(lines: readonly string[], place: Place): Problem | null {
  const first = listContentLines(lines)[0];
  const indent = measureIndent(first?.text ?? '');
  if (!first || indent === 0 || measureIndent(lines[place.line - 1] ?? '') > 0) return null;
  return makeError(
    'yaml-is-valid',
    { ...place, line: first.line, column: indent + 1 },
    'the first key is indented, but later keys are not',
    { hint: 'Start keys of one level in the same column.' },
  );
}

/** Lists the lines that are neither empty nor a comment. */
function listContentLines(lines: readonly string[]): { text: string; line: number }[] {
  return lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '' && !text.trimStart().startsWith('#'));
}

/** An item of a list between the keys of a map. */
function explainStrayItem(line: string, place: Place): Problem | null {
  if (!/^\s*- /.test(line)) return null;
  return makeError(
    'yaml-is-valid',
    { ...place, column: measureIndent(line) + 1 },
    'an item of a list is among the keys of a map',
    {
      hint: 'Remove the dash at the start of the line, or start every entry at this level with a dash.',
    },
  );
}

/** A key on the next line that is indented further, although the line above it already has a value. */
function explainDeeperLine(lines: readonly string[], place: Place): Problem | null {
  const line = lines[place.line - 1] ?? '';
  const nextIndex = lines.findIndex((text, index) => index >= place.line && text.trim() !== '');
  const next = lines[nextIndex] ?? '';
  const value = KEY_WITH_VALUE.exec(line)?.groups?.['value'];
  if (value === undefined || value.includes(': ') || !KEY_WITH_VALUE.test(next)) return null;
  if (measureIndent(next) <= measureIndent(line)) return null;
  const nextPlace = { ...place, line: nextIndex + 1, column: measureIndent(next) + 1 };
  return makeError('yaml-is-valid', nextPlace, 'the line is indented further than the line above it', {
    hint: 'Start keys of one level in the same column.',
  });
}

function explainKeyMark(line: string, place: Place): Problem | null {
  const spaceless = KEY_WITHOUT_SPACE.exec(line)?.groups;
  if (spaceless)
    return makeError('yaml-is-valid', place, 'there is no space after the colon', {
      hint: `Write ${spaceless['key'] ?? ''}: ${spaceless['value'] ?? ''}`,
    });
  const key = KEY_WITHOUT_COLON.exec(line)?.groups?.['key'];
  if (key === undefined) return null;
  return makeError('yaml-is-valid', place, 'there is no colon after the key', { hint: `Write ${key}: |` });
}
