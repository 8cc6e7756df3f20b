import type { Change } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import { holm } from '../statistics/verdict.js';
import { decideVerdict } from './decide-verdict.js';
import { groupIntoFamilies, type ComparedIndicator } from './group-into-families.js';
import { findTestLimits } from './find-test-limits.js';

/**
 * Adjusts the p-values of each family for the number of tests, and decides the verdicts again. Changes since the last quarter
 * are families of their own.
 */
export function adjustTests(indicators: readonly Indicator[]): Indicator[] {
  const changes = adjustFamilies(indicators);
  const recents = adjustFamilies(indicators.map((indicator) => ({ ...indicator, change: indicator.recent })));
  return indicators.map((indicator) => ({
    ...indicator,
    change: changes.get(indicator.id) ?? indicator.change,
    recent: indicator.recent && { ...indicator.recent, ...recents.get(indicator.id) },
  }));
}

function adjustFamilies(indicators: readonly Indicator[]): Map<string, Change> {
  return new Map([...groupIntoFamilies(indicators).values()].flatMap(adjustFamily));
}

function adjustFamily(family: readonly ComparedIndicator[]): [id: string, change: Change][] {
  const tests = family.map(({ change }) => change.test);
  const together = tests.filter(({ pValue }) => pValue !== null).length;
  const pValues = holm(tests.map(({ pValue }) => pValue));
  return family.map(({ id, betterWhen, change }, index) => {
    const adjusted = pValues[index] ?? null;
    const verdict = decideVerdict(change.direction, adjusted, betterWhen);
    const test = { ...change.test, adjusted, together };
    const limits = verdict.significant ? findTestLimits(family, index, test) : {};
    return [id, { ...change, verdict, test: { ...test, ...limits } }];
  });
}
