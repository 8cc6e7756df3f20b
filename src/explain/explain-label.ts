import { toPlainText } from '../model/inline.js';
import { listPrintedFigures, type PrintedFigure } from '../model/list-printed-figures.js';
import { formatSectionName, type Section } from '../model/section.js';
import type { Template } from '../model/template.js';
import type { Explainable, LabelExplanation } from './explanation.js';
import { findCitations } from './find-citations.js';
import { findLabelled } from '../model/find-label.js';
import { isLabelledBlock, type LabelledBlock } from '../model/labelled-block.js';

/** Explains a label. Returns null if the paper has no such label. */
export function explainLabel(label: string, paper: Explainable): LabelExplanation | null {
  const found = findLabelled(label, paper);
  if (!found) return null;
  const { part, section } = found;
  if (!('kind' in part)) return explainSection(part, paper);
  return isLabelledBlock(part) ? explainBlock(label, part, section, paper) : null;
}

function explainSection(section: Section, paper: Explainable): LabelExplanation {
  const { document, inputs } = paper;
  const { id, anchor, number, title, blocks, place } = section;
  const isAppendix = document.appendices.includes(section);
  return {
    kind: 'label',
    name: id,
    what: isAppendix ? 'appendix' : 'section',
    number: number === null || isAppendix ? number : `${inputs.template.words.section} ${number}`,
    title,
    section: formatSectionName(section),
    place,
    citedBy: findCitations(id, paper),
    printed: listFiguresIn(
      [anchor, ...blocks.flatMap((block) => ('anchor' in block ? [block.anchor] : []))],
      paper,
    ),
  };
}

function explainBlock(
  label: string,
  block: LabelledBlock,
  section: Section,
  paper: Explainable,
): LabelExplanation {
  return {
    kind: 'label',
    name: label,
    what: block.kind,
    number: formatBlockNumber(block, paper.inputs.template),
    title: block.kind === 'paragraph' ? '' : toPlainText(block.title),
    section: formatSectionName(section),
    place: block.place,
    citedBy: findCitations(label, paper),
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
