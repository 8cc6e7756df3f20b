import { isScalar, visit, type Document } from 'yaml';
import type { Place, Problem } from '../../model/problem.js';
import { findUnusualInText } from './find-unusual-characters.js';
import { getStart } from './read-node.js';

/** Finds characters that no text may contain and that the author wrote as an escape in quotes: `"\\u0007"`. */
export function findEscapedCharacters(
  document: Document,
  text: string,
  placeAt: (offset: number) => Place,
): Problem[] {
  if (!/\\[0abefnrvuxUNLP_]/.test(text)) return [];
  const problems: Problem[] = [];
  visit(document, {
    Scalar: (_key, node) => {
      if (!isScalar(node) || node.type !== 'QUOTE_DOUBLE' || typeof node.value !== 'string' || !node.range)
        return;
      if (text.slice(node.range[0], node.range[1]).includes('\\'))
        problems.push(...findUnusualInText(node.value, placeAt(getStart(node))));
    },
  });
  return problems;
}
