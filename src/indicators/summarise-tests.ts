import { nameKnownPart } from '../format/design-effect.js';
import { joinNames } from '../format/words.js';
import type { Change } from '../model/change.js';
import { NO_PART, type Figure } from '../model/figure.js';
import { groupBy } from '../model/group-by.js';
import { isOfTwelveMonths, nameSpan } from '../model/name-span.js';
import type { Indicator } from '../model/indicator.js';
import type { TestFamily } from '../model/test-family.js';
import type { Period } from '../model/period.js';
import { ALPHA, CONFIDENCE } from './confidence.js';
import { countDecimals } from './count-decimals.js';
import { isRounded } from './find-half-unit.js';
import { groupIntoFamilies, type ComparedIndicator } from './group-into-families.js';

/** Summarises each family of tests for the method note of a period's paper. */
export function summariseTests(indicators: readonly Indicator[], period: Period): Record<string, TestFamily> {
  const recents = groupIntoFamilies(
    indicators.map((indicator) => ({ ...indicator, change: indicator.recent })),
  );
  return Object.fromEntries(
    [...groupIntoFamilies(indicators)].map(([id, family]) => {
      const recent = recents.get(id) ?? [];
      const summary = {
        ...summariseFamily(id, family, period),
        ...describeRounding([...family, ...recent]),
        recent: summariseFamily(id, recent, period),
      };
      return [id, summary];
    }),
  );
}

function summariseFamily(
  id: string,
  family: readonly ComparedIndicator[],
  period: Period,
): TestFamily['recent'] {
  const tested = family.filter(({ change }) => change.test.pValue !== null);
  const significant = family.filter(({ change }) => change.verdict.significant);
  const weakest = findLeast(significant, ({ change }) => change.test.largestDesignEffect);
  return {
    id,
    together: tested.length,
    significant: significant.length,
    confidence: CONFIDENCE,
    level: ALPHA,
    windows: listWindows(tested.length > 0 ? tested : family, period),
    samples: { ...groupBySample(tested, period), otherMonths: listOtherMonths(family, period) },
    simpleRandom: tested.some(({ change }) => change.test.simpleRandom),
    designEffects: findDesignEffectRange(tested),
    designs: groupByDesign(tested, period),
    equalWaves: family.some(({ change }) => change.test.equalWaves),
    weakest,
    largestDesignEffect: weakest?.change.test.largestDesignEffect ?? null,
    ...describeRounding(family),
    tooCloseToCall: family.filter(({ change }) => change.verdict.outcome === 'cannot-be-said'),
    probable: family.filter(({ change }) => change.verdict.strength === 'probable'),
  };
}

function describeRounding(
  family: readonly ComparedIndicator[],
): Pick<TestFamily, 'rounded' | 'partlyRounded' | 'decimals'> {
  const tested = family.filter(({ change }) => change.test.pValue !== null);
  const rounded = tested.some(({ change }) => change.test.rounding !== null);
  const figures = tested.flatMap(({ change: { from, to } }) => [from, to]);
  return {
    rounded,
    partlyRounded: rounded && !figures.every(isRounded),
    decimals: countMostDecimals(family),
  };
}

function findDesignEffectRange(family: readonly ComparedIndicator[]): TestFamily['designEffects'] {
  const known = family.flatMap(({ change: { from, to } }) => [from, to].flatMap(listDesignEffects));
  return known.length > 0 ? { least: Math.min(...known), most: Math.max(...known) } : null;
}

/** Lists the design effect of a figure, or those of the waves or groups for which it is known. */
function listDesignEffects({ designEffect, inputs = [] }: Figure): number[] {
  return designEffect === undefined ? inputs.flatMap((input) => input.designEffect ?? []) : [designEffect];
}

function groupByDesign(family: readonly ComparedIndicator[], period: Period): TestFamily['designs'] {
  const listWith = (design: 'known' | 'part' | 'unknown'): ComparedIndicator[] =>
    family.filter(({ change }) => classifyDesign(change) === design);
  return {
    known: listWith('known'),
    part: listWith('part').map((measure) => ({ measure, knownFor: nameKnownParts(measure.change, period) })),
    unknown: listWith('unknown'),
  };
}

function classifyDesign({ from, to, test }: Change): 'known' | 'part' | 'unknown' {
  if (!test.simpleRandom) return 'known';
  return [from, to].every(({ designKnownFor }) => designKnownFor === NO_PART) ? 'unknown' : 'part';
}

function nameKnownParts({ from, to, since }: Change, period: Period): string {
  const parts = [...nameKnownPart(from, since), ...nameKnownPart(to, nameSpan(to, period))];
  return parts.length === 1 ? `${parts[0] ?? ''} only` : joinNames(parts);
}

/** The most decimals in any percentage that was published without its waves. */
function countMostDecimals(family: readonly ComparedIndicator[]): number {
  const figures = family.flatMap(({ change: { from, to, test } }) => (test.rounding ? [from, to] : []));
  return Math.max(0, ...figures.filter(isRounded).map(countDecimals));
}

function findLeast(
  family: readonly ComparedIndicator[],
  findValue: (indicator: ComparedIndicator) => number | null,
): ComparedIndicator | null {
  const known = family.filter((indicator) => findValue(indicator) !== null);
  return known.reduce<ComparedIndicator | null>(
    (least, next) => (least === null || (findValue(next) ?? 0) < (findValue(least) ?? 0) ? next : least),
    null,
  );
}

function listWindows(family: readonly ComparedIndicator[], period: Period): TestFamily['windows'] {
  const windows = family.map((measure) => ({
    earlier: measure.change.since,
    later: nameSpan(measure.change.to, period),
    sharedMonths: measure.change.test.sharedMonths,
    measure,
  }));
  const groups = groupBy(windows, ({ earlier, later, sharedMonths }) =>
    JSON.stringify([earlier, later, sharedMonths]),
  );
  return [...groups.values()].map((group) => {
    const [{ earlier, later, sharedMonths }] = group;
    return { earlier, later, sharedMonths, measures: group.map(({ measure }) => measure) };
  });
}

function groupBySample(
  family: readonly ComparedIndicator[],
  period: Period,
): Omit<TestFamily['samples'], 'otherMonths'> {
  const gaps = family.filter(({ change }) => change.to.unit === 'points');
  const others = family.filter(({ change }) => change.to.unit !== 'points');
  const published = others.filter(({ change }) => change.test.equalWaves);
  return {
    published: published.filter(({ change }) => coversYears(change, period)),
    pooled: others.filter(({ change }) => !change.test.equalWaves),
    gaps,
  };
}

/** Lists the measures with a figure over other months than the twelve that end with its quarter. Gaps are listed apart. */
function listOtherMonths(family: readonly ComparedIndicator[], period: Period): ComparedIndicator[] {
  return family.filter(({ change }) => change.to.unit !== 'points' && !coversYears(change, period));
}

/** Returns true if both figures of a change cover the twelve months that end with their quarter. */
function coversYears({ from, to, earlier }: Change, period: Period): boolean {
  return isOfTwelveMonths({ figure: from, period: earlier }) && isOfTwelveMonths({ figure: to, period });
}
