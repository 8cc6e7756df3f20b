import type { Inline } from '../model/inline.js';
import type { Template } from '../model/template.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Fragment } from '../model/fragment.js';
import type { Problem } from '../model/problem.js';
import type { Enumeration, Target } from './enumerate.js';
import { inlineContent, type Surroundings } from './inline-content.js';
import { findUnsupported, parseMarkdown } from './parse-markdown.js';

/** What everything that makes text needs to know of the paper. */
export interface Workshop {
  manuscript: Manuscript;
  template: Template;
  enumeration: Enumeration;
  report: (problem: Problem) => void;
}

/** A sentence outside the sections: a title, a note, a header field. */
export function fragmentInlines(fragment: Fragment, section: Target['section'], shop: Workshop): Inline[] {
  const tree = parseMarkdown(fragment);
  for (const problem of findUnsupported(tree, fragment)) shop.report(problem);
  const paragraphs = tree.children.filter((node) => node.type === 'paragraph');
  const around = surroundings(fragment, section, null, shop);
  return paragraphs.flatMap((node, index): Inline[] => [
    ...(index > 0 ? [{ kind: 'break' as const }] : []),
    ...inlineContent(node.children, around),
  ]);
}

/** Where a run stands: `order` is that of the paragraph that it belongs to, null outside paragraphs. */
export function surroundings(
  fragment: Fragment,
  section: Target['section'],
  order: number | null,
  { template, enumeration, manuscript, report }: Workshop,
): Surroundings {
  const { isComplete } = manuscript;
  return { fragment, section, order, template, targets: enumeration.targets, isComplete, report };
}
