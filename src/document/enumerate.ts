import type { FootnoteDefinition, FootnoteReference, Heading, Paragraph, Table } from 'mdast';
import type { Value } from '../model/fragment.js';
import type { Manuscript } from '../model/manuscript.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { slugify } from '../model/slugify.js';
import type { Template } from '../model/template.js';
import { createAnchorMaker } from './create-anchor-maker.js';
import { Counters } from './counters.js';
import type { DraftSection } from './draft-section.js';
import { listFootnoteMarks } from './footnotes.js';
import type { BlockNode } from './markdown-support.js';
import { getMarkdownText } from './get-markdown-text.js';
import { findInsert, findKeyFigures, listNodeValues, type Insert } from './node-values.js';
import { getNodePlace } from './parse-markdown.js';
import type { PictureNode } from './picture-node.js';
import type { SectionRef, Target } from './target.js';

/** The number and anchor of a block, and its position in reading order. */
export interface NodeNumber {
  number: string | null;
  anchor: string;
  order: number;
}

export interface NumberedFootnote {
  number: string;
  anchor: string;
  definition: FootnoteDefinition;
  /** The mark that cites it first. */
  firstMark: FootnoteReference;
}

/** The numbers and anchors in the paper. */
export interface Enumeration {
  sections: Map<DraftSection, { number: string | null; anchor: string }>;
  nodes: Map<BlockNode, NodeNumber>;
  /** The footnotes of each section, by the name that the author gave them. */
  footnotes: Map<DraftSection, Map<string, NumberedFootnote>>;
  /** The footnotes that each block is the first to cite. */
  firstCited: Map<BlockNode, NumberedFootnote[]>;
  /** The targets of references, by label. */
  targets: Map<string, Target>;
}

/** Numbers sections, paragraphs, tables, charts, diagrams and pictures, before any text is rendered. */
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
  readonly result: Enumeration = {
    sections: new Map(),
    nodes: new Map(),
    footnotes: new Map(),
    firstCited: new Map(),
    targets: new Map(),
  };
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
    for (const node of draft.nodes) {
      this.addNode(node, draft, section, this.order++);
      this.addFootnotes(node, draft);
    }
  }

  private addNode(node: BlockNode, draft: DraftSection, section: SectionRef, order: number): void {
    switch (node.type) {
      case 'heading':
        this.addHeading(node, this.counters.nextHeading(node.depth, section), order);
        return;
      case 'table':
        this.addTable(node, draft, section, order);
        return;
      case 'paragraph': {
        const insert = findInsert(node, draft.source.body);
        if (insert) this.addInsert(node, insert, section, order);
        else if (!findKeyFigures(node, draft.source.body)) this.addParagraph(node, draft, section, order);
        return;
      }
      case 'picture':
        this.addPicture(node, draft, section, order);
        return;
      case 'blockquote':
      case 'list':
        return; // nothing links to them
      default:
        node satisfies never;
    }
  }

  /** Numbers the footnotes that a block is the first to cite. Those of a table's caption come before those of its cells. */
  private addFootnotes(node: BlockNode, draft: DraftSection): void {
    const caption = node.type === 'table' ? draft.captions.get(node) : undefined;
    const marks = [...(caption ? listFootnoteMarks(caption.node) : []), ...listFootnoteMarks(node)];
    const known = this.result.footnotes.get(draft) ?? new Map<string, NumberedFootnote>();
    this.result.footnotes.set(draft, known);
    const added = marks.flatMap((firstMark): NumberedFootnote[] => {
      const name = firstMark.identifier;
      const definition = draft.footnotes.get(name);
      if (!definition || known.has(name)) return [];
      const footnote = {
        definition,
        firstMark,
        number: this.counters.nextFootnote(),
        anchor: this.makeAnchor(`note-${slugify(name)}`),
      };
      known.set(name, footnote);
      return [footnote];
    });
    if (added.length > 0) this.result.firstCited.set(node, added);
  }

  /** A table of words has a number if it has a caption. */
  private addTable(node: Table, draft: DraftSection, section: SectionRef, order: number): void {
    const caption = draft.captions.get(node);
    if (!caption) {
      this.numberNode(node, null, `${section.id}-table`, order);
      return;
    }
    const { label } = caption;
    const number = this.counters.nextCaption(this.template.words.table);
    const anchor = this.numberNode(node, number, label ?? `${section.id}-table`, order);
    const place = getNodePlace(caption.node, draft.source.body);
    if (label !== null) this.addTarget(label, { kind: 'table', number, anchor, section, order }, place);
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

  private addPicture(node: PictureNode, { source }: DraftSection, section: SectionRef, order: number): void {
    const { label } = node;
    const number = this.counters.nextCaption(this.template.words.picture);
    const anchor = this.numberNode(node, number, label ?? `${section.id}-picture`, order);
    const target = { kind: 'picture' as const, number, anchor, section, order };
    if (label !== null) this.addTarget(label, target, getNodePlace(node, source.body));
  }

  private addParagraph(node: Paragraph, draft: DraftSection, section: SectionRef, order: number): void {
    const { label, isNumbered, place } = readOpening(node, draft);
    const hasNumber = isNumbered && draft.source.isNumbered && !section.isAppendix;
    const number = hasNumber ? this.counters.nextParagraph(section) : null;
    const preferred = label ?? `${section.id}-p${(number ?? '').replaceAll('.', '-')}`;
    const anchor = this.numberNode(node, number, preferred, order);
    if (label !== null) this.addTarget(label, { kind: 'paragraph', number, anchor, section, order }, place);
    for (const value of listNodeValues(node, draft.source.body))
      if (value.kind === 'left-out') this.addLeftOut(value, { anchor, section, order });
  }

  /** Keeps the number and the label of a part that is left out. References lead to the sentence that says so. */
  private addLeftOut(
    { what, label, number, place }: Extract<Value, { kind: 'left-out' }>,
    at: Pick<Target, 'anchor' | 'section' | 'order'>,
  ): void {
    if (what === 'footnote') this.counters.skipFootnote(number);
    else if (what !== 'paragraph') this.counters.skipCaption(this.template.words[what], number);
    if (label === '' || what === 'footnote') return;
    this.addTarget(label, { kind: what, number: number === '' ? null : number, ...at }, place);
  }

  /** Returns the node's anchor: the preferred one, with a number if it is taken. */
  private numberNode(node: BlockNode, number: string | null, preferred: string, order: number): string {
    const anchor = this.makeAnchor(preferred);
    this.result.nodes.set(node, { number, anchor, order });
    return anchor;
  }

  private addTarget(label: string, target: Target, place: Place): void {
    const { targets } = this.result;
    const first = targets.get(label);
    if (!first) targets.set(label, target);
    else
      this.problems.push(
        makeError('label-is-unique', place, describeNamesakes(label, first.kind, target.kind), {
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

/** Says which two parts share a label: `a paragraph and a table of this paper are both called "risks"`. */
function describeNamesakes(label: string, first: Target['kind'], second: Target['kind']): string {
  if (first === second)
    return `two ${first === 'appendix' ? 'appendices' : `${first}s`} are called "${label}" in this paper`;
  const [one, other] = [first, second].map((kind) => `${kind === 'appendix' ? 'an' : 'a'} ${kind}`);
  return `${one ?? ''} and ${other ?? ''} of this paper are both called "${label}"`;
}
