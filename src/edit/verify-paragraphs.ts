import { isScalar, type Document } from 'yaml';
import { readScalarText } from './block-text.js';
import { listSections, NARRATIVE } from './narrative.js';
import { findSpot, openYaml } from './open-yaml.js';
import { areSame, isPath, leaveOut, listLeaves, type Leaf } from './verify-yaml.js';

/** A paragraph, and the labels that its section must have. */
interface Expected {
  section: string;
  label: string;
  order: readonly string[];
}

/** Returns true if the new text has the paragraph where it belongs, and everything else as before. */
export function hasParagraph(changed: string, old: Document, expected: Expected, typed: string): boolean {
  const { value } = openYaml(changed);
  const { section, label } = expected;
  const node = value && findSpot(value, [NARRATIVE, section, label])?.node;
  if (!isScalar(node) || node.type !== 'BLOCK_LITERAL' || readScalarText(node) !== typed) return false;
  return isElsewhereSame(value, old, expected);
}

/** Returns true if the new text lacks the paragraph, and has everything else as before. */
export function lacksParagraph(changed: string, old: Document, expected: Expected): boolean {
  const { value } = openYaml(changed);
  return value !== null && isElsewhereSame(value, old, expected);
}

/** Compares everything but the paragraph, and the labels of its section. An empty section counts as a missing one. */
function isElsewhereSame(
  changed: Document | null,
  old: Document,
  { section, label, order }: Expected,
): boolean {
  if (!changed) return false;
  const list = (document: Document): Leaf[] =>
    leaveOut(listLeaves(document), [NARRATIVE, section, label]).filter(
      (leaf) => !isPath(leaf.path, [NARRATIVE]) && !isPath(leaf.path, [NARRATIVE, section]),
    );
  const labels = listSections(changed).find((candidate) => candidate.section === section)?.labels ?? [];
  return labels.join(' ') === order.join(' ') && areSame(list(changed), list(old));
}
