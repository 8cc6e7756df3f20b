import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, runPapers, type Copy } from '../support/run-papers.js';

const OUTPUT = 'output/2015-16-q3/quarterly-performance';

let copy: Copy;
beforeAll(() => {
  copy = copyProject('tests/papers/quarterly-performance');
  expect(runPapers(['build', '--root', copy.root]).code).toBe(0);
});
afterAll(() => copy.remove());

const readOutput = (name: string): string => readFileSync(join(copy.root, OUTPUT, name), 'utf8');
const readDescription = () =>
  JSON.parse(readOutput('figures.csv-metadata.json')) as {
    '@context': string;
    url: string;
    tableSchema: { columns: { name: string; titles: string; datatype: string; 'dc:description': string }[] };
  };
const readRows = (): string[] =>
  readOutput('figures.csv')
    .replace(/^\ufeff/, '')
    .split('\r\n')
    .slice(0, -1);

test('describes each column of figures.csv beside it and inside the PDF', async () => {
  const { '@context': context, url, tableSchema } = readDescription();
  expect({ context, url }).toEqual({ context: 'http://www.w3.org/ns/csvw', url: 'figures.csv' });
  expect(tableSchema.columns.map(({ titles }) => titles).join(',')).toBe(readRows()[0]);
  for (const column of tableSchema.columns) {
    expect(column.name).toMatch(/^[a-z_]+$/);
    expect(column['dc:description']).toMatch(/^[A-Z]/);
  }
  const data = new Uint8Array(readFileSync(join(copy.root, OUTPUT, 'quarterly-performance.pdf')));
  const attachments = (await getDocument({ data, verbosity: 0 }).promise.then((pdf) =>
    pdf.getAttachments(),
  )) as Record<string, { content: Uint8Array }>;
  expect(Buffer.from(attachments['figures.csv-metadata.json']?.content ?? []).toString()).toBe(
    readOutput('figures.csv-metadata.json'),
  );
});

test('writes percentages and points as a reader would, with the result of each test', () => {
  const rows = readRows();
  const findRow = (start: string): string => rows.find((row) => row.includes(start)) ?? '';
  expect(findRow(',Change,') + findRow('trust.change')).toMatch(
    /,2\.56360036251,points,,,0\.602254673104,4\.5218049666,computed,95,4810,[\d.]*,0\.0\d+,0\.0\d+,significantly better,/,
  );
  expect(findRow(',Latest,59%,trust,')).toContain(
    ',58.7010287852,percent,,,57.1001301344,60.2837395986,computed,95,4810,',
  );
  expect(findRow('burglary.target')).toContain(',4000,count,');
});

test('writes the position of each area, and the positions that it could hold', () => {
  const ranked = readRows().filter((row) => /,\d+=?,5,\d,\d,[a-z ]+,[\d.]+,/.test(row));
  expect(ranked.length).toBeGreaterThan(2);
});

/** The expected p-values were computed in Python, from the counts in the data and a design effect of 1.2 in all of them. */
test('writes the comparison of each area with all areas, and with the next one', () => {
  const findArea = (name: string): string =>
    readRows().find((row) => row.includes(`,district-trust.${name},`)) ?? '';
  expect(findArea('ashby')).toContain(
    ',1,5,1,2,significantly above,0.000195788439983,Brock,significantly different,0.026724913291,,',
  );
  expect(findArea('dunmore')).toContain(
    ',3=,5,2,5,no significant difference,1,Eastwell,no significant difference,0.20458369071,,',
  );
  expect(findArea('eastwell')).toContain(',5,5,2,5,significantly below,0.00634118987373,,,,,');
});

test('writes the note that the paper prints with a figure', () => {
  expect(readRows().find((row) => row.includes('knife-amnesties.projection'))).toContain(
    ',projected from too few events to be reliable,,,,data/2015-16-q1/activity.yaml,',
  );
});
