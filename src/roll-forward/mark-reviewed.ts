import { isScalar, isSeq } from 'yaml';
import { findLineEnd, findLineStart } from '../inputs/yaml/find-line.js';
import { putReviewList } from './put-review-list.js';
import type { TextEdit } from '../inputs/yaml/text-edit.js';
import { applyEdits, formatScalar, setValue } from './yaml-edits.js';
import { findEntry, parseTopMap } from './yaml-entries.js';

/** Removes names from the list `unreviewed:` of a YAML file, and the list itself when it is empty. The rest of the text is unchanged. */
export function markReviewed(text: string, names: readonly string[]): string {
  const map = parseTopMap(text);
  const entry = findEntry(map, 'unreviewed');
  const list = entry?.pair.value;
  if (!entry || !isSeq(list)) return text;
  const items = list.items.filter((item) => isScalar(item));
  const rest = items.filter((item) => !names.includes(String(item.value)));
  if (rest.length === 0) return applyEdits(text, putReviewList(text, map, '', []));
  if (list.flow === true) {
    const kept = rest.map((item) => formatScalar(String(item.value), true)).join(', ');
    return applyEdits(text, setValue(text, entry, `[${kept}]`));
  }
  return applyEdits(
    text,
    items.filter((item) => !rest.includes(item)).map((item) => dropLine(text, item.range?.[0] ?? 0)),
  );
}

function dropLine(text: string, offset: number): TextEdit {
  return { start: findLineStart(text, offset), end: findLineEnd(text, offset), text: '' };
}
