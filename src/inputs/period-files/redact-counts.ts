import { isMap, parseDocument } from 'yaml';
import { CONFIDENTIAL } from '../../model/disclosure.js';
import { removeComments, replaceNode } from '../yaml/redact-text.js';
import { applyTextEdits } from '../yaml/text-edit.js';
import type { Path } from '../yaml/yaml-file.js';

/** The details of a hidden count that stay: its time, and the reason why earlier counts cannot be compared with it. */
const KEPT = ['window', 'at', 'period', 'break'];

/**
 * Puts a figure without a value, called confidential, in place of hidden counts in a period's YAML file. Comments are removed,
 * because they can state a hidden number. Everything else stays in its line.
 */
export function redactCounts(text: string, hidden: readonly Path[]): string {
  const bare = removeComments(text);
  const document = parseDocument(bare);
  const edits = hidden.flatMap((at) => {
    const node = document.getIn(at, true);
    return replaceNode(node, writeConfidential(isMap(node) ? node.toJS(document) : {}), bare);
  });
  return applyTextEdits(bare, edits);
}

function writeConfidential(details: unknown): string {
  const kept = Object.entries(details ?? {}).filter(([key, value]) => KEPT.includes(key) && value != null);
  const entries = kept.map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  return `{ ${['value: null', `reason: ${CONFIDENTIAL}`, ...entries].join(', ')} }`;
}
