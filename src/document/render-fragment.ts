import type { Root, RootContent } from 'mdast';
import type { Fragment } from '../model/fragment.js';
import type { Inline } from '../model/inline.js';
import { flattenChecked } from '../model/join-checked.js';
import { makeError, type Checked, type Problem } from '../model/problem.js';
import type { DocumentContext } from './document-context.js';
import { findUnsupported } from './find-unsupported.js';
import { refuseFootnotes } from './footnotes.js';
import { makeInlineContext } from './inline-context.js';
import { listNodeValues } from './node-values.js';
import { getNodePlace, parseMarkdown } from './parse-markdown.js';
import { renderInlines } from './render-inlines.js';
import type { SectionRef } from './target.js';

/** Renders text outside the sections: a title, a note, a cell, a header field. Paragraphs become lines. */
export function renderFragment(
  fragment: Fragment,
  section: SectionRef,
  context: DocumentContext,
): Checked<Inline[]> {
  const tree = parseMarkdown(fragment, context.cache);
  const inlineContext = makeInlineContext({ fragment, section, order: null, footnotes: new Map() }, context);
  const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
  const lines = paragraphs.map((node) => renderInlines(node.children, inlineContext));
  const { value, problems } = flattenChecked(lines.map(startLine));
  return {
    value,
    problems: [
      ...findUnsupported(tree, fragment),
      ...refuseFootnotes(tree, fragment),
      ...findStrayLabels(tree, fragment),
      ...tree.children.flatMap((node) => refuseBlock(node, fragment) ?? []),
      ...problems,
    ],
  };
}

/** Reports a label outside the sections: nothing there is a paragraph that can be cited. */
export function findStrayLabels(tree: Root, fragment: Fragment): Problem[] {
  return tree.children
    .flatMap((node) => listNodeValues(node, fragment))
    .flatMap((value) =>
      value.kind === 'label'
        ? [
            makeError(
              'label-begins-paragraph',
              value.place,
              `the label "${value.label}" is outside the text`,
              {
                hint: 'Only paragraphs of sections have labels. Delete it.',
              },
            ),
          ]
        : [],
    );
}

function startLine({ value, problems }: Checked<Inline[]>, index: number): Checked<Inline[]> {
  return { value: index > 0 ? [{ kind: 'break' }, ...value] : value, problems };
}

/** Reports a block that would be lost. */
export function refuseBlock(
  node: RootContent,
  fragment: Fragment,
  expected = 'one or more paragraphs',
): Problem | null {
  const start = BLOCK_STARTS.get(node.type);
  if (!start) return null;
  const [name, mark] = start;
  return makeError('markdown-is-supported', getNodePlace(node, fragment), `${name} is not supported here`, {
    expected,
    hint: `To print ${mark}, write a backslash before it.`,
  });
}

/** The blocks that Markdown starts with a mark at the beginning of a line. */
const BLOCK_STARTS = new Map<RootContent['type'], [name: string, mark: string]>([
  ['list', ['a list', 'a dash, or the point after a number,']],
  ['heading', ['a heading', '#']],
  ['blockquote', ['a quotation', '>']],
  ['table', ['a table', '|']],
]);
