import { listBlocks, listSections } from '../model/list-sections.js';
import type { Section } from '../model/section.js';
import type { Block } from '../model/blocks/block.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { placeIn, type Passage } from './passages.js';

interface Reference {
  passage: Passage;
  /** Its offset, and that of what comes after it. */
  from: number;
  to: number;
  /** The anchors that it leads to: of a range both ends, which are of one kind. */
  target: string;
  last: string;
  shown: string;
}

/** References that resolve, and mislead a reader all the same; and parts of the paper that no reference leads to. */
export function checkReferences(paper: Checkable): Problem[] {
  const order = readingOrder(paper);
  const references = paper.passages.flatMap(referencesIn);
  return [
    ...references.flatMap((one) => wrongDirection(one, order)),
    ...references.flatMap((one) => ambiguous(one, paper)),
    ...uncited(paper, references, order),
  ];
}

function referencesIn(passage: Passage): Reference[] {
  return passage.parts.flatMap(({ from, inline }) =>
    inline.kind === 'reference' && inline.target !== null
      ? [
          {
            passage,
            from,
            to: from + inline.text.length,
            target: inline.target,
            last: inline.end ?? inline.target,
            shown: inline.text.replaceAll('\u00a0', ' '),
          },
        ]
      : [],
  );
}

type Order = Map<string | Block | Section, number>;

/** Every section and block by its place in reading order; by its anchor too, where it has one. */
function readingOrder({ document }: Checkable): Order {
  const order: Order = new Map();
  let next = 0;
  const add = (one: Block | Section): void => {
    order.set(one, next);
    if ('anchor' in one) order.set(one.anchor, next);
    next += 1;
  };
  for (const section of listSections(document)) {
    add(section);
    section.blocks.forEach(add);
  }
  return order;
}

function wrongDirection({ passage, to, target, last, shown }: Reference, order: Order): Problem[] {
  const after = passage.text.slice(to);
  const word = /^,?\s+\(?(above|below)\b/.exec(after)?.[1];
  if (word === undefined || passage.block === null) return [];
  const here = order.get(passage.block) ?? 0;
  const [first, end] = [order.get(target) ?? here, order.get(last) ?? here];
  if (word === 'above' ? end <= here : first >= here) return [];
  return [
    found(
      'direction-is-right',
      placeIn(passage, to + after.indexOf(word)),
      `${shown} does not stand ${word}`,
      {
        expected: word === 'above' ? 'below' : 'above',
        hint: 'Leave the word out: the reference is a link, and holds when paragraphs move.',
      },
    ),
  ];
}

/** A number without its section, where several sections have a paragraph of that number. */
function ambiguous({ passage, from, target, shown }: Reference, { document, inputs }: Checkable): Problem[] {
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
    found(
      'number-is-unambiguous',
      placeIn(passage, from),
      `"${shown}" may be of "${sharing.map(({ title }) => title).join('" or "')}"`,
      {
        hint: `Letter the section "${home.title}" in the template, or number paragraphs through the paper.`,
      },
    ),
  ];
}

function uncited({ document }: Checkable, references: Reference[], order: Order): Problem[] {
  const parts = listBlocks(document).filter(
    (block) => block.kind === 'table' || block.kind === 'chart' || block.kind === 'diagram',
  );
  const kinds = new Map(parts.map(({ anchor, kind }) => [anchor, kind]));
  const lead = ({ target, last }: Reference, anchor: string): boolean => {
    if (target === anchor || last === anchor) return true;
    const [first = 0, here = 0, end = 0] = [target, anchor, last].map((one) => order.get(one));
    return kinds.get(target) === kinds.get(anchor) && first < here && here < end;
  };
  const isCited = (anchor: string, home: Block | Section): boolean =>
    references.some((one) => lead(one, anchor) && one.passage.block !== home && one.passage.section !== home);
  return [
    ...parts
      .filter((block) => block.number !== null && !isCited(block.anchor, block))
      .map(({ number, anchor, place }) => uncitedPart(number ?? '', anchor, place)),
    ...document.appendices
      .filter((appendix) => !isCited(appendix.anchor, appendix))
      .map(({ number, anchor, place }) => uncitedPart(number ?? '', anchor, place)),
  ];
}

function uncitedPart(number: string, label: string, place: Problem['place']): Problem {
  return found('part-is-cited', place, `nothing in the paper cites ${number}`, {
    hint: `Say where it is meant to be read: {{ref "${label}"}}.`,
  });
}
