import { listBlocks, listSections } from '../model/list-sections.js';
import type { Section } from '../model/section.js';
import type { Table } from '../model/blocks/table.js';
import type { Block } from '../model/blocks/block.js';
import { computeContrast } from '../model/compute-contrast.js';
import { hasOneCell } from '../model/has-one-cell.js';
import { toPlainText } from '../model/inline.js';
import type { Inputs } from '../model/inputs.js';
import type { Problem } from '../model/problem.js';
import type { ChartContent } from '../model/template.js';
import { getSignalColour } from '../model/theme.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { findTyped } from './find-typed.js';

const MAX_COLUMNS = 12;
const MAX_SERIES = 5;

/** Checks the needs of readers with low vision, with a screen reader, or with a print in black and white. */
export function checkAccessibility(paper: CheckablePaper): Problem[] {
  const { document, inputs } = paper;
  const blocks = listBlocks(document);
  return [
    ...findBlankTitles(paper),
    ...listSections(document).flatMap(findSkippedLevels),
    ...blocks.flatMap((block) => (block.kind === 'table' ? findTableProblems(block) : [])),
    ...findCrowdedCharts(blocks, paper),
    ...findMeaningByColour(paper),
    ...findFaintColours(inputs),
  ];
}

function findBlankTitles({ document, inputs: { template } }: CheckablePaper): Problem[] {
  const blank = [
    ...(document.title.trim() === '' ? ['title'] : []),
    ...(document.subject.trim() === '' ? ['description'] : []),
  ];
  return blank.map((key) =>
    reportProblem('document-is-titled', template.place, `the ${key} of the paper is blank`, {
      expected: 'text: screen readers say it first, and windows show it',
    }),
  );
}

/** Finds headings that skip a level. Level 1 is directly under the section. */
function findSkippedLevels({ blocks }: Section): Problem[] {
  let level = 0;
  return blocks.flatMap((block): Problem[] => {
    if (block.kind !== 'heading') return [];
    const above = level;
    level = block.level;
    if (block.level <= above + 1) return [];
    return [
      reportProblem('headings-in-order', block.place, `"${toPlainText(block.content)}" skips a level`, {
        expected: `${'#'.repeat(above + 2)} ${toPlainText(block.content)}`,
      }),
    ];
  });
}

function findTableProblems(table: Table): Problem[] {
  return [
    ...findMissingHeading(table),
    ...findTooManyColumns(table),
    ...findUnevenRow(table),
    ...findSecondHeadings(table),
  ];
}

function findMissingHeading({ columns, place, number }: Table): Problem[] {
  // The corner may be empty: the first column heads the rows.
  const index = columns.findIndex(({ heading }, column) => column > 0 && toPlainText(heading).trim() === '');
  if (index < 0) return [];
  return [
    reportProblem('table-has-headers', place, `column ${index + 1} of ${nameTable(number)} has no heading`, {
      expected: 'a heading for each column',
    }),
  ];
}

function findTooManyColumns({ columns, place, number }: Table): Problem[] {
  if (columns.length <= MAX_COLUMNS) return [];
  return [
    reportProblem('table-is-plain', place, `${nameTable(number)} has ${columns.length} columns`, {
      expected: `at most ${MAX_COLUMNS} columns`,
      hint: 'Split the table, or swap rows and columns.',
    }),
  ];
}

function findUnevenRow({ columns, rows, place, number }: Table): Problem[] {
  const row = rows.find((candidate) => !hasOneCell(candidate) && candidate.cells.length !== columns.length);
  if (!row) return [];
  return [
    reportProblem(
      'table-is-plain',
      place,
      `a row of ${nameTable(number)} has ${row.cells.length} cells for ${columns.length} columns`,
      { hint: 'Give every row a cell in each column. Screen readers cannot read merged cells.' },
    ),
  ];
}

