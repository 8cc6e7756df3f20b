import { makeError, type Place, type Problem } from '../../model/problem.js';
import { findUnusualInText } from '../yaml/find-unusual-characters.js';
import type { RawTable } from './raw-table.js';

/** The most characters that a cell of Excel has. A longer text comes from a mistake, such as a quotation mark that is missing. */
const MOST_CHARACTERS = 32_767;

/** The words that Excel and LibreOffice write in place of a value that a formula could not compute. */
const ERROR_VALUE =
  /^(?:#(?:DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!|GETTING_DATA)|Err:\d{3})$/;

/** Finds texts that no cell may have: the errors of formulas, and texts that are too long. */
export function checkCellTexts(table: RawTable): Problem[] {
  return checkEachText(table, checkText);
}

/** Finds characters that no cell of a spreadsheet may have. Those of YAML are found when it is parsed. */
export function checkCellCharacters(table: RawTable): Problem[] {
  return checkEachText(table, findUnusualInText);
}

function checkEachText(
  { headings, rows }: RawTable,
  check: (text: string, place: Place) => Problem[],
): Problem[] {
  const problems = headings.flatMap(({ text, place }) => check(text, place));
  for (const { cells } of rows)
    for (const { text, place } of cells.values()) problems.push(...check(text, place));
  return problems;
}

function checkText(text: string, place: Place): Problem[] {
  if (text.length > MOST_CHARACTERS)
    return [
      makeError('table-is-readable', place, `the cell has ${text.length} characters`, {
        expected: `at most ${MOST_CHARACTERS} characters, as Excel has`,
        hint: 'Check the quotation marks and separators before it.',
      }),
    ];
  if (ERROR_VALUE.test(text)) return [reportErrorValue(text, place)];
  return [];
}

/** Reports a cell whose formula could not be computed. */
function reportErrorValue(text: string, place: Place): Problem {
  return makeError('cell-has-value', place, `the cell has the error ${text}`, {
    expected: 'a value, or a word such as "not available"',
    hint: 'Correct the formula in the spreadsheet.',
  });
}
