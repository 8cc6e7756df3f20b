import { SIGN_FAMILY } from '../fonts.js';
import { splitBorrowed } from '../model/typeface-coverage.js';
import type { Typeface } from '../model/typeface.js';
import type { ColumnsNode, PdfNode, StackNode, TextNode, TextRun } from './nodes/pdf-node.js';

/** Returns a node in which signs that the typeface lacks are runs of the program's own typeface. */
export function borrowSigns<Node extends PdfNode>(node: Node, typeface: Typeface): Node {
  if (typeface.coverage === null) return node;
  // Every branch keeps the shape of the node, which TypeScript cannot see through the union.
  return borrow(node, typeface) as Node;
}

function borrow(node: PdfNode, typeface: Typeface): PdfNode {
  if ('text' in node) return { ...node, text: borrowInText(node.text, typeface) };
  if ('stack' in node) return { ...node, stack: borrowAll(node.stack, typeface) };
  if ('columns' in node) return { ...node, columns: borrowAll(node.columns, typeface) };
  if ('ul' in node) return { ...node, ul: borrowAll(node.ul, typeface) };
  if ('ol' in node) return { ...node, ol: borrowAll(node.ol, typeface) };
  if ('table' in node) {
    const body = node.table.body.map((row) => borrowAll(row, typeface));
    return { ...node, table: { ...node.table, body } };
  }
  return node;
}

function borrowAll<Node extends TextNode | StackNode | ColumnsNode | PdfNode>(
  nodes: readonly Node[],
  typeface: Typeface,
): Node[] {
  return nodes.map((node) => borrowSigns(node, typeface));
}

function borrowInText(text: string | TextRun[], typeface: Typeface): string | TextRun[] {
  const runs: TextRun[] = typeof text === 'string' ? [{ text }] : text;
  const split = runs.flatMap((run) =>
    splitBorrowed(run.text, typeface).map((part) => ({
      ...run,
      text: part.text,
      ...(part.isBorrowed && { font: SIGN_FAMILY }),
    })),
  );
  return split.length === runs.length ? text : split;
}
