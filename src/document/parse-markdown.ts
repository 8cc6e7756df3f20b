import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { noCache, type Cache } from '../model/cache.js';
import type { Fragment } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import type { Place } from '../model/problem.js';
import { parsePlainParagraph } from './parse-plain-paragraph.js';
import { splitMarkdown, type MarkdownPart } from './split-markdown.js';
import { limitFootnotes, limitHtml } from './limit-markup.js';

/** Without its transform, which would split texts into parts without a place. */
const autolinks = { ...gfmAutolinkLiteralFromMarkdown(), transforms: [] };

/**
 * Parses CommonMark with pipe tables, footnotes, bare URLs and e-mail addresses. `findUnsupported` reports the parts that a
 * paper cannot print. Parses part by part: the parser takes more time for each character of a longer text, and a part that has
 * not changed since the last build is in the cache.
 */
export function parseMarkdown({ markdown }: Fragment, cache: Cache = noCache): Root {
  const html = limitHtml(markdown);
  const children = splitMarkdown(markdown).flatMap((part) => {
    const tree = cache.compute(`markdown ${part.text}`, [], () => parsePart(part.text, html));
    // Sections with the same text share a result of the cache, and the document numbers each node for itself. So each has copies.
    return tree.children.map((node) => shiftNode(node, part));
  });
  return { type: 'root', children };
}

function parsePart(text: string, html: ReturnType<typeof limitHtml>): Root {
  return parsePlainParagraph(text) ?? parseMarkup(text, html);
}

function parseMarkup(text: string, html: ReturnType<typeof limitHtml>): Root {
  return fromMarkdown(text, {
    extensions: [gfmTable(), limitFootnotes(gfmFootnote()), gfmAutolinkLiteral(), html],
    mdastExtensions: [gfmTableFromMarkdown(), gfmFootnoteFromMarkdown(), autolinks],
  });
}

/** Returns a copy of a node of a part, at its place in the whole text. */
function shiftNode<Node extends Nodes>(node: Node, part: MarkdownPart): Node {
  const shifted = node.position
    ? {
        ...node,
        position: {
          start: shiftPoint(node.position.start, part),
          end: shiftPoint(node.position.end, part),
        },
      }
    : { ...node };
  return 'children' in shifted
    ? { ...shifted, children: shifted.children.map((child) => shiftNode(child, part)) }
    : shifted;
}

type Point = NonNullable<Nodes['position']>['start'];

function shiftPoint({ line, column, offset = 0 }: Point, part: MarkdownPart): Point {
  return { line: line + part.lines, column, offset: offset + part.offset };
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
