import type { Change } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import { adjustFamily, getLeast, getMost, getPublished } from './adjust-family.js';
import { decideVerdict } from './decide-verdict.js';
import { findLargestDesignEffect, isUndoneByOrdinaryDesignEffect } from './find-test-limits.js';
import { groupIntoFamilies, type ComparedIndicator } from './group-into-families.js';

/**
 * Adjusts the p-values of each family for the number of tests, and decides the verdicts again. Changes since the last period
 * are families of their own.
 */
export function adjustTests(indicators: readonly Indicator[]): Indicator[] {
  const changes = judgeFamilies(indicators);
  const recents = judgeFamilies(indicators.map((indicator) => ({ ...indicator, change: indicator.recent })));
  return indicators.map((indicator) => ({
    ...indicator,
    change: changes.get(indicator.id) ?? indicator.change,
    recent: indicator.recent && { ...indicator.recent, ...recents.get(indicator.id) },
  }));
}

function judgeFamilies(indicators: readonly Indicator[]): Map<string, Change> {
  return new Map([...groupIntoFamilies(indicators).values()].flatMap(judgeFamily));
}

function judgeFamily(family: readonly ComparedIndicator[]): [id: string, change: Change][] {
  const together = family.filter(({ change }) => change.test.pValue !== null).length;
  const adjusted = adjustFamily(family, getPublished);
  const [least, most] = [adjustFamily(family, getLeast), adjustFamily(family, getMost)];
  return family.map(({ id, betterWhen, change }, index) => {
    const range = { least: least[index] ?? null, most: most[index] ?? null };
    const verdict = decideVerdict(change.direction, range, betterWhen);
    const test = { ...change.test, adjusted: adjusted[index] ?? null, together };
    const judged: Change = { ...change, verdict, test };
    return [
      id,
      verdict.significant && test.simpleRandom ? addDesignEffectLimit(judged, family, index) : judged,
    ];
  });
}

/** Adds the largest design effect at which a significant verdict holds, and how firm the verdict therefore is. */
function addDesignEffectLimit(change: Change, family: readonly ComparedIndicator[], index: number): Change {
  const isProbable = isUndoneByOrdinaryDesignEffect(family, index);
  return {
    ...change,
    verdict: { ...change.verdict, strength: isProbable ? 'probable' : 'firm' },
    test: { ...change.test, largestDesignEffect: findLargestDesignEffect(family, index) },
  };
}
