import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Fragment } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/** CommonMark with pipe tables. HTML, code and images have no place in a paper, and are reported by `findUnsupported`. */
export function parseMarkdown(fragment: Fragment): Root {
  return fromMarkdown(fragment.markdown, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}

/** Where a node begins in the author's file. */
export function placeOf(node: Nodes, fragment: Fragment): Place {
  return findPlace(fragment.origins, node.position?.start.offset ?? 0);
}

const REFUSED: Partial<Record<Nodes['type'], { message: string; hint: string }>> = {
  html: { message: 'HTML is not used in a paper', hint: 'For a plain < write \\<.' },
  code: {
    message: 'this is taken for program code',
    hint: 'A paragraph begins in the first column, not four spaces in.',
  },
  inlineCode: {
    message: 'text between ` is taken for program code',
    hint: "For an apostrophe type ' instead.",
  },
  image: {
    message: 'pictures are not taken from Markdown',
    hint: 'Charts and diagrams are placed with {{chart "…"}} and {{diagram "…"}}.',
  },
  thematicBreak: {
    message: 'a line of dashes or stars is not used in a paper',
    hint: 'Leave it out: headings part the text.',
  },
  definition: {
    message: 'a link definition is not used here',
    hint: 'Write [text](https://…) where the link stands.',
  },
};

/** Everything in the tree that a paper cannot show, and markup that was opened and never closed. */
export function findUnsupported(root: Root, fragment: Fragment): Problem[] {
  return [...walk(root)].flatMap((node) => {
    const refused = REFUSED[node.type];
    if (refused)
      return [
        makeError('markdown-is-supported', placeOf(node, fragment), refused.message, { hint: refused.hint }),
      ];
    if (node.type === 'link' && !/^(https?:|mailto:)/i.test(node.url))
      return [
        makeError('link-is-safe', placeOf(node, fragment), `the link leads to "${node.url}"`, {
          expected: 'https://…, http://… or mailto:…',
          hint: 'Places in this paper are cited with {{ref "label"}}.',
        }),
      ];
    return node.type === 'text' ? findUnclosed(node, fragment) : [];
  });
}

/** `**` or `](` that is still there after parsing was meant as markup. One that is escaped was not. */
function findUnclosed(node: Nodes, fragment: Fragment): Problem[] {
  const start = node.position?.start.offset ?? 0;
  const source = fragment.markdown.slice(start, node.position?.end.offset);
  const match = /(?<!\\)(\*\*|__|\]\((?!\s)|(?<![\s\\\p{N}*])\*(?=[\s.,;:)]|$)|(?<=^|\s)\*(?=[\p{L}]))/u.exec(
    source,
  );
  if (!match) return [];
  return [
    makeError(
      'markdown-is-closed',
      findPlace(fragment.origins, start + match.index),
      `"${match[1] ?? ''}" has no partner`,
      {
        hint: `Close it, or write a backslash before it to print it.`,
      },
    ),
  ];
}

export function* walk(node: Nodes): Generator<Nodes> {
  yield node;
  if ('children' in node) for (const child of node.children) yield* walk(child);
}
