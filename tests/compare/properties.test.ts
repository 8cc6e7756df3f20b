import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignTokens } from '../../src/compare/align/align-tokens.js';
import { compareDocuments } from '../../src/compare/describe/compare-documents.js';
import type { Comparison } from '../../src/compare/describe/comparison.js';
import { isIdentical } from '../../src/compare/describe/is-identical.js';
import { readNewText, readOldText } from '../../src/compare/describe/read-text.js';
import type { Span } from '../../src/compare/describe/span.js';
import { findIncreasingSubsequence } from '../../src/statistics/find-increasing-subsequence.js';
import { listChanges } from '../../src/compare/describe/list-changes.js';
import { splitTokens } from '../../src/compare/align/split-tokens.js';
import type { Token } from '../../src/compare/align/token.js';
import type { Document } from '../../src/model/document.js';
import type { Paragraph } from '../../src/model/blocks/paragraph.js';
import type { Block } from '../../src/model/blocks/block.js';
import { toPlainText, type Inline } from '../../src/model/inline.js';
import type { Figure } from '../../src/model/figure.js';

/** Properties of the comparison of any two papers. The papers are invented. */
const place = { file: 'made/up.yaml', line: 1, column: 1 };
const figure = (id: string, value: number): Figure => ({
  id,
  label: id,
  value,
  unit: 'count',
  place,
  source: 'Invented',
});

const word = fc.constantFrom(
  'park',
  'bench',
  'the',
  'of',
  'rose',
  'fell',
  'council',
  'R&D',
  'KPI',
  'grass',
  '1-2-3',
  'and',
  'so.',
  'bins,',
);
const words = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((all): Inline => ({ kind: 'text', text: `${all.join(' ')} ` }));
const piece: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 4, arbitrary: words },
  words.map((text): Inline => ({ kind: 'strong', content: [text] })),
  words.map((text): Inline => ({ kind: 'link', url: 'https://example.org/', content: [text] })),
  fc
    .integer({ min: 0, max: 5 })
    .map((n): Inline => ({ kind: 'reference', target: `label-${n}`, text: `paragraph\u00a0${n}` })),
  fc
    .tuple(fc.constantFrom('visits', 'fines'), fc.integer({ min: 1, max: 9 }))
    .map(([id, value]): Inline => ({ kind: 'value', text: String(value), figure: figure(id, value) })),
  fc.constant<Inline>({ kind: 'term', text: 'KPI', expansion: 'key performance indicator' }),
  fc.constant<Inline>({ kind: 'break' }),
);
const run = fc.array(piece, { minLength: 1, maxLength: 6 });

const block: fc.Arbitrary<Block> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(run, fc.boolean()).map(([content, labelled]): Block => ({
      kind: 'paragraph',
      number: '',
      anchor: labelled ? 'label' : '',
      content,
      place,
    })),
  },
  run.map((content): Block => ({ kind: 'heading', level: 1, anchor: '', content, place })),
  run.map((content): Block => ({ kind: 'note', content, place })),
  fc.array(run, { minLength: 1, maxLength: 3 }).map((items): Block => ({
    kind: 'list',
    style: 'bullet',
    start: 1,
    items: items.map((content) => ({ content, lists: [] })),
    place,
  })),
  fc.array(fc.tuple(run, run), { minLength: 1, maxLength: 4 }).map((rows): Block => ({
    kind: 'table',
    anchor: '',
    number: null,
    title: [],
    columns: ['What', 'Number'].map((text) => ({
      heading: [{ kind: 'text', text }],
      align: 'left',
      width: null,
    })),
    rows: rows.map((cells) => ({ kind: 'data', cells })),
    notes: [],
    place,
  })),
);

