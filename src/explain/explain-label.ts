import { listSections } from '../model/list-sections.js';
import { formatSectionName, type Section } from '../model/section.js';
import type { Block } from '../model/blocks/block.js';
import { toPlainText } from '../model/inline.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import type { Template } from '../model/template.js';
import type { Explainable, LabelExplanation } from './explanation.js';
import { findCitations } from './find-citations.js';

type Labelled = Extract<Block, { anchor: string; kind: 'paragraph' | 'table' | 'chart' | 'diagram' }>;

/** Every name in the paper that a reference can lead to: sections, paragraphs, tables, charts and diagrams. */
export function labelsOf({ document }: Explainable): string[] {
  return listSections(document).flatMap((section) => [
    section.anchor,
    ...section.blocks.filter(isLabelled).map(({ anchor }) => anchor),
  ]);
}

/** What a label names. Null where the paper has no such label. */
export function explainLabel(name: string, paper: Explainable): LabelExplanation | null {
  const { document, inputs } = paper;
  const section = listSections(document).find(({ anchor }) => anchor === name);
  if (section)
    return {
      ...sectionNamed(section, paper),
      ...common(
        name,
        [name, ...section.blocks.flatMap((block) => ('anchor' in block ? [block.anchor] : []))],
        paper,
      ),
    };
  for (const holder of listSections(document)) {
    const block = holder.blocks.filter(isLabelled).find(({ anchor }) => anchor === name);
    if (block)
      return {
        kind: 'label',
        name,
        what: block.kind,
        number: numberOf(block, inputs.template),
        title: block.kind === 'paragraph' ? '' : toPlainText(block.title),
        section: formatSectionName(holder),
        place: block.place,
        ...common(name, [name], paper),
      };
  }
  return null;
}

function sectionNamed(
  section: Section,
  { document, inputs }: Explainable,
): Omit<LabelExplanation, 'citedBy' | 'printed'> {
  const isAppendix = document.appendices.includes(section);
  return {
    kind: 'label',
    name: section.anchor,
    what: isAppendix ? 'appendix' : 'section',
    number:
      section.number === null || isAppendix
        ? section.number
        : `${inputs.template.words.section} ${section.number}`,
    title: section.title,
    section: formatSectionName(section),
    place: section.place,
  };
}

function common(
  name: string,
  anchors: string[],
  paper: Explainable,
): Pick<LabelExplanation, 'citedBy' | 'printed'> {
  return {
    citedBy: findCitations(name, paper),
    printed: listPrintedFigures(paper.document).filter(({ anchor }) => anchors.includes(anchor)),
  };
}

function numberOf(block: Labelled, { words }: Template): string | null {
  if (block.kind !== 'paragraph') return block.number;
  return block.number === null ? null : `${words.paragraph} ${block.number}`;
}

function isLabelled(block: Block): block is Labelled {
  return (
    block.kind === 'paragraph' || block.kind === 'table' || block.kind === 'chart' || block.kind === 'diagram'
  );
}
