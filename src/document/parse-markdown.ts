import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Fragment } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import type { Place } from '../model/problem.js';
import { limitFootnotes, limitHtml } from './limit-markup.js';

/** Without its transform, which would split texts into parts without a place. */
const autolinks = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };

/**
 * Parses CommonMark with pipe tables, footnotes, bare URLs and e-mail addresses. `findUnsupported` reports the parts that a
 * paper cannot print.
 */
export function parseMarkdown({ markdown }: Fragment): Root {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), limitFootnotes(gfmFootnote()), gfmAutolinkLiteral(), limitHtml(markdown)],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), autolinks],
  });
}

/** Returns the start of a node in the author's file. */
export function getNodePlace(node: Nodes, { origins }: Fragment): Place {
  return findPlace(origins, node.position?.start.offset ?? 0);
}

/** Yields a node and every node inside it, in reading order. */
export function* walkNodes(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walkNodes(child);
}
