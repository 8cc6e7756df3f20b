import type { Table } from '../model/blocks/table.js';
import { hasOneCell } from '../model/has-one-cell.js';
import { toPlainText } from '../model/inline.js';
import { listBlocks, listSections } from '../model/list-sections.js';
import type { Problem } from '../model/problem.js';
import type { Section } from '../model/section.js';
import type { CheckableText } from './checkable-text.js';
import { findTyped } from './find-typed.js';
import { reportProblem } from './report-problem.js';

const MAX_COLUMNS = 12;

/** Checks what screen readers need of headings and tables, and that no meaning is in colours alone. */
export function checkStructure(paper: CheckableText): Problem[] {
  const { document } = paper;
  return [
    ...listSections(document).flatMap(findSkippedLevels),
    ...listBlocks(document).flatMap((block) => (block.kind === 'table' ? findTableProblems(block) : [])),
    ...findMeaningByColour(paper),
  ];
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

const COLOUR = 'red|green|amber|blue|yellow|orange|purple|pink|grey|gray';
const BY_COLOUR = new RegExp(
  String.raw`\b(?:shown|marked|shaded|highlighted|printed|coloured|colored|flagged|given)\s+(?:in\s+)?(?:${COLOUR})\b|\b(?:the|in)\s+(?:${COLOUR})\s+(?:rows?|cells?|bars?|lines?|dots?|figures?|text|numbers?|entries)\b`,
  'gi',
);

function findMeaningByColour({ sentences }: CheckableText): Problem[] {
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
