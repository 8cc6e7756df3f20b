import type { Link, ListItem, Nodes, Root, Text } from 'mdast';
import type { Fragment } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import { makeError, type Problem } from '../model/problem.js';
import { findTooManyBeginnings, MOST_BEGINNINGS } from './limit-markup.js';
import { findRefusal } from './markdown-support.js';
import { getNodePlace, walkNodes } from './parse-markdown.js';

/** Reports everything in the tree that a paper cannot print, and marks without their partner. */
export function findUnsupported(root: Root, fragment: Fragment): Problem[] {
  return [
    ...refuseManyComments(fragment),
    ...refuseDeepList(root, fragment),
    ...[...walkNodes(root)].flatMap((node) => findInNode(node, fragment)),
  ];
}

function findInNode(node: Nodes, fragment: Fragment): Problem[] {
  const refusal = findRefusal(node);
  if (refusal)
    return [
      makeError('markdown-is-supported', getNodePlace(node, fragment), refusal.message, {
        hint: refusal.hint,
      }),
    ];
  if (node.type === 'link') return findUnsafeLink(node, fragment);
  if (node.type === 'listItem') return findLostParts(node, fragment);
  return node.type === 'text' ? findUnclosed(node, fragment) : [];
}

/** Refuses a text with more HTML comments than the parser reads. */
function refuseManyComments({ markdown, origins }: Fragment): Problem[] {
  const offset = findTooManyBeginnings(markdown);
  if (offset === null) return [];
  return [
    makeError(
      'markdown-is-supported',
      findPlace(origins, offset),
      `this text has more than ${MOST_BEGINNINGS} beginnings of HTML comments, such as <!--`,
      { hint: 'Delete them. A comment in a template is {{! … }}.' },
    ),
  ];
}

/** The most levels of a list. Each is indented further, so a deeper one would have no room on the page. */
const MOST_LEVELS = 8;

/** Refuses the first list that is nested too deep. */
function refuseDeepList(root: Root, fragment: Fragment): Problem[] {
  const list = findDeepList(root, 0);
  if (!list) return [];
  return [
    makeError(
      'markdown-is-supported',
      getNodePlace(list, fragment),
      `this list is nested more than ${MOST_LEVELS} levels deep`,
      { hint: 'Use fewer levels, or headings.' },
    ),
  ];
}

function findDeepList(node: Nodes, level: number): Nodes | undefined {
  if (!('children' in node)) return undefined;
  const inside = node.type === 'list' ? level + 1 : level;
  if (inside > MOST_LEVELS) return node;
  for (const child of node.children) {
    const deep = findDeepList(child, inside);
    if (deep) return deep;
  }
  return undefined;
}

function findUnsafeLink(node: Link, fragment: Fragment): Problem[] {
  if (/^(https?:|mailto:)/i.test(node.url)) return [];
  return [
    makeError('link-is-safe', getNodePlace(node, fragment), `the link leads to "${node.url}"`, {
      expected: 'https://…, http://… or mailto:…',
      hint: 'To cite a place in this paper, write {{ref "label"}}.',
    }),
  ];
}

const NAMES: Partial<Record<Nodes['type'], string>> = {
  blockquote: 'a quotation',
  heading: 'a heading',
  table: 'a table',
};

/** An item of a list prints its paragraphs and its lists, and nothing else. */
function findLostParts({ children }: ListItem, fragment: Fragment): Problem[] {
  return children.flatMap((child) => {
    const name = NAMES[child.type];
    if (name === undefined) return [];
    return [
      makeError(
        'markdown-is-supported',
        getNodePlace(child, fragment),
        `${name} inside a list is not supported`,
        {
          hint: 'Start it in the first column, after an empty line.',
        },
      ),
    ];
  });
}

const UNCLOSED = /(?<!\\)(\*\*|__|\]\((?!\s)|(?<![\s\\\p{N}*])\*(?=[\s.,;:)]|$)|(?<=^|\s)\*(?=[\p{L}]))/u;

/** Matches `](images/my map.png)`. Markdown ends an address at a space. */
const ADDRESS_WITH_SPACE = /^\]\(\s*([^()<>\n"']*[^()<>\s"'] +[^()<>\s"'][^()<>\n"']*?)\s*\)/;

/** Reports `**` or `](` that is still in the text after parsing: it was meant as markup. Escaped marks are left. */
function findUnclosed({ position }: Text, fragment: Fragment): Problem[] {
  const start = position?.start.offset ?? 0;
  const text = fragment.markdown.slice(start, position?.end.offset);
  const match = UNCLOSED.exec(text);
  if (!match) return [];
  const place = findPlace(fragment.origins, start + match.index);
  const address = ADDRESS_WITH_SPACE.exec(text.slice(match.index))?.[1];
  if (address !== undefined)
    return [
      makeError('markdown-is-closed', place, `the address "${address}" has a space in it`, {
        hint: `Put it in angle brackets: (<${address}>). Or use a hyphen in the name of the file.`,
      }),
    ];
  return [
    makeError('markdown-is-closed', place, `"${match[1] ?? ''}" has no partner`, {
      hint: 'Close it. To print the mark itself, write a backslash before it.',
    }),
  ];
}
