import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Fragment } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import type { Place } from '../model/problem.js';

/** Parses CommonMark with pipe tables. `findUnsupported` reports the parts that a paper cannot print. */
export function parseMarkdown({ markdown }: Fragment): Root {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
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
