import type { Blockquote, Heading, Paragraph } from 'mdast';
import type { Manuscript } from '../model/manuscript.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { slugify } from '../model/slugify.js';
import type { Template } from '../model/template.js';
import { createAnchorMaker } from './create-anchor-maker.js';
import { Counters } from './counters.js';
import type { DraftSection } from './draft-section.js';
import { isBlockNode, type BlockNode } from './markdown-support.js';
import { getMarkdownText } from './get-markdown-text.js';
import { findInsert, listNodeValues, type Insert } from './node-values.js';
import { getNodePlace } from './parse-markdown.js';
import type { SectionRef, Target } from './target.js';

/** The number and anchor of a block, and its position in reading order. */
export interface NodeNumber {
  number: string | null;
  anchor: string;
  order: number;
}

/** The numbers and anchors in the paper. */
export interface Enumeration {
  sections: Map<DraftSection, { number: string | null; anchor: string }>;
  nodes: Map<BlockNode, NodeNumber>;
  /** The targets of references, by label. */
  targets: Map<string, Target>;
}

/** Numbers sections, paragraphs, tables, charts and diagrams, before any text is rendered. */
export function enumerate(
  sections: readonly DraftSection[],
  appendices: readonly DraftSection[],
  template: Template,
  manuscript: Manuscript,
): Checked<Enumeration> {
  const enumerator = new Enumerator(template, manuscript);
  for (const draft of sections) enumerator.addSection(draft);
  for (const draft of appendices) enumerator.addAppendix(draft);
  return { value: enumerator.result, problems: enumerator.problems };
}

class Enumerator {
  readonly result: Enumeration = { sections: new Map(), nodes: new Map(), targets: new Map() };
  readonly problems: Problem[] = [];
  private readonly counters: Counters;
  private readonly makeAnchor = createAnchorMaker();
  private order = 0;

  constructor(
    private readonly template: Template,
    private readonly manuscript: Manuscript,
  ) {
    this.counters = new Counters(template);
  }

  addSection(draft: DraftSection): void {
    const number = this.counters.startSection(draft.source.isLettered);
    this.addContent(draft, { id: draft.source.id, number, isAppendix: false });
  }

  addAppendix(draft: DraftSection): void {
    const number = this.counters.startAppendix();
    this.addContent(draft, { id: draft.source.id, number, isAppendix: true });
  }

  private addContent(draft: DraftSection, section: SectionRef): void {
    const { number } = section;
    const anchor = this.makeAnchor(section.id);
    this.result.sections.set(draft, { number, anchor });
    const kind = section.isAppendix ? 'appendix' : 'section';
    this.addTarget(section.id, { kind, number, anchor, section, order: this.order++ }, draft.source.place);
    for (const node of draft.nodes) this.addNode(node, draft, section, this.order++);
  }

  private addNode(node: BlockNode, draft: DraftSection, section: SectionRef, order: number): void {
    switch (node.type) {
      case 'heading':
        this.addHeading(node, this.counters.nextHeading(node.depth, section), order);
        return;
      case 'table':
        this.numberNode(node, null, `${section.id}-table`, order);
        return;
      case 'paragraph': {
        const insert = findInsert(node, draft.source.body);
        if (insert) this.addInsert(node, insert, section, order);
        else this.addParagraph(node, draft, section, order);
        return;
      }
      case 'blockquote':
        this.addQuotation(node, section, order);
        return;
      case 'list':
        return; // nothing links to a list
      default:
        node satisfies never;
    }
  }

  /** Headings and tables in a quotation have anchors, but no numbers. Its paragraphs are notes, without either. */
  private addQuotation({ children }: Blockquote, section: SectionRef, order: number): void {
    for (const node of children.filter(isBlockNode)) {
      if (node.type === 'heading') this.addHeading(node, null, order);
      if (node.type === 'table') this.numberNode(node, null, `${section.id}-table`, order);
      if (node.type === 'blockquote') this.addQuotation(node, section, order);
    }
  }

  private addHeading(node: Heading, number: string | null, order: number): void {
    this.numberNode(node, number, slugify(getMarkdownText(node)), order);
  }

  private addInsert(node: Paragraph, insert: Insert, section: SectionRef, order: number): void {
    const { what, id, place } = insert;
    if (!Object.hasOwn(this.manuscript[`${what}s`], id)) return; // reported when the block is built
    const number =
      what === 'chart' ? this.counters.nextChart(id) : this.counters.nextCaption(this.template.words[what]);
    const anchor = this.numberNode(node, number, id, order);
    this.addTarget(id, { kind: what, number, anchor, section, order }, place);
  }

  private addParagraph(node: Paragraph, draft: DraftSection, section: SectionRef, order: number): void {
    const { label, isNumbered, place } = readOpening(node, draft);
    const hasNumber = isNumbered && draft.source.isNumbered && !section.isAppendix;
    const number = hasNumber ? this.counters.nextParagraph(section) : null;
    const preferred = label ?? `${section.id}-p${(number ?? '').replaceAll('.', '-')}`;
    const anchor = this.numberNode(node, number, preferred, order);
    if (label !== null) this.addTarget(label, { kind: 'paragraph', number, anchor, section, order }, place);
  }

  /** Returns the node's anchor: the preferred one, with a number if it is taken. */
  private numberNode(node: BlockNode, number: string | null, preferred: string, order: number): string {
    const anchor = this.makeAnchor(preferred);
    this.result.nodes.set(node, { number, anchor, order });
    return anchor;
  }

  private addTarget(label: string, target: Target, place: Place): void {
    const { targets } = this.result;
    if (!targets.has(label)) targets.set(label, target);
    else
      this.problems.push(
        makeError('label-is-unique', place, `"${label}" names two things in this paper`, {
          hint: 'References need one target: rename one of the two.',
        }),
      );
  }
}

/** Reads the label at the start of a paragraph, and the mark that leaves it without a number. */
function readOpening(
  node: Paragraph,
  { source }: DraftSection,
): { label: string | null; isNumbered: boolean; place: Place } {
  const values = listNodeValues(node, source.body);
  const label = values.find((value) => value.kind === 'label');
  return {
    label: label?.label ?? null,
    isNumbered: !values.some((value) => value.kind === 'unnumbered'),
    place: label?.place ?? getNodePlace(node, source.body),
  };
}
