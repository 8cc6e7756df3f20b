import { listBlocks } from '../../model/list-sections.js';
import type { Table } from '../../model/blocks/table.js';
import { toPlainText } from '../../model/inline.js';
import type { Problem } from '../../model/problem.js';
import { roundDecimal } from '../../statistics/rounding.js';
import { findTypedPlace } from '../list-passages.js';
import { findPercentChange } from '../find-percent-change.js';
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
  const change = findPercentChange(text);
  if (!change) return [];
  const { amount } = change;
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
      findTypedPlace(passage, from + change.at),
      `"${change.text}" is wrong: from ${pair.from}% to ${pair.to}%${pair.source} is a change of ${amount} percentage points`,
      { expected: `${amount} percentage points` },
    ),
  ];
}

const SHARE = String.raw`(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)`;
/** "from 56% to 64%". */
const FROM_TO = new RegExp(String.raw`\bfrom\s+(\d+(?:\.\d+)?)(?:%|\s+per\s?cent)?\s+to\s+${SHARE}`, 'gi');
/** "64% were satisfied, compared with 56%", "64 per cent, up from 56 per cent", "64% (2024: 56%)". */
const TO_FROM = new RegExp(
  String.raw`(?<![\d.,])${SHARE}(?:[^%.;]{0,80}?\b(?:compared\s+(?:with|to)|(?:up|down)\s+from|against|rather\s+than)\s+|\s+\((?:\d{4}(?:/\d{2})?:?|previously|was|last\s+year:?)\s+)${SHARE}`,
  'gi',
);

function listPairsInText(text: string): Pair[] {
  return [
    ...[...text.matchAll(FROM_TO)].map(([, from = '', to = '']) => ({ from, to, source: '' })),
    ...[...text.matchAll(TO_FROM)].map(([, to = '', from = '']) => ({ from, to, source: '' })),
  ];
}

function listPairsInRow(text: string, { name, table, values }: PercentRow): Pair[] {
  if (!text.toLowerCase().includes(name)) return [];
  return values.flatMap((from, index) =>
    values.slice(index + 1).map((to) => ({ from, to, source: ` in ${table}` })),
  );
}
