import type { Paragraph as MdParagraph, RootContent } from 'mdast';
import type { LabelWords, Template } from '../model/template.js';
import type { Manuscript } from '../model/manuscript.js';
import { slugify } from '../model/slugify.js';
import { makeError, type Place, type Problem } from '../model/problem.js';
import { insertOf, valuesIn, type DraftSection } from './draft.js';
import { markdownText } from './markdown-text.js';
import { anchorGiver, headingLevel, inScheme } from './numbering.js';
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
  /** Of the headings within a section, from the outermost inwards. */
  headings: number[];
  /** By word, so that charts and diagrams that are both called "Figure" are counted together. */
  captions: Map<string, number>;
  /** Charts that share a number, by the chart whose number it is: the number, and how many are placed. */
  shared: Map<string, { number: string; placed: number }>;
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
  const counters: Counters = { paragraph: 0, order: 0, headings: [], captions: new Map(), shared: new Map() };
  const name = (label: string, target: Target, place: Place): void => {
    if (result.targets.has(label))
      result.problems.push(
        makeError('label-is-unique', place, `"${label}" names two things in this paper`, {
          hint: 'References could not tell the two apart: rename one.',
        }),
      );
    else result.targets.set(label, target);
  };
  let lettered = 0;
  const number = (draft: DraftSection, index: number, appendix: boolean): void => {
    const { source } = draft;
    if (source.isLettered && !appendix) lettered += 1;
    const own = appendix
      ? inScheme(index + 1, template.numbering.appendices)
      : source.isLettered
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
    counters.headings = [];
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
    if (node.type === 'heading')
      add(nextHeading(node.depth, section, template, counters), slugify(markdownText(node)));
    if (node.type === 'table') add(null, `${section.id}-table`);
    if (node.type !== 'paragraph') return;
    const insert = insertOf(node, draft.source.body);
    if (insert) {
      const found = Object.hasOwn(manuscript[`${insert.what}s`], insert.id);
      if (!found) return;
      const own =
        insert.what === 'chart'
          ? chartNumber(insert.id, template, counters)
          : nextCaption(counters, template.words[insert.what]);
      const anchor = add(own, insert.id);
      name(insert.id, { kind: insert.what, number: own, anchor, section, order }, insert.place);
      return;
    }
    const { label, numbered, place } = readOpening(node, draft);
    const own =
      numbered && draft.source.isNumbered && !section.appendix
        ? paragraphNumber(++counters.paragraph, nestedIn(section, counters), template)
        : null;
    const anchor = add(own, label ?? `${section.id}-p${(own ?? '').replaceAll('.', '-')}`);
    if (label !== null) name(label, { kind: 'paragraph', number: own, anchor, section, order }, place);
  };
  sections.forEach((draft, index) => number(draft, index, false));
  appendices.forEach((draft, index) => number(draft, index, true));
  return result;
}

/**
 * "1.1" in a section that has a number, and "1.1.1" below that. Nested paragraphs take the place of the third level: they begin
 * anew under each heading of the second, and headings below it have no number that could be taken for a paragraph's.
 */
function nextHeading(
  depth: number,
  section: Target['section'],
  { numbering }: Template,
  counters: Counters,
): string | null {
  if (numbering.headings === 'none' || section.number === null || section.appendix) return null;
  const level = headingLevel(depth);
  if (numbering.paragraphs === 'nested' && level > 1) return null;
  const outer = Array.from({ length: level - 1 }, (_, index) => counters.headings[index] ?? 1);
  counters.headings = [...outer, (counters.headings[level - 1] ?? 0) + 1];
  if (numbering.paragraphs === 'nested') counters.paragraph = 0;
  return nestedIn(section, counters);
}

/** The number of the heading that the text stands under, or of its section. */
function nestedIn({ number }: Target['section'], { headings }: Counters): string | null {
  return number === null ? null : [number, ...headings].join('.');
}

/** "2", or "2a" and "2b" for charts that share a number. */
function chartNumber(id: string, { charts, words }: Template, counters: Counters): string {
  const leader = charts.find((chart) => chart.id === id)?.sharesNumberWith ?? id;
  if (leader === id && !charts.some((chart) => chart.sharesNumberWith === id))
    return nextCaption(counters, words.chart);
  const { number, placed } = counters.shared.get(leader) ?? {
    number: nextCaption(counters, words.chart),
    placed: 0,
  };
  counters.shared.set(leader, { number, placed: placed + 1 });
  return `${number}${(inScheme(placed + 1, 'letters') ?? '').toLowerCase()}`;
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
