import type { Change } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import { holm } from '../statistics/verdict.js';
import { decideVerdict } from './decide-verdict.js';
import { groupIntoFamilies, type ComparedIndicator } from './group-into-families.js';
import { findTestLimits } from './find-test-limits.js';

/** Adjusts the p-values of each family for the number of tests, and decides the verdicts again. */
export function adjustTests(indicators: readonly Indicator[]): Indicator[] {
  const changes = new Map([...groupIntoFamilies(indicators).values()].flatMap(adjustFamily));
  return indicators.map((indicator) => ({
    ...indicator,
    change: changes.get(indicator.id) ?? indicator.change,
  }));
}

function adjustFamily(family: readonly ComparedIndicator[]): [id: string, change: Change][] {
  const tests = family.map(({ change }) => change.test);
  const together = tests.filter(({ pValue }) => pValue !== null).length;
  const pValues = holm(tests.map(({ pValue }) => pValue));
  return family.map(({ id, betterWhen, change }, index) => {
    const adjusted = pValues[index] ?? null;
    const verdict = decideVerdict(change.figure.value, adjusted, betterWhen);
    const test = { ...change.test, adjusted, together };
    const limits = verdict.significant ? findTestLimits(family, index, test) : {};
    return [id, { ...change, verdict, test: { ...test, ...limits } }];
  });
}
