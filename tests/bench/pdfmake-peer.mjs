/** Prints the neutral paper with pdfmake alone, without tags or checks: node pdfmake-peer.mjs INPUT OUTPUT */
import { readFileSync } from 'node:fs';
import { pdfmake } from './plain-pdfmake.mjs';

const [, , input, output] = process.argv;
const { title, sections, tables, charts } = JSON.parse(readFileSync(input, 'utf8'));

const COLOURS = ['#1f4e79', '#b85c00', '#2e7d32', '#6a1b9a', '#795548'];
const label = (x, y, text) => `<text x="${x}" y="${y}" font-size="8" font-family="SourceSans">${text}</text>`;

/** Draws lines where there are several series, and otherwise a bar for each label. */
function drawChart({ labels, series }) {
  const most = Math.max(...series.flatMap(({ values }) => values));
  const bars = labels.map(
    (name, n) =>
      label(0, 12 + n * 15, name) +
      `<rect x="110" y="${4 + n * 15}" width="${(280 * series[0].values[n]) / most}" height="10" fill="${COLOURS[0]}"/>`,
  );
  const lines = series.map(({ name, values }, n) => {
    const points = values.map((value, at) => `${20 + at * 120},${150 - (140 * value) / most}`).join(' ');
    const y = 150 - (140 * values.at(-1)) / most;
    return `<polyline points="${points}" fill="none" stroke="${COLOURS[n]}"/>${label(275, y, name)}`;
  });
  return `<svg width="440" height="170">${(series.length > 1 ? lines : bars).join('')}</svg>`;
}

let number = 0;
const print = {
  heading: ({ text }) => ({ text, bold: true, fontSize: 13, margin: [0, 6, 0, 4] }),
  paragraph: ({ text }) => ({
    columns: [
      { width: 28, text: `${++number}.` },
      { width: '*', text },
    ],
    margin: [0, 0, 0, 8],
  }),
  list: ({ items }) => ({ ul: items, margin: [28, 0, 0, 8] }),
  chart: ({ chart }) => ({
    stack: [{ text: charts[chart].title, bold: true }, { svg: drawChart(charts[chart]) }],
  }),
  table: ({ table }) => ({
    stack: [
      { text: tables[table].title, bold: true },
      {
        table: {
          headerRows: 1,
          widths: tables[table].columns.map((_, n) => (n === 0 ? '*' : 'auto')),
          body: [tables[table].columns, ...tables[table].rows].map((row) => row.map(String)),
        },
      },
    ],
    margin: [0, 0, 0, 8],
  }),
};

await pdfmake
  .createPdf({
    content: [
      { text: title, bold: true, fontSize: 18 },
      ...sections.flatMap((section) => [
        { text: section.title, bold: true, fontSize: 15, margin: [0, 10, 0, 6] },
        ...section.blocks.map((block) => print[block.kind](block)),
      ]),
    ],
    footer: (page, count) => ({ text: `${page} of ${count}`, alignment: 'center' }),
    pageSize: 'A4',
    pageMargins: [82, 74, 72, 72],
    defaultStyle: { font: 'SourceSans', fontSize: 11, lineHeight: 1.05 },
  })
  .write(output);
