import type { Change, Outcome, Verdict } from '../model/change.js';
import type { Indicator } from '../model/indicator.js';
import type { RankedArea, Ranking } from '../model/ranking.js';

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
  return strength === 'probable' ? verdict.replace('significantly', 'probably') : verdict;
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

/** Adds the positions of areas to their figures. */
export function addRanks(ranking: Ranking): Ranking {
  const of = ranking.of - ranking.withoutResult.length;
  const addRank = (area: RankedArea): RankedArea => ({
    ...area,
    figure: { ...area.figure, rank: { text: area.rankText, of, range: area.range } },
  });
  return { ...ranking, top: ranking.top.map(addRank), bottom: ranking.bottom.map(addRank) };
}
