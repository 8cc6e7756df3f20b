import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import { toString } from './markdown-text.js';
import type { LabelWords, Template } from '../model/inputs.js';
import type { Manuscript } from '../model/manuscript.js';
import { fault, type Place, type Problem } from '../model/problem.js';
import { insertOf, valuesIn, type DraftSection } from './draft.js';
import { anchorGiver, inScheme, slug } from './numbering.js';
import { placeOf } from './parse-markdown.js';

/** What a label stands for. */
export interface Target {
  kind: keyof LabelWords;
  number: string | null;
  anchor: string;
  /** The section that it stands in, with its number, for numbers that begin anew in each section. */
  section: { id: string; number: string | null; appendix: boolean };
  /** Its place in reading order, to find a range's ends and what lies between. */
  order: number;
}

/** Every number and anchor in the paper, decided before any text is made. */
export interface Enumeration {
  sections: Map<DraftSection, { number: string | null; anchor: string }>;
  /** By the parser's own node: numbers of paragraphs, anchors of headings, numbers of what is inserted. */
  nodes: Map<RootContent, { number: string | null; anchor: string; order: number }>;
  targets: Map<string, Target>;
  problems: Problem[];
}

interface Counters {
  paragraph: number;
  order: number;
  /** By word, so that charts and diagrams that are both called "Figure" are counted together. */
  captions: Map<string, number>;
}

/** Numbers sections, paragraphs, tables, charts and diagrams by the template's scheme. */
export function enumerate(
  sections: DraftSection[],
  appendices: DraftSection[],
  template: Template,
  manuscript: Manuscript,
): Enumeration {
  const result: Enumeration = { sections: new Map(), nodes: new Map(), targets: new Map(), problems: [] };
  const giveAnchor = anchorGiver();
  const counters: Counters = { paragraph: 0, order: 0, captions: new Map() };
  const name = (label: string, target: Target, place: Place): void => {
    if (result.targets.has(label))
      result.problems.push(
        fault('label-is-unique', place, `"${label}" names two things in this paper`, {
          hint: 'References could not tell the two apart: rename one.',
        }),
      );
    else result.targets.set(label, target);
  };
  let lettered = 0;
  const number = (draft: DraftSection, index: number, appendix: boolean): void => {
    const { source } = draft;
    if (source.lettered && !appendix) lettered += 1;
    const own = appendix
      ? inScheme(index + 1, template.numbering.appendices)
      : source.lettered
        ? inScheme(lettered, template.numbering.sections)
        : null;
    const anchor = giveAnchor(source.id);
    result.sections.set(draft, { number: own, anchor });
    const section = { id: source.id, number: own, appendix };
    name(
      source.id,
      { kind: appendix ? 'appendix' : 'section', number: own, anchor, section, order: counters.order++ },
      source.place,
    );
    if (template.numbering.paragraphs !== 'continuous') counters.paragraph = 0;
    for (const node of draft.tree.children) numberNode(node, draft, section);
  };
  const numberNode = (node: RootContent, draft: DraftSection, section: Target['section']): void => {
    const order = counters.order++;
    const add = (own: string | null, wanted: string): string => {
      const anchor = giveAnchor(wanted);
      result.nodes.set(node, { number: own, anchor, order });
      return anchor;
    };
    if (node.type === 'heading') add(null, slug(toString(node)));
    if (node.type === 'table') add(null, `${section.id}-table`);
    if (node.type !== 'paragraph') return;
    const insert = insertOf(node, draft.source.body);
    if (insert) {
      const found = Object.hasOwn(manuscript[`${insert.what}s`], insert.id);
      if (!found) return;
      const own = nextCaption(counters, template.words[insert.what]);
      const anchor = add(own, insert.id);
      name(insert.id, { kind: insert.what, number: own, anchor, section, order }, insert.place);
      return;
    }
    const { label, numbered, place } = readOpening(node, draft);
    const own =
      numbered && draft.source.numbered && !section.appendix
        ? paragraphNumber(++counters.paragraph, section.number, template)
        : null;
    const anchor = add(own, label ?? `${section.id}-p${(own ?? '').replaceAll('.', '-')}`);
    if (label !== null) name(label, { kind: 'paragraph', number: own, anchor, section, order }, place);
  };
  sections.forEach((draft, index) => number(draft, index, false));
  appendices.forEach((draft, index) => number(draft, index, true));
  return result;
}

function nextCaption(counters: Counters, word: string): string {
  const next = (counters.captions.get(word) ?? 0) + 1;
  counters.captions.set(word, next);
  return String(next);
}

function paragraphNumber(n: number, section: string | null, { numbering }: Template): string | null {
  if (numbering.paragraphs === 'none') return null;
  return numbering.paragraphs === 'nested' && section !== null ? `${section}.${n}` : String(n);
}

/** A paragraph's label, and whether it asked not to be numbered. */
function readOpening(
  node: MdParagraph,
  draft: DraftSection,
): { label: string | null; numbered: boolean; place: Place } {
  const values = valuesIn(node, draft.source.body);
  const label = values.find((value) => value.kind === 'label');
  return {
    label: label?.label ?? null,
    numbered: !values.some((value) => value.kind === 'unnumbered'),
    place: label?.place ?? placeOf(node, draft.source.body),
  };
}
