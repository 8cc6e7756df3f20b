import type { FootnoteDefinition, FootnoteReference, Heading, Nodes, Root } from 'mdast';
import type { Fragment } from '../model/fragment.js';
import { findPlace } from '../model/origin.js';
import { makeError, type Problem } from '../model/problem.js';
import { getNodePlace, walkNodes } from './parse-markdown.js';

/** The texts of a section's footnotes, by the name that marks use. */
export type FootnoteTexts = ReadonlyMap<string, FootnoteDefinition>;

/** Finds the texts of footnotes. Of two with one name, the first counts. */
export function findFootnoteTexts(tree: Root): FootnoteTexts {
  const texts = new Map<string, FootnoteDefinition>();
  for (const node of listDefinitions(tree)) if (!texts.has(node.identifier)) texts.set(node.identifier, node);
  return texts;
}

/** Lists the marks of footnotes in a node, in order. */
export function listFootnoteMarks(node: Nodes): FootnoteReference[] {
  return [...walkNodes(node)].filter((child) => child.type === 'footnoteReference');
}

/** Reports footnotes of a section that are defined twice, not cited, within each other, or in a heading. */
export function findFootnoteFaults(tree: Root, fragment: Fragment): Problem[] {
  const texts = findFootnoteTexts(tree);
  const definitions = listDefinitions(tree);
  const cited = new Set(
    tree.children
      .filter(({ type }) => type !== 'footnoteDefinition')
      .flatMap(listFootnoteMarks)
      .map(({ identifier }) => identifier),
  );
  return [
    ...definitions.flatMap((node) => reportDefinition(node, { texts, cited }, fragment)),
    ...tree.children.flatMap((node) => (node.type === 'heading' ? reportHeading(node, fragment) : [])),
    ...findUndefined(tree, fragment).map(({ name, place }) =>
      makeError('footnote-has-text', place, `the footnote [^${name}] has no text`, {
        expected: `[^${name}]: The text of the footnote.`,
        hint: 'Write it in the same section, as a paragraph of its own. To print the mark itself, write a backslash before it.',
      }),
    ),
  ];
}

/** Reports footnotes in texts that cannot have any: titles, notes, cells of data and fields. */
export function refuseFootnotes(tree: Root, fragment: Fragment): Problem[] {
  return [
    ...listFootnoteMarks(tree).map((node) => getNodePlace(node, fragment)),
    ...findUndefined(tree, fragment).map(({ place }) => place),
  ].map((place) =>
    makeError('markdown-is-supported', place, 'a footnote is not supported here', {
      hint: 'Write the note in the sentence, or under a table with notes:. To print the mark itself, write a backslash before it.',
    }),
  );
}

function listDefinitions(tree: Root): FootnoteDefinition[] {
  return [...walkNodes(tree)].filter((node) => node.type === 'footnoteDefinition');
}

function reportDefinition(
  node: FootnoteDefinition,
  { texts, cited }: { texts: FootnoteTexts; cited: ReadonlySet<string> },
  fragment: Fragment,
): Problem[] {
  const name = node.label ?? node.identifier;
  const place = getNodePlace(node, fragment);
  if (texts.get(node.identifier) !== node)
    return [
      makeError('footnote-has-text', place, `the footnote [^${name}] has two texts in this section`, {
        hint: 'Give one of them another name, such as [^survey].',
      }),
    ];
  const inner = node.children.flatMap(listFootnoteMarks);
  return [
    ...(inner.length > 0
      ? [makeError('markdown-is-supported', place, `the footnote [^${name}] has a footnote of its own`, {})]
      : []),
    ...node.children.flatMap((child) =>
      child.type === 'paragraph'
        ? []
        : [
            makeError(
              'markdown-is-supported',
              getNodePlace(child, fragment),
              'a footnote has only paragraphs',
              {
                hint: 'Put a list or a table into the text itself.',
              },
            ),
          ],
    ),
    ...(cited.has(node.identifier)
      ? []
      : [
          makeError('footnote-is-cited', place, `no text of this section cites the footnote [^${name}]`, {
            hint: `Write [^${name}] where its number should stand, or delete it.`,
          }),
        ]),
  ];
}

function reportHeading(node: Heading, fragment: Fragment): Problem[] {
  if (listFootnoteMarks(node).length === 0) return [];
  return [
    makeError('markdown-is-supported', getNodePlace(node, fragment), 'a heading cannot have a footnote', {
      hint: 'Put the mark into the paragraph below it.',
    }),
  ];
}

const MARK = /(?<!\\)\[\^([^\s\]]{1,40})\]/g;

/** Finds marks without a text. The parser leaves them in the text. */
function findUndefined(
  tree: Root,
  { markdown, origins }: Fragment,
): { name: string; place: Problem['place'] }[] {
  return [...walkNodes(tree)].flatMap((node) => {
    if (node.type !== 'text') return [];
    const start = node.position?.start.offset ?? 0;
    const typed = markdown.slice(start, node.position?.end.offset);
    return [...typed.matchAll(MARK)].map(({ index, 1: name = '' }) => ({
      name,
      place: findPlace(origins, start + index),
    }));
  });
}
