import { expect, test } from 'vitest';
import { renderHtml } from '../../src/html/render-html.js';
import { buildNewest } from '../support/build-newest.js';
import { readHtml, readText } from '../support/read-html.js';
import { copyProject } from '../support/run-papers.js';
import { readAloud, readStructure, walkElements } from '../support/read-structure.js';
import { fold } from '../support/read-pdf.js';

const HEADINGS = ['Service', 'Money', 'Budget', 'Actual to date', 'Forecast'];

test('reads headings over two rows in the order of the columns, in the PDF as in HTML', async () => {
  const copy = copyProject('tests/papers/finance-monitor');
  copy.change('templates/finance-monitor/tables.yaml', (text) =>
    text.replace(
      / {4}columns: \[service, budget.*\n/,
      '    columns: [service, budget, actual, forecast]\n    heads: [{ label: Money, columns: [budget, actual, forecast] }]\n',
    ),
  );
  const { document, theme, pdf } = await buildNewest(copy.root);
  copy.remove();

  const { root, faults } = await readStructure(pdf);
  expect(faults).toEqual([]);
  const tall = [...walkElements(root)].find(({ attributes }) => attributes['RowSpan'] === '2');
  expect(tall?.role).toBe('TH');
  const head = [...walkElements(root)].find(
    ({ role, children }) =>
      role === 'THead' && children.some((row) => 'role' in row && tall && row.children.includes(tall)),
  );
  const spoken = [...walkElements(head ?? root)].filter(({ role }) => role === 'TH').map(readAloud);
  expect(spoken.map((text) => fold(text).trim())).toEqual(HEADINGS);

  const { elements } = readHtml(renderHtml(document, theme, { isTraced: false, files: null }));
  const shown = elements
    .filter(({ tagName }) => tagName === 'thead')
    .map((thead) => fold(readText(thead)).replaceAll(/\s+/g, ' ').trim());
  expect(shown.some((text) => text.replaceAll(' ', '').includes(HEADINGS.join('').replaceAll(' ', '')))).toBe(
    true,
  );
});
