import { toPlainText } from '../model/inline.js';
import { listPrintedFigures, type PrintedFigure } from '../model/list-printed-figures.js';
import { listSections } from '../model/list-sections.js';
import { formatSectionName, type Section } from '../model/section.js';
import type { Template } from '../model/template.js';
import type { Explainable, LabelExplanation } from './explanation.js';
import { findCitations } from './find-citations.js';
import { listLabelledBlocks, type LabelledBlock } from './list-labels.js';

/** Explains a label. Returns null if the paper has no such label. */
export function explainLabel(label: string, paper: Explainable): LabelExplanation | null {
  const sections = listSections(paper.document);
  const section = sections.find(({ anchor }) => anchor === label);
  if (section) return explainSection(section, paper);
  const blocks = sections.flatMap((owner) => listLabelledBlocks(owner).map((block) => ({ block, owner })));
  const match = blocks.find(({ block }) => block.anchor === label);
  return match ? explainBlock(match.block, match.owner, paper) : null;
}

function explainSection(section: Section, paper: Explainable): LabelExplanation {
  const { document, inputs } = paper;
  const { anchor, number, title, blocks, place } = section;
  const isAppendix = document.appendices.includes(section);
  return {
    kind: 'label',
    name: anchor,
    what: isAppendix ? 'appendix' : 'section',
    number: number === null || isAppendix ? number : `${inputs.template.words.section} ${number}`,
    title,
    section: formatSectionName(section),
    place,
    citedBy: findCitations(anchor, paper),
    printed: listFiguresIn(
      [anchor, ...blocks.flatMap((block) => ('anchor' in block ? [block.anchor] : []))],
      paper,
    ),
  };
}

function explainBlock(block: LabelledBlock, section: Section, paper: Explainable): LabelExplanation {
  return {
    kind: 'label',
    name: block.anchor,
    what: block.kind,
    number: formatBlockNumber(block, paper.inputs.template),
    title: block.kind === 'paragraph' ? '' : toPlainText(block.title),
    section: formatSectionName(section),
    place: block.place,
    citedBy: findCitations(block.anchor, paper),
    printed: listFiguresIn([block.anchor], paper),
  };
}

function listFiguresIn(anchors: readonly string[], { document }: Explainable): PrintedFigure[] {
  return listPrintedFigures(document).filter(({ anchor }) => anchors.includes(anchor));
}

function formatBlockNumber(block: LabelledBlock, { words }: Template): string | null {
  if (block.kind !== 'paragraph') return block.number;
  return block.number === null ? null : `${words.paragraph} ${block.number}`;
}
