import { toPercent } from '../format/numbers.js';
import type { Figure } from '../model/figure.js';
import { isCompared, isOfKind, type Measure } from '../model/measure.js';
import { makeError, makeWarning, type Problem } from '../model/problem.js';
import type { PeriodData } from '../model/period-data.js';
import { listMeasurePercentages } from './list-measure-percentages.js';
import { listPercentages, type Percentage } from './list-percentages.js';

/**
 * Finds percentages and targets that look like fractions: 0.64 typed for 64. It is an error if a hundred times the value
 * fits the other values on file, and otherwise a warning. The author can confirm a value.
 */
export function checkFractions(measures: readonly Measure[], history: readonly PeriodData[]): Problem[] {
  const all = listPercentages(history);
  return [
    ...all.filter(({ figure }) => isSuspect(figure)).flatMap((entry) => checkPercentage(entry, all)),
    ...measures.flatMap((measure) => checkTarget(measure, history)),
  ];
}

function isSuspect({ value, confirmed, formula }: Figure): boolean {
  return value !== null && value > 0 && value <= 0.01 && confirmed !== true && formula === undefined;
}

function checkPercentage(entry: Percentage, all: readonly Percentage[]): Problem[] {
  const earlier = all.filter(({ key, figure }) => key === entry.key && figure !== entry.figure);
  const ofTable = all.filter(
    ({ table, period, figure }) =>
      table !== null && table === entry.table && period === entry.period && figure !== entry.figure,
  );
  const [past, beside] = [earlier, ofTable].map((entries) =>
    entries.flatMap(({ figure }) => (figure.value === null ? [] : [toPercent(figure.value)])),
  );
  return judge(entry.figure, past ?? [], beside ?? []);
}

function checkTarget(measure: Measure, history: readonly PeriodData[]): Problem[] {
  const target = findTarget(measure);
  if (!target || (target.unit !== 'percent' && target.unit !== 'points') || !isSuspect(target)) return [];
  return judge(target, listMeasurePercentages(measure, history), []);
}

function findTarget(measure: Measure): Figure | undefined {
  if (isOfKind(measure, 'control-chart')) return measure.target;
  return isCompared(measure) ? measure.target?.figure : undefined;
}

/** Judges a value by those of other periods, and by those beside it in its table. */
function judge(figure: Figure, past: readonly number[], beside: readonly number[]): Problem[] {
  const value = toPercent(figure.value ?? 0);
  if (past.some((other) => isNear(value, other))) return [];
  const known = [...past, ...beside].filter((other) => isNear(value * 100, other));
  if (known.length > 0) return [reportFraction(figure, value, known)];
  return value < 1 ? [warnOfFraction(figure, value)] : [];
}

/** Returns true if a value lies within half to twice another. */
function isNear(value: number, other: number): boolean {
  return value >= other / 2 && value <= other * 2;
}

function reportFraction({ place }: Figure, value: number, known: readonly number[]): Problem {
  const percent = toPercent(value);
  const range = [...new Set([Math.min(...known), Math.max(...known)])].map(roundForAuthor).join(' to ');
  return makeError('percentage-fits-history', place, `${value} looks like a fraction: ${percent}?`, {
    expected: `a percentage, as published; other values on file: ${range}`,
    hint: `Write ${percent}. If ${value}% is right, confirm it: { value: ${value}, confirmed: true }`,
  });
}

function roundForAuthor(value: number): string {
  return String(Number(value.toFixed(1)));
}

function warnOfFraction({ place }: Figure, value: number): Problem {
  const percent = toPercent(value);
  return makeWarning('percentage-not-fraction', place, `${value} is less than one per cent`, {
    expected: 'a percentage, as published',
    hint: `If you mean ${percent}%, write ${percent}. If ${value}% is right, confirm it: { value: ${value}, confirmed: true }`,
  });
}
