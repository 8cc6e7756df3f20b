import type { Figure } from '../../model/figure.js';
import { findReason } from './find-reason.js';
import { isSameNumber } from './is-same-number.js';
import type { Cause, FigureChange } from './span.js';

/** A figure with the text that prints it. */
export interface PrintedFigure {
  figure: Figure;
  text: string;
}

/**
 * Compares a figure that two versions print differently, and finds the causes. `onOldData` is the new version's figure on
 * the old data. The data cause its difference from the new figure, and the rule its difference from the old one.
 */
export function compareFigures(
  before: PrintedFigure,
  after: PrintedFigure,
  onOldData: Figure | null,
): FigureChange {
  const { id, label, unit, period } = after.figure;
  const hasNewSign = (before.figure.value ?? 0) * (after.figure.value ?? 0) < 0;
  const causes = findCauses(before, after, onOldData);
  return {
    id,
    label,
    unit,
    period: period ?? null,
    before: toPrintedNumber(before, hasNewSign),
    after: toPrintedNumber(after, hasNewSign),
    causes,
    reason: findReason(before.figure, after.figure, causes),
  };
}

/** Adds a sign if the sign changed and the sentence gives the direction: "rose by 8 points" becomes "+8 points". */
function toPrintedNumber({ figure, text }: PrintedFigure, hasNewSign: boolean): FigureChange['before'] {
  const sign = (figure.value ?? 0) < 0 ? '−' : '+';
  return {
    text: hasNewSign && /^\d/.test(text) ? sign + text : text,
    value: figure.value,
    period: figure.period ?? null,
    base: figure.base ?? null,
    formula: figure.formula ?? null,
  };
}

function findCauses(before: PrintedFigure, after: PrintedFigure, onOldData: Figure | null): Cause[] {
  const [old, now] = [before.figure, after.figure];
  if (isSameFigure(old, now)) return [isRoundedDifferently(before.text, after.text) ? 'rule' : 'wording'];
  const isTyped = old.formula === undefined && now.formula === undefined;
  if (isTyped && (!isSameNumber(old.value, now.value) || old.qualifier !== now.qualifier)) return ['data'];
  if (!onOldData) return [removeNumbers(old.formula) === removeNumbers(now.formula) ? 'data' : 'rule'];
  const causes: Cause[] = [];
  if (!isSameFigure(onOldData, now)) causes.push('data');
  if (!isSameFigure(onOldData, old)) causes.push('rule');
  return causes;
}

/** Returns true if two figures have the same number, base, interval, qualifier and reason. */
function isSameFigure(a: Figure, b: Figure): boolean {
  return (
    isSameNumber(a.value, b.value) &&
    a.base === b.base &&
    isSameNumber(a.interval?.lower, b.interval?.lower) &&
    isSameNumber(a.interval?.upper, b.interval?.upper) &&
    a.qualifier === b.qualifier &&
    a.reason === b.reason
  );
}

/** Returns true for "64%" and "64.0%", but not for "8" and "eight", or "32" and "27 + 3 + 2 = 32". */
function isRoundedDifferently(before: string, after: string): boolean {
  const [a, b] = [listNumbers(before), listNumbers(after)];
  return a.length === b.length && a.join(' ') !== b.join(' ');
}

const NUMBERS = /\d[\d,]*(?:\.\d+)?/g;

function listNumbers(text: string): string[] {
  return text.match(NUMBERS) ?? [];
}

/** Returns a formula without its numbers: "# + #". */
function removeNumbers(formula: string | undefined): string {
  return (formula ?? '').replace(NUMBERS, '#');
}
