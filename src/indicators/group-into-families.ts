import type { Change } from '../model/change.js';
import { groupBy } from '../model/group-by.js';
import type { Indicator } from '../model/indicator.js';

/** An indicator with a change, and so with a test. */
export type ComparedIndicator = Indicator & { change: Change };

/** Groups the indicators that have a change into families, whose tests are adjusted together. */
export function groupIntoFamilies(indicators: readonly Indicator[]): Map<string, ComparedIndicator[]> {
  return groupBy(indicators.filter(hasChange), ({ change }) => change.test.family);
}

function hasChange(indicator: Indicator): indicator is ComparedIndicator {
  return indicator.change !== null;
}
