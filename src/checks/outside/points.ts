import { listBlocks } from '../../model/list-sections.js';
import type { Table } from '../../model/blocks/table.js';
import { toPlainText } from '../../model/inline.js';
import type { Problem } from '../../model/problem.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { findTypedPlace } from '../list-passages.js';
import { PERCENT_CHANGE } from '../percent-change.js';
import { reportProblem } from '../report-problem.js';
import type { Sentence } from '../split-sentences.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** Two percentages of the same thing, as they are printed. */
interface Pair {
  from: string;
  to: string;
  /** The words for it: the sentence, or a row of a table. */
  source: string;
}

/**
 * Finds "an 8% increase" for a change from 56% to 64%. Both percentages are in the sentence, or in a row of a table whose name the
 * sentence has.
 */
export function checkPoints({ sentences, document }: CheckableOutsidePaper): Problem[] {
  const rows = listBlocks(document).flatMap((block) =>
    block.kind === 'table' ? listPercentRows(block) : [],
  );
  return sentences.flatMap((sentence) => findPointsAsPercent(sentence, rows));
}

interface PercentRow {
  name: string;
  table: string;
  values: string[];
}

function listPercentRows(table: Table): PercentRow[] {
  return table.rows.flatMap(({ cells }) => {
    const [first = '', ...texts] = cells.map((cell) => toPlainText(cell).trim());
    const values = texts.flatMap((text) => /^(\d+(?:\.\d+)?)\s*%$/.exec(text)?.[1] ?? []);
    return values.length < 2 || first.split(' ').length < 2
      ? []
      : [{ name: first.toLowerCase(), table: table.number ?? 'the table', values }];
  });
}

function findPointsAsPercent({ passage, from, text }: Sentence, rows: readonly PercentRow[]): Problem[] {
  const match = PERCENT_CHANGE.exec(text);
  const amount = match?.[1] ?? match?.[2];
  if (!match || amount === undefined) return [];
  const pairs = [...listPairsInText(text), ...rows.flatMap((row) => listPairsInRow(text, row))];
  const places = amount.split('.')[1]?.length ?? 0;
  const isRelative = pairs.some(
    ({ from: a, to: b }) => roundDecimal(Math.abs(Number(b) / Number(a) - 1) * 100, places) === amount,
  );
  const pair = pairs.find(
    ({ from: a, to: b }) => roundDecimal(Math.abs(Number(b) - Number(a)), places) === amount,
  );
  if (!pair || isRelative) return [];
  return [
    reportProblem(
      'points-are-called-points',
      findTypedPlace(passage, from + match.index + match[0].indexOf(amount)),
      `"${match[0]}" is wrong: from ${pair.from}% to ${pair.to}%${pair.source} is a change of ${amount} percentage points`,
      { expected: `${amount} percentage points` },
    ),
  ];
}

function listPairsInText(text: string): Pair[] {
  return [
    ...text.matchAll(
      /\bfrom\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)?\s+to\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)/gi,
    ),
  ].map(([, from = '', to = '']) => ({ from, to, source: '' }));
}

function listPairsInRow(text: string, { name, table, values }: PercentRow): Pair[] {
  if (!text.toLowerCase().includes(name)) return [];
  return values.flatMap((from, index) =>
    values.slice(index + 1).map((to) => ({ from, to, source: ` in ${table}` })),
  );
}
