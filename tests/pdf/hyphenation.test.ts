import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildNewest } from '../support/build-newest.js';
import { readPdf } from '../support/read-pdf.js';
import { listPieces, readStructure, walkElements } from '../support/read-structure.js';
import { copyProject, type Copy } from '../support/run-papers.js';

const PAPER = 'data/2024-25-q2/parks-update.yaml';

let project: Copy;
beforeEach(() => {
  project = copyProject('tests/papers/parks-update');
});
afterEach(() => project.remove());

/** Builds the paper with an invented table of words. Returns the text as it is read and as it is drawn, without spaces. */
async function printTable(columns: string[], cells: string[]): Promise<{ read: string; drawn: string }> {
  const rows = [columns, columns.map(() => '---'), cells].map((row) => `      | ${row.join(' | ')} |\n`);
  project.change(PAPER, (text) =>
    text.replace(
      '    furniture: |\n',
      `    words: |\n      An invented table.\n\n${rows.join('')}    furniture: |\n`,
    ),
  );
  const { pdf } = await buildNewest(project.root);
  const { root } = await readStructure(pdf);
  const read = [...walkElements(root)].flatMap(listPieces).map(({ text }) => text);
  return { read: read.join('').replace(/\s/g, ''), drawn: (await readPdf(pdf)).body.replace(/\s/g, '') };
}

const MANY = [
  'Responsibility',
  'Arrangements',
  'Considerations',
  'Communications',
  'Infrastructure',
  'Organisation',
];

test('divides words of narrow columns by British rules, with a hyphen', async () => {
  const { read, drawn } = await printTable(
    [...MANY, 'Places', 'Acknowledgements', 'Implementation'],
    ['interdepartmental correspondence', ...MANY.slice(1), 'in Middlesbrough', '1234567890123456', '–'],
  );
  expect(drawn).toContain('interde-part-mentalcorres-pondence');
  expect(drawn).toContain('Organisa-tion');
  expect(drawn).not.toMatch(/Middles-|\u2027|\u00ad|5678-/);
  expect(read).toContain('interdepartmentalcorrespondence');
});

test('divides no word where it has room', async () => {
  const { drawn } = await printTable(MANY.slice(0, 4), [
    'interdepartmental',
    'correspondence',
    'communities',
    'words',
  ]);
  expect(drawn).toContain('ResponsibilityArrangementsConsiderationsCommunications');
  expect(drawn).toContain('interdepartmentalcorrespondencecommunitieswords');
});