/** Builds a paper with numbers and anchors like those of the document stage. `labels` lets two papers share labels. */
function makePaper(sections: Block[][], labels: () => number = makeCounter()): Document {
  let number = 0;
  return {
    language: 'en-GB',
    title: 'Invented paper',
    subject: '',
    author: '',
    keywords: [],
    masthead: { authority: '', committee: '', meeting: '' },
    header: { layout: 'list', fields: [] },
    running: { left: '', right: '', marking: null },
    status: 'draft',
    statusText: '',
    changes: null,
    contents: false,
    contentsTitle: '',
    sections: sections.map((blocks, index) => ({
      id: `section-${index}`,
      anchor: `section-${index}`,
      number: null,
      title: `Section ${index}`,
      place,
      blocks: blocks.map((block, at): Block => {
        if (block.kind === 'paragraph') {
          const paragraph = String(++number);
          return {
            ...block,
            number: paragraph,
            anchor:
              block.anchor === 'label'
                ? `label-${labels()}`
                : block.anchor || `section-${index}-p${paragraph}`,
          };
        }
        return 'anchor' in block ? { ...block, anchor: `section-${index}-${block.kind}-${at}` } : block;
      }),
    })),
    appendices: [],
    madeAt: new Date(0),
  };
}

function makeCounter(): () => number {
  let next = 0;
  return () => next++;
}

const papers = fc
  .array(fc.array(block, { maxLength: 8 }), { minLength: 1, maxLength: 3 })
  .map((sections) => makePaper(sections));

/** Lists the texts of a version from a comparison, sorted. */
function listTexts(comparison: Comparison, version: 'before' | 'after'): string[] {
  const read = (spans: Span[]): string => (version === 'before' ? readOldText(spans) : readNewText(spans));
  return comparison.sections
    .flatMap(({ parts }) => parts)
    .flatMap((part): string[] => {
      if (part.kind === 'moved-away' || part[version] === null || part.kind === 'diagram') return [];
      if (part.kind === 'picture') return [];
      if ('rows' in part)
        return part.rows.flatMap(({ cells }) => cells.map(read)).filter((text) => text !== '');
      return [
        ...(part.kind === 'list' ? [] : [read(part.text)]),
        ...part.items.map(({ text }) => read(text)).filter((text) => text !== ''),
      ];
    })
    .map(fold)
    .filter((text) => text !== '')
    .sort();
}

function listDocumentTexts({ sections }: Document): string[] {
  const all = sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block): Inline[][] => {
      if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells);
      if (block.kind === 'list') return block.items.map(({ content }) => content);
      return 'content' in block ? [block.content] : [];
    });
  return all
    .map((content) => fold(toPlainText(content)))
    .filter((text) => text !== '')
    .sort();
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test('reports no change between a paper and itself', () => {
  fc.assert(
    fc.property(papers, (document) => {
      const comparison = compareDocuments(document, document, {
        newOnOldData: document,
        oldOnNewData: document,
      });
      expect(listChanges(comparison)).toEqual([]);
      expect(isIdentical(comparison)).toBe(true);
    }),
  );
});

test('contains every text of both papers once', () => {
  fc.assert(
    fc.property(papers, papers, (before, after) => {
      const comparison = compareDocuments(before, after);
      expect(listTexts(comparison, 'after')).toEqual(listDocumentTexts(after));
      expect(listTexts(comparison, 'before')).toEqual(listDocumentTexts(before));
    }),
  );
});

test('aligns all tokens of both runs in order, with equal keys where they match', () => {
  fc.assert(
    fc.property(run, run, (a, b) => {
      const [before, after] = [a, b].map((inlines) => splitTokens(inlines, (anchor) => anchor));
      const stretches = alignTokens(before ?? [], after ?? []);
      expect(stretches.flatMap((stretch) => stretch.before)).toEqual(before);
      expect(stretches.flatMap((stretch) => stretch.after)).toEqual(after);
      const keys = (all: Token[]): string[] => all.map(({ key }) => key);
      for (const { isSame, before: old, after: now } of stretches)
        if (isSame) expect(keys(old)).toEqual(keys(now));
    }),
  );
});

