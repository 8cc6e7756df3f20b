import type { Fragment } from '../model/fragment.js';
import type { Template } from '../model/template.js';
import type { DocumentContext } from './document-context.js';
import type { NumberedFootnote } from './enumerate.js';
import type { SectionRef, Target } from './target.js';

/** The surroundings of a run of text, and the labels that it may cite. */
export interface InlineContext {
  fragment: Fragment;
  template: Template;
  targets: ReadonlyMap<string, Target>;
  /** False when some labels are missing because their markup is invalid. A reference to one of them may be right. */
  isComplete: boolean;
  /** Labels that are missing because no section prints their narrative, which is reported itself. */
  unplacedLabels: readonly string[];
  section: SectionRef;
  /** The order of the paragraph that contains the run, which must not cite itself. Null outside paragraphs. */
  order: number | null;
  /** The footnotes that the run may cite, by the name that the author gave them. */
  footnotes: ReadonlyMap<string, NumberedFootnote>;
}

export function makeInlineContext(
  run: Pick<InlineContext, 'fragment' | 'section' | 'order' | 'footnotes'>,
  { template, enumeration, manuscript }: DocumentContext,
): InlineContext {
  const { isComplete, unplacedLabels } = manuscript;
  const { targets } = enumeration;
  return { ...run, template, targets, isComplete, unplacedLabels };
}