/** Finds a first row in bold type, which looks like a second row of headings. */
function findSecondHeadings({ rows: [first], place, number }: Table): Problem[] {
  if (first?.kind !== 'data' || first.cells.length < 2) return [];
  const isBold = first.cells.every((cell) => cell.length > 0 && cell.every(({ kind }) => kind === 'strong'));
  if (!isBold) return [];
  return [
    reportProblem('table-is-plain', place, `${nameTable(number)} has a second row of headings`, {
      hint: 'Merge the two rows into one.',
    }),
  ];
}

function nameTable(number: Table['number']): string {
  return number ?? 'the table';
}

function findCrowdedCharts(blocks: Block[], { inputs: { template } }: CheckablePaper): Problem[] {
  return blocks.flatMap((block): Problem[] => {
    const spec = block.kind === 'chart' ? template.charts.find(({ id }) => id === block.id) : undefined;
    const lineCount = spec ? countLines(spec.content) : 0;
    if (block.kind !== 'chart' || lineCount <= MAX_SERIES) return [];
    return [
      reportProblem('chart-has-few-series', block.place, `${block.number} has ${lineCount} lines`, {
        expected: `at most ${MAX_SERIES} lines`,
        hint: 'Split it into two charts, or show the most important lines.',
      }),
    ];
  });
}

/** Counts the lines that a reader has to tell apart. */
function countLines(content: ChartContent): number {
  switch (content.kind) {
    case 'trend':
      return content.measures.length;
    case 'control':
      return 1;
    case 'ranking':
    case 'dots':
    // A chart of rows with too many series is an error.
    case 'bars':
    case 'columns':
    case 'grouped':
    case 'stacked':
    case 'diverging':
    case 'lines':
    case 'slopes':
      return 0;
    default:
      return content satisfies never;
  }
}

const COLOUR = 'red|green|amber|blue|yellow|orange|purple|pink|grey|gray';
const BY_COLOUR = new RegExp(
  String.raw`\b(?:shown|marked|shaded|highlighted|printed|coloured|colored|flagged|given)\s+(?:in\s+)?(?:${COLOUR})\b|\b(?:the|in)\s+(?:${COLOUR})\s+(?:rows?|cells?|bars?|lines?|dots?|figures?|text|numbers?|entries)\b`,
  'gi',
);

function findMeaningByColour({ sentences }: CheckablePaper): Problem[] {
  return sentences.flatMap((sentence) =>
    findTyped(sentence, BY_COLOUR)
      .slice(0, 1)
      .map(({ match, place }) =>
        reportProblem('colour-is-not-all', place, `"${match[0]}" is lost on readers who cannot see colours`, {
          hint: 'Name it, or mark it with a word or a shape as well.',
        }),
      ),
  );
}

const WHITE = '#ffffff';

/** Finds colours with too little contrast. Text needs 4.5:1, lines and dots 3:1. The colour of concern is for both. Hairlines and the draft mark are decoration. */
function findFaintColours({ theme, colourPlaces }: Inputs): Problem[] {
  const { ink, soft, accent, tint, series } = theme.colours;
  const words = Object.entries({ ink, soft, accent });
  const text = [
    ...words.map(([name, colour]) => ({ name, colour, background: WHITE, least: 4.5 })),
    ...words.map(([name, colour]) => ({ name: `${name} on tint`, colour, background: tint, least: 4.5 })),
  ];
  const concern = getSignalColour('concern', theme);
  const graphics = series.map((colour, index) => ({
    name: `series ${index + 1}`,
    colour,
    background: WHITE,
    least: colour === concern ? 4.5 : 3,
  }));
  return [...text, ...graphics]
    .map((pair) => ({ ...pair, ratio: computeContrast(pair.colour, pair.background) }))
    .filter(({ ratio, least }) => ratio < least)
    .map(({ name, colour, ratio, least }) =>
      reportProblem(
        'contrast-is-enough',
        colourPlaces[name.split(' ')[0] ?? ''],
        `the colour ${name}, ${colour}, has a contrast of ${Math.floor(ratio * 100) / 100}:1`,
        { expected: `at least ${least}:1`, hint: 'Choose a darker colour.' },
      ),
    );
}
