import type { Change } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';

/** An indicator with a change, and so with a test. */
export type ComparedIndicator = Indicator & { change: Change };

/** Groups the indicators that have a change into families, whose tests are adjusted together. */
export function groupIntoFamilies(indicators: readonly Indicator[]): Map<string, ComparedIndicator[]> {
  const families = new Map<string, ComparedIndicator[]>();
  for (const indicator of indicators.filter(hasChange)) {
    const { family } = indicator.change.test;
    families.set(family, [...(families.get(family) ?? []), indicator]);
  }
  return families;
}

function hasChange(indicator: Indicator): indicator is ComparedIndicator {
  return indicator.change !== null;
}
