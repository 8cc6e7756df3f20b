import { makeLabelFinder } from '../model/find-label.js';
import { listBlocks, listSections } from '../model/list-sections.js';
import type { Section } from '../model/section.js';
import type { Block } from '../model/blocks/block.js';
import type { Place, Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace, type Passage } from './list-passages.js';

interface Reference {
  passage: Passage;
  /** Its offset in the passage's text, and the offset of its end. */
  from: number;
  to: number;
  /** The anchor that it leads to. A range has two, of the same kind. */
  target: string;
  last: string;
  text: string;
}

/** Finds references that mislead readers, and parts of the paper that nothing cites. */
export function checkReferences(paper: CheckablePaper): Problem[] {
  const order = listReadingOrder(paper);
  const references = paper.passages.flatMap(listReferences);
  return [
    ...references.flatMap((reference) => findWrongDirection(reference, order)),
    ...references.flatMap((reference) => findAmbiguousNumber(reference, paper)),
    ...findUncitedParts(paper, references, order),
  ];
}

function listReferences(passage: Passage): Reference[] {
  return passage.parts.flatMap(({ from, inline }) =>
    inline.kind === 'reference' && inline.target !== null
      ? [
          {
            passage,
            from,
            to: from + inline.text.length,
            target: inline.target,
            last: inline.end ?? inline.target,
            text: inline.text.replaceAll('\u00a0', ' '),
          },
        ]
      : [],
  );
}

type Order = Map<string | Block | Section, number>;

/** Maps every section and block, and their anchors, to their position in reading order. */
function listReadingOrder({ document }: CheckablePaper): Order {
  const order: Order = new Map();
  let next = 0;
  const add = (part: Block | Section): void => {
    order.set(part, next);
    if ('anchor' in part) order.set(part.anchor, next);
    next += 1;
  };
  for (const section of listSections(document)) {
    add(section);
    section.blocks.forEach(add);
  }
  return order;
}

function findWrongDirection({ passage, to, target, last, text }: Reference, order: Order): Problem[] {
  const after = passage.text.slice(to);
  const word = /^,?\s+\(?(above|below)\b/.exec(after)?.[1];
  if (word === undefined || passage.block === null) return [];
  const here = order.get(passage.block) ?? 0;
  const [first, end] = [order.get(target) ?? here, order.get(last) ?? here];
  if (word === 'above' ? end <= here : first >= here) return [];
  return [
    reportProblem(
      'direction-is-right',
      findTypedPlace(passage, to + after.indexOf(word)),
      `${text} is not ${word}`,
      {
        expected: word === 'above' ? 'below' : 'above',
        hint: 'Omit the word. The reference is a link, and stays right when paragraphs move.',
      },
    ),
  ];
}

/** Finds a paragraph number without its section, where several sections have that number. */
function findAmbiguousNumber(
  { passage, from, target, text }: Reference,
  { document, inputs }: CheckablePaper,
): Problem[] {
  if (inputs.template.numbering.paragraphs !== 'restarting') return [];
  const sections = listSections(document);
  const home = sections.find(({ blocks }) =>
    blocks.some((block) => block.kind === 'paragraph' && block.anchor === target),
  );
  const cited = home?.blocks.find((block) => block.kind === 'paragraph' && block.anchor === target);
  if (!home || cited?.kind !== 'paragraph' || home === passage.section || home.number !== null) return [];
  const sharing = sections.filter(({ blocks }) =>
    blocks.some((block) => block.kind === 'paragraph' && block.number === cited.number),
  );
  if (sharing.length < 2) return [];
  return [
    reportProblem(
      'number-is-unambiguous',
      findTypedPlace(passage, from),
      `"${text}" could mean "${sharing.map(({ title }) => title).join('" or "')}"`,
      {
        hint: `Give the section "${home.title}" a letter in the template, or number paragraphs through the paper.`,
      },
    ),
  ];
}

function findUncitedParts(
  { document, manuscript }: CheckablePaper,
  references: Reference[],
  order: Order,
): Problem[] {
  const findLabel = makeLabelFinder(manuscript);
  const parts = listBlocks(document).filter(
    (block) =>
      block.kind === 'table' ||
      block.kind === 'chart' ||
      block.kind === 'diagram' ||
      block.kind === 'picture',
  );
  const kinds = new Map(parts.map(({ anchor, kind }) => [anchor, kind]));
  const isTarget = ({ target, last }: Reference, anchor: string): boolean => {
    if (target === anchor || last === anchor) return true;
    const [first = 0, here = 0, end = 0] = [target, anchor, last].map((name) => order.get(name));
    return kinds.get(target) === kinds.get(anchor) && first < here && here < end;
  };
  const isCited = (anchor: string, home: Block | Section): boolean =>
    references.some(
      (reference) =>
        isTarget(reference, anchor) && reference.passage.block !== home && reference.passage.section !== home,
    );
  return [
    ...parts
      .filter((block) => block.number !== null && !isCited(block.anchor, block))
      .map((part) => reportUncitedPart(part, findLabel(part))),
    ...document.appendices
      .filter((appendix) => !isCited(appendix.anchor, appendix))
      .map((appendix) => reportUncitedPart(appendix, appendix.id)),
  ];
}

function reportUncitedPart(
  { number, place }: { number: string | null; place: Place },
  label: string | null,
): Problem {
  return reportProblem('part-is-cited', place, `nothing in the paper cites ${number ?? ''}`, {
    hint: `Cite it where members should read it: {{ref "${label ?? ''}"}}.`,
  });
}
