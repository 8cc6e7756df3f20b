import { expect, test } from 'vitest';
import type { Table } from '../../src/model/blocks/table.js';
import type { Figure } from '../../src/model/figure.js';
import type { Inline } from '../../src/model/inline.js';
import { renderSource } from '../../src/html/render-source.js';

const place = { file: 'data/figures.yaml', line: 1, column: 1 };

function makeFigure(source: string, inputs: Figure[] = []): Figure {
  return { id: 'a', label: 'A', value: 1, unit: 'count', place, source, inputs };
}

function makeTable(figures: Figure[], notes: Inline[][] = []): Table {
  const cells = figures.map((figure): Inline[] => [{ kind: 'value', text: '1', figure }]);
  return {
    kind: 'table',
    anchor: 'a',
    number: 'Table 1',
    title: [],
    columns: cells.map(() => ({ heading: [], align: 'decimal', width: null })),
    rows: [{ kind: 'data', cells }],
    notes,
    place,
  };
}

const render = (figures: Figure[], notes?: Inline[][]): string | undefined =>
  renderSource(makeTable(figures, notes))
    ?.html.trim()
    .replace(/<[^>]*>/g, '');

test('names each source once, in reading order', () => {
  expect(render([makeFigure('Ledger'), makeFigure('Survey'), makeFigure('Ledger')])).toBe(
    'Sources: Ledger; Survey',
  );
});

test('names the sources of the inputs of a computed figure', () => {
  const change = makeFigure('Survey', [makeFigure('Survey, 2025'), makeFigure('Register')]);
  expect(render([change])).toBe('Sources: Survey, 2025; Register');
});

test('visits inputs that figures share once, however often they are shared', () => {
  const deep = Array.from({ length: 60 }).reduce<Figure>(
    (figure) => makeFigure('', [figure, figure]),
    makeFigure('Ledger'),
  );
  expect(render([deep])).toBe('Source: Ledger');
});

test('does not repeat the publication that sources share', () => {
  expect(render([makeFigure('Report 8, Table 1'), makeFigure('Report 8, paragraph 20')])).toBe(
    'Sources: Report 8, Table 1; paragraph 20',
  );
});

test('leaves many sources to figures.csv', () => {
  const sources = ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => makeFigure(name));
  expect(render(sources)).toBe('Sources: A; B; C; D; and 2 more, which figures.csv lists');
});

test('says nothing without a source, or if a note of the author names it', () => {
  expect(render([makeFigure('')])).toBeUndefined();
  expect(render([makeFigure('Ledger')], [[{ kind: 'text', text: 'Source: the ledger.' }]])).toBeUndefined();
});
