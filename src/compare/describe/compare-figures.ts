import type { Figure } from '../../model/figure.js';
import type { Cause, FigureChange } from './comparison.js';

interface Printed {
  figure: Figure;
  text: string;
}

/**
 * A figure that two versions print otherwise, and why. `onOldData` is the figure as the new version would work it out from the
 * old one's data: what it shares with the old figure the data explain, what it shares with the new one the rule explains.
 */
export function compareFigures(before: Printed, after: Printed, onOldData: Figure | null): FigureChange {
  const { id, label, unit, period } = after.figure;
  const turned = (before.figure.value ?? 0) * (after.figure.value ?? 0) < 0;
  return {
    id,
    label,
    unit,
    period: period ?? null,
    before: printedNumber(before, turned),
    after: printedNumber(after, turned),
    causes: causesOf(before, after, onOldData),
  };
}

/** A size whose direction the sentence says, "rose by 8 points", gets its sign where it has turned: away from its sentence none would be left. */
function printedNumber({ figure, text: written }: Printed, turned: boolean): FigureChange['before'] {
  const sign = (figure.value ?? 0) < 0 ? '−' : '+';
  const text = turned && /^\d/.test(written) ? sign + written : written;
  return { text, value: figure.value, base: figure.base ?? null, formula: figure.formula ?? null };
}

function causesOf(before: Printed, after: Printed, onOldData: Figure | null): Cause[] {
  const [old, now] = [before.figure, after.figure];
  if (sameNumber(old, now)) return [isRoundedOtherwise(before.text, after.text) ? 'rule' : 'wording'];
  const typed = old.formula === undefined && now.formula === undefined;
  if (typed && (!same(old.value, now.value) || old.qualifier !== now.qualifier)) return ['data'];
  if (onOldData) {
    const causes: Cause[] = [];
    if (!sameNumber(onOldData, now)) causes.push('data');
    if (!sameNumber(onOldData, old)) causes.push('rule');
    return causes;
  }
  return [shape(old.formula) === shape(now.formula) ? 'data' : 'rule'];
}

/** Whether everything that can be printed of two figures is the same. */
function sameNumber(a: Figure, b: Figure): boolean {
  return (
    same(a.value, b.value) &&
    a.base === b.base &&
    same(a.interval?.lower, b.interval?.lower) &&
    same(a.interval?.upper, b.interval?.upper) &&
    a.qualifier === b.qualifier &&
    a.reason === b.reason
  );
}

/** Equal to twelve digits: more is the machine's rounding. */
function same(a: number | null | undefined, b: number | null | undefined): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return a.toPrecision(12) === b.toPrecision(12);
}

/** "64%" and "64.0%", against "8" and "eight" or "32" and "27 + 3 + 2 = 32". */
function isRoundedOtherwise(before: string, after: string): boolean {
  const [a, b] = [before, after].map((text) => text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []);
  return a?.length === b?.length && a?.join(' ') !== b?.join(' ');
}

/** A formula without its numbers: "# + #". */
function shape(formula: string | undefined): string {
  return (formula ?? '').replace(/\d[\d,]*(?:\.\d+)?/g, '#');
}
