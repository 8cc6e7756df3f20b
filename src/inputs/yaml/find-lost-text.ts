import { isScalar, isSeq, visit } from 'yaml';
import type { Document, Pair } from 'yaml';
import { makeError, type Place, type Problem } from '../../model/problem.js';

/**
 * Finds text that YAML drops as a comment: `title: rose #1 again` is read as "rose".
 * A comment with a space after its # is taken to be intended.
 */
export function findLostText(
  document: Document,
  text: string,
  placeAt: (offset: number) => Place,
): Problem[] {
  const problems: Problem[] = [];
  const check = (node: unknown): void => {
    const lost = readLostText(node, text);
    if (lost) problems.push(reportLostText(lost.text, placeAt(lost.offset)));
  };
  visit(document, {
    Pair: (_key, pair: Pair) => check(pair.value),
    Seq: (_key, list) => list.items.filter((item) => !isSeq(item)).forEach(check),
  });
  return problems;
}

/** Returns the text after ` #` that follows an unquoted value on its line. */
function readLostText(node: unknown, text: string): { text: string; offset: number } | null {
  if (!isScalar(node) || node.type !== 'PLAIN' || !node.range) return null;
  const end = node.range[1];
  // `>>> 0` turns -1, when there is no further line, into a very large number.
  const match = /^[ \t]+(#[^\s#].*)/.exec(text.slice(end, text.indexOf('\n', end) >>> 0));
  return match?.[1] === undefined ? null : { text: match[1].trim(), offset: end + 1 };
}

function reportLostText(lost: string, place: Place): Problem {
  return makeError('value-is-whole', place, `"${lost}" is dropped: YAML reads it as a comment`, {
    hint: 'Put the whole value in quotes. If it is a comment, put a space after the #.',
  });
}
