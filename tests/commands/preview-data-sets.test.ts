import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FigureFacts } from '../../src/preview/preview-state.js';
import { makeWorkbook } from '../support/make-workbook.js';
import { copyProject, type Copy } from '../support/run-papers.js';
import { isDone, runPreview, type RunningPreview } from '../support/run-preview.js';

let copy: Copy;
let preview: RunningPreview | null;
beforeEach(() => {
  copy = copyProject('tests/sentences/projects/council-finance');
  preview = null;
});
afterEach(async () => {
  await preview?.end();
  copy.remove();
});

/** Reads the facts of every figure with a printed text. */
async function readFacts(text: string): Promise<FigureFacts[]> {
  const started = await runPreview(copy.root);
  preview = started;
  await started.until(isDone);
  const page = await started.page();
  const marks = [
    ...page.matchAll(/data-figure="([^"]*)" data-figure-place="([^"]*)"[^>]*>([^<]*)</g),
  ].flatMap(([, id = '', place = '', printed]) => (printed === text ? [`${id} ${place}`] : []));
  const answers = await Promise.all(
    [...new Set(marks)].map((mark) => started.ask(`figure?mark=${encodeURIComponent(mark)}`)),
  );
  return answers.map(({ body }) => JSON.parse(body.toString()) as FigureFacts);
}

const readRow = ({ rows }: FigureFacts, name: string): string | undefined =>
  rows.find((row) => row.name === name)?.text;

test('names the row, the column, and the line of a cell in a CSV file', async () => {
  const [facts] = await readFacts('1,150,000');
  expect(facts?.title).toBe('Council tax, 30 June 2025');
  expect(facts && readRow(facts, 'File')).toBe('data/2025-26-q1/debts.csv:2:25');
  expect(facts && readRow(facts, 'Name')).toBe('data.debts.council-tax.c-30-june-2025');
});

test('names the sheet and the cell of a workbook, and the inputs of a computed cell', async () => {
  copy.write('data/2025-26-q1/budget.yaml', 'file: budget.xlsx\nsheet: Q1\nheader-row: 2\n');
  copy.write(
    'data/2025-26-q1/budget.xlsx',
    makeWorkbook({
      sheets: [
        {
          name: 'Q1',
          cells: {
            A1: 'Budget of the council',
            ...{
              A2: 'Service',
              B2: 'Directorate',
              C2: 'Budget',
              D2: 'Forecast',
              E2: 'Rating',
              F2: 'What is being done',
            },
            ...{ A3: 'Waste', B3: 'Place', C3: 4000, D3: 4321, E3: 'amber' },
            ...{ A4: 'Parks', B4: 'Place', C4: 1000, D4: 1250, E4: 'red' },
          },
        },
      ],
    }),
  );
  const [cell] = await readFacts('£4,321');
  expect(cell?.title).toBe('Waste, Forecast');
  expect(cell && readRow(cell, 'File')).toBe('data/2025-26-q1/budget.xlsx, sheet Q1, cell D3');
  await preview?.end();
  const [variance] = await readFacts('+£321');
  expect(variance && readRow(variance, 'Computed from')).toBe(
    'Waste, Budget, 2025/26 Q1: £4000 (data/2025-26-q1/budget.xlsx, sheet Q1, cell C3)\n' +
      'Waste, Forecast, 2025/26 Q1: £4321 (data/2025-26-q1/budget.xlsx, sheet Q1, cell D3)',
  );
});
