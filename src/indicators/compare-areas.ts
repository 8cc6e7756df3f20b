import type { Figure } from '../model/figure.js';
import type { NeighbourPair, Neighbours, OverallComparison, RankedArea } from '../model/ranking.js';
import type { Organisation } from '../model/organisation.js';
import { testDifferences, type Difference, type PublishedShare } from '../statistics/differences.js';
import { ALPHA } from './confidence.js';
import { countDecimals } from './count-decimals.js';

type NamedFigure = Pick<RankedArea, 'name' | 'figure'>;
type ListedArea = Pick<RankedArea, 'name' | 'figure' | 'rank'>;

/** Tests whether neighbours differ. `runs` are the areas of the table in their order, divided where areas are missing. */
export function compareNeighbours(
  runs: readonly (readonly ListedArea[])[],
  { singular }: Organisation['areas'],
): Neighbours {
  const pairs = runs.flatMap((run) => run.slice(1).map((area, index) => [run[index] ?? area, area] as const));
  const shares = listShares(runs.flat());
  const known = pairs.flatMap(([first, second]) => {
    const [a, b] = [shares.get(first.name), shares.get(second.name)];
    return a && b ? [[a, b] as const] : [];
  });
  const isTested = known.length === pairs.length;
  const differences = isTested ? testDifferences(known, ALPHA) : [];
  return {
    pairs: pairs.map(([first, second], index) => judgePair(first, second, differences[index])),
    reason: isTested ? null : `the number of people asked is not published for each ${singular}`,
  };
}

function judgePair(first: ListedArea, second: ListedArea, difference: Difference | undefined): NeighbourPair {
  const isApart = difference?.outcome === 'differs';
  return {
    first: first.name,
    second: second.name,
    isTied: first.rank === second.rank,
    outcome: difference?.outcome ?? 'not-tested',
    isApart,
    isProbable: isApart && !difference.holdsIfClustered,
    pValue: difference?.pValue ?? null,
  };
}

/**
 * Compares each area with all areas together. An area is a part of the whole, so the two results vary together, and
 * their difference varies less than that of independent samples. A test for independent samples is therefore cautious,
 * however the whole is weighted. It needs no weights, and loses little while an area is a small part. Areas without a
 * base are left out.
 */
export function compareWithOverall(
  areas: readonly NamedFigure[],
  overall: Figure | null,
): Map<string, OverallComparison> {
  const whole = overall && toShare(overall, countDecimals(overall));
  const shares = [...listShares(areas)];
  if (!whole) return new Map();
  const differences = testDifferences(
    shares.map(([, share]) => [share, whole]),
    ALPHA,
  );
  return new Map(
    shares.flatMap(([name], index) => {
      const difference = differences[index];
      return difference ? [[name, judgeComparison(difference)]] : [];
    }),
  );
}

function judgeComparison({ difference, outcome, pValue, holdsIfClustered }: Difference): OverallComparison {
  const isClear = outcome === 'differs';
  return {
    outcome: isClear ? (difference > 0 ? 'above' : 'below') : outcome,
    isProbable: isClear && !holdsIfClustered,
    pValue,
  };
}

/** Lists the shares of areas with a base. All were published with the same number of decimals. */
function listShares(areas: readonly NamedFigure[]): Map<string, PublishedShare> {
  const decimals = Math.max(0, ...areas.map(({ figure }) => (isCounted(figure) ? 0 : countDecimals(figure))));
  return new Map(
    areas.flatMap(({ name, figure }) => {
      const share = toShare(figure, decimals);
      return share ? [[name, share]] : [];
    }),
  );
}

function toShare(figure: Figure, decimals: number): PublishedShare | null {
  const { value, base, designEffect } = figure;
  if (value === null || base === undefined || base === 0) return null;
  return {
    p: value,
    n: base,
    deff: designEffect ?? null,
    rounding: isCounted(figure) ? 0 : 0.005 * 10 ** -decimals,
  };
}

/** Tells whether a share was computed from counted answers, and so is not rounded. */
function isCounted({ formula }: Figure): boolean {
  return formula !== undefined;
}
