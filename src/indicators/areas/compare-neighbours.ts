import type { NeighbourPair, Neighbours, RankedArea } from '../../model/ranking.js';
import { readEvidence, type Sampling } from './evidence.js';
import { testEvidence } from './test-evidence.js';

export type ListedArea = Pick<RankedArea, 'name' | 'figure' | 'rank'>;

/**
 * Tests whether neighbours differ. `runs` are the areas of the table in their order, divided where areas are missing.
 * `untested` is the reason why pairs without a base cannot be tested.
 */
export function compareNeighbours(
  runs: readonly (readonly ListedArea[])[],
  sampling: Sampling,
  untested: string,
): Neighbours {
  const pairs = listPairs(runs);
  const areas = runs.flat();
  const evidence = readEvidence(
    areas.map(({ figure }) => figure),
    sampling,
  );
  const find = (area: ListedArea) => evidence[areas.indexOf(area)] ?? null;
  const isTested = pairs.every(([first, second]) => find(first) && find(second));
  const tests = testEvidence(
    pairs.map(([first, second]) => [find(first), find(second)]),
    sampling.dispersion,
  );
  return {
    pairs: pairs.map(([first, second], index): NeighbourPair => {
      const test = isTested ? tests[index] : undefined;
      return {
        first: first.name,
        second: second.name,
        isTied: first.rank === second.rank,
        outcome: test?.outcome ?? 'not-tested',
        isApart: test?.outcome === 'differs',
        isProbable: test?.isProbable ?? false,
        pValue: test?.pValue ?? null,
      };
    }),
    reason: isTested ? null : untested,
  };
}

/** Lists neighbours without a test, where the reason applies to all of them. */
export function listUntestedNeighbours(runs: readonly (readonly ListedArea[])[], reason: string): Neighbours {
  const pairs = listPairs(runs).map(([first, second]): NeighbourPair => ({
    first: first.name,
    second: second.name,
    isTied: first.rank === second.rank,
    outcome: 'not-tested',
    isApart: false,
    isProbable: false,
    pValue: null,
  }));
  return { pairs, reason: pairs.length === 0 ? null : reason };
}

function listPairs(runs: readonly (readonly ListedArea[])[]): (readonly [ListedArea, ListedArea])[] {
  return runs.flatMap((run) => run.slice(1).map((area, index) => [run[index] ?? area, area] as const));
}
