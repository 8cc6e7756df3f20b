import type { Change, Outcome, Verdict } from '../model/change.js';
import type { AreaComparison } from '../model/figure.js';
import type { Indicator } from '../model/indicator.js';
import type { NeighbourPair, OverallComparison, RankedArea, Ranking } from '../model/ranking.js';

/** The verdicts as `figures.csv` has them. */
const VERDICTS = {
  better: 'significantly better',
  worse: 'significantly worse',
  increase: 'significantly higher',
  decrease: 'significantly lower',
  reversed: 'significantly reversed',
  'cannot-be-said': 'too close to call',
  'no-clear-change': 'no significant change',
  'not-tested': 'not tested',
} satisfies Record<Outcome, string>;

function formatVerdict({ outcome, strength }: Verdict): string {
  const verdict = VERDICTS[outcome];
  return strength === 'probable' ? weaken(verdict) : verdict;
}

/** Adds the results of tests and the signals of months to their figures, so that every output of the paper has them. */
export function addResults(indicator: Indicator): Indicator {
  const { change, recent, control } = indicator;
  return {
    ...indicator,
    change: change && addTestResult(change),
    recent: recent && addTestResult(recent),
    control: control && {
      ...control,
      months: control.months.map((month) => ({
        ...month,
        figure: { ...month.figure, ...(month.signal !== null && { signal: month.signal }) },
      })),
    },
  };
}

function addTestResult<C extends Change>(change: C): C {
  const { pValue, adjusted } = change.test;
  const test = { pValue, adjusted, verdict: formatVerdict(change.verdict) };
  return { ...change, figure: { ...change.figure, test }, relative: { ...change.relative, test } };
}

/** Adds the positions of areas and the results of their comparisons to their figures. */
export function addRanks(ranking: Ranking): Ranking {
  const of = ranking.of - ranking.withoutResult.length;
  const pairs = new Map(ranking.neighbours.pairs.map((pair) => [pair.first, pair]));
  const addRank = (area: RankedArea): RankedArea => {
    const pair = pairs.get(area.name);
    const position = {
      rank: { text: area.rankText, of, range: area.range },
      ...(pair && { next: { area: pair.second, ...makeComparison(pair.outcome, pair) } }),
    };
    const figure = { ...area.figure, overall: describeComparison(area.comparison) };
    if (area.change === null || ranking.rankedBy === 'value') {
      const ranked = { ...figure, ...position };
      return { ...area, figure: ranked, ranked };
    }
    const ranked = { ...area.ranked, ...position };
    return { ...area, figure, ranked, change: { ...area.change, figure: ranked } };
  };
  return { ...ranking, top: ranking.top.map(addRank), bottom: ranking.bottom.map(addRank) };
}

/** The conclusions of comparisons as `figures.csv` has them. */
const COMPARISONS = {
  above: 'significantly above',
  below: 'significantly below',
  differs: 'significantly different',
  'no-clear-difference': 'no significant difference',
  'too-close-to-call': 'too close to call',
  'not-tested': 'not tested',
} satisfies Record<OverallComparison['outcome'] | NeighbourPair['outcome'], string>;

function describeComparison(comparison: OverallComparison | null): AreaComparison {
  return comparison
    ? makeComparison(comparison.outcome, comparison)
    : { adjusted: null, verdict: COMPARISONS['not-tested'] };
}

function makeComparison(
  outcome: keyof typeof COMPARISONS,
  { isProbable, pValue }: Pick<NeighbourPair, 'isProbable' | 'pValue'>,
): AreaComparison {
  const verdict = COMPARISONS[outcome];
  return { adjusted: pValue, verdict: isProbable ? weaken(verdict) : verdict };
}

/** Words a verdict that an ordinary design effect would undo. */
function weaken(verdict: string): string {
  return verdict.replace('significantly', 'probably');
}