describe('with paragraphs in another order', () => {
  const content = (n: number): Inline[] => [
    { kind: 'text', text: `Paragraph of subject ${n} says what item${n} costs.` },
  ];
  const shuffles = fc.integer({ min: 2, max: 12 }).chain((n) =>
    fc.shuffledSubarray(
      Array.from({ length: n }, (_, index) => index),
      { minLength: n, maxLength: n },
    ),
  );
  const inOrder = (order: number[], labelled: boolean): Document =>
    makePaper([
      order.map((n): Paragraph => ({
        kind: 'paragraph',
        number: '',
        anchor: labelled ? `label-${n}` : '',
        content: content(n),
        place,
      })),
    ]);

  test.each([true, false])('reports only moved and renumbered paragraphs; labelled: %s', (labelled) => {
    fc.assert(
      fc.property(shuffles, (order) => {
        const before = inOrder(
          [...order].sort((a, b) => a - b),
          labelled,
        );
        const changes = listChanges(compareDocuments(before, inOrder(order, labelled)));
        for (const { how } of changes) expect(['moved', 'renumbered']).toContain(how.join(' '));
        const moved = changes.filter(({ how }) => how.includes('moved')).length;
        expect(moved).toBe(order.length - measureLongestIncreasing(order));
      }),
    );
  });

  test('reports a paragraph in another section as moved', () => {
    const [first = [], second = []] = [
      [0, 1, 2],
      [3, 4],
    ].map((all) =>
      all.map((n): Block => ({ kind: 'paragraph', number: '', anchor: '', content: content(n), place })),
    );
    const changes = listChanges(
      compareDocuments(
        makePaper([first, second]),
        makePaper([first.slice(0, 2), [...first.slice(2), ...second]]),
      ),
    );
    expect(changes.map(({ name, how }) => `${name}: ${how.join(' ')}`)).toEqual(['paragraph 3: moved']);
  });
});

/** Finds the length of the longest increasing subsequence in the slow and simple way. */
function measureLongestIncreasing(order: number[]): number {
  const ends: number[] = [];
  order.forEach((value, index) => {
    ends.push(1 + Math.max(0, ...ends.filter((_, at) => at < index && (order[at] ?? 0) < value)));
  });
  return Math.max(0, ...ends);
}

test('keeps the heaviest increasing subsequence in place', () => {
  const sequences = fc
    .uniqueArray(fc.integer({ min: 0, max: 50 }), { maxLength: 9 })
    .chain((targets) =>
      fc.tuple(
        fc.constant(targets),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: targets.length, maxLength: targets.length }),
      ),
    );
  fc.assert(
    fc.property(sequences, ([targets, weights]) => {
      const kept = [...findIncreasingSubsequence(targets, weights)].sort((a, b) => a - b);
      const weigh = (indexes: number[]): number =>
        indexes.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
      const rises = (indexes: number[]): boolean =>
        indexes.every(
          (index, at) => at === 0 || (targets[indexes[at - 1] ?? 0] ?? 0) < (targets[index] ?? 0),
        );
      expect(rises(kept)).toBe(true);
      const subsets = Array.from({ length: 2 ** targets.length }, (_, bits) =>
        targets.flatMap((_target, index) => ((bits >> index) & 1 ? [index] : [])),
      );
      expect(weigh(kept)).toBe(Math.max(0, ...subsets.filter(rises).map(weigh)));
    }),
  );
});

test('compares ten times as many changed paragraphs in about ten times the time', () => {
  const subject = (n: number): string =>
    Array.from({ length: 60 }, (_, k) => `w${(n * 7919 + k * 104729) % 4001}`).join(' ');
  const makePair = (length: number): [Document, Document] => {
    const makeVersion = (suffix: string, order: (n: number) => number): Document =>
      makePaper([
        Array.from({ length }, (_, at): Paragraph => {
          const n = order(at);
          return {
            kind: 'paragraph',
            number: '',
            anchor: `label-${n}${suffix}`,
            content: [{ kind: 'text', text: `${subject(n)} ${suffix}.` }],
            place,
          };
        }),
      ]);
    return [makeVersion('old', (n) => n), makeVersion('new', (n) => (n * 37) % length)];
  };
  const measureCost = (length: number): number => {
    const [before, after] = makePair(length);
    const start = process.cpuUsage().user;
    const changes = listChanges(compareDocuments(before, after));
    expect(changes.some(({ how }) => how.includes('added') || how.includes('removed'))).toBe(false);
    return process.cpuUsage().user - start;
  };
  measureCost(200); // the first run also compiles
  const [short, long] = [Math.min(measureCost(201), measureCost(202)), measureCost(2011)];
  expect(long / short).toBeLessThan(30); // 100 if every paragraph is compared with every other
});
