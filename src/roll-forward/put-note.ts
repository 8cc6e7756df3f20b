import type { YAMLMap } from 'yaml';
import { findLineStart } from '../inputs/yaml/find-line.js';
import type { TextEdit } from '../inputs/yaml/text-edit.js';
import { insertText } from './yaml-edits.js';
import { listEntries, findStart } from './yaml-entries.js';

const NOTE = /^# Rolled forward from .*\r?\n/m;

/** Writes a comment line above the first entry. Replaces the note of an earlier roll-forward. */
export function putNote(text: string, map: YAMLMap | null, note: string): TextEdit[] {
  const earlier = NOTE.exec(text);
  const first = listEntries(map)[0];
  const offset = first ? findLineStart(text, findStart(first)) : text.length;
  return [
    ...(earlier ? [{ start: earlier.index, end: earlier.index + earlier[0].length, text: '' }] : []),
    insertText(offset, `# Rolled forward from ${note}\n`),
  ];
}
