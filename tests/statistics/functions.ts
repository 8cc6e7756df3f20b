import { formatP } from '../../src/format/numbers.js';
import { findPeriodOf, parsePeriod, periodDates, rollingWindow } from '../../src/model/period.js';
import { assessLimits } from '../../src/statistics/assurance.js';
import { controlLimits } from '../../src/statistics/control-chart.js';
import { controlPhases } from '../../src/statistics/control-phases.js';
import {
  countChange,
  countChangeQuasi,
  ratioOfCounts,
  poissonRate,
  poissonZ,
  shareChange,
} from '../../src/statistics/counts.js';
import { testDifferences } from '../../src/statistics/differences.js';
import {
  betaQuantile,
  gammaQuantile,
  normalQuantile,
  normalTwoSided,
} from '../../src/statistics/distributions.js';
import { gap, gapChange } from '../../src/statistics/gap.js';
import { countOneSided, countTrend } from '../../src/statistics/measure-run.js';
import { proportionInterval, twoProportionTest } from '../../src/statistics/proportion.js';
import { funnel, overdispersion, rankRange, rankTopBottom } from '../../src/statistics/ranking.js';
import { testRoundingRange } from '../../src/statistics/rounded-change.js';
import { pointDifference, roundDecimal, roundPercent } from '../../src/statistics/rounding.js';
import { largestRemainder, sumCheck } from '../../src/statistics/shares.js';
import { displayCell, suppressRow } from '../../src/statistics/small-counts.js';
import { kish, overlapChange, publishedChange, rollingProportion } from '../../src/statistics/survey.js';
import { projectYearEnd, targetStatus } from '../../src/statistics/target.js';
import { changeVerdict, holm } from '../../src/statistics/verdict.js';

/* eslint-disable @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-member-access -- the vectors are data of many shapes */

/** Returns the labels of the quarters in the window that ends with a quarter such as "2008/09 Q3". */
function listWindow(label: string): string[] {
  const period = parsePeriod(label.replace(/^(\d{4})\/(\d{2}) Q/, '$1-$2-q'), 4);
  if (!period) throw new Error(`${label} is not a quarter`);
  return rollingWindow(period).map(({ label }) => label);
}

/** The vectors name the period of a wave its quarter. */
const nameWaves = (waves: { quarter: string }[]): any[] =>
  waves.map(({ quarter, ...wave }) => ({ ...wave, period: quarter }));

const formatDay = (date: Date): string => date.toISOString().slice(0, 10);

/** The statistical functions by their names in the vectors. Each takes the arguments of a vector. */
export const FUNCTIONS: Record<string, (input: any) => unknown> = {
  qnorm: ({ p }) => ({ x: normalQuantile(p) }),
  pnormTwoSided: ({ z }) => ({ p: normalTwoSided(z) }),
  qbeta: ({ p, a, b }) => ({ x: betaQuantile(p, a, b) }),
  qgamma: ({ p, shape }) => ({ x: gammaQuantile(p, shape) }),
  quarterOf: ({ date }) => {
    const period = findPeriodOf(new Date(date), 'quarter', 4);
    const { start, end } = periodDates(period);
    const length = (end.getTime() - start.getTime()) / 86_400_000 + 1;
    return { id: period.label, start: formatDay(start), end: formatDay(end), days: length };
  },
  rollingWindow: ({ end }) => ({ quarters: listWindow(end), isFinancialYear: end.endsWith('Q4') }),
  kish: ({ weights }) => kish(weights),
  rollingProportion: ({ waves, end, conf }) => rollingProportion(nameWaves(waves), listWindow(end), conf),
  proportionCI: ({ conf, method, ...sample }) => proportionInterval(sample, conf, method),
  twoProportionTest: ({ x1, n1, x2, n2, deff1, deff2, conf }) =>
    twoProportionTest({ x: x1, n: n1, deff: deff1 }, { x: x2, n: n2, deff: deff2 }, conf),
  overlapChange: ({ waves, windowA, windowB, conf }) => {
    const { sharedPeriods, ...change } = overlapChange(
      nameWaves(waves),
      listWindow(windowA),
      listWindow(windowB),
      conf,
    );
    return { ...change, sharedQuarters: sharedPeriods };
  },
  publishedChange: ({ pA, nA, deffA, pB, nB, deffB, shared, conf }) =>
    publishedChange({ p: pA, n: nA, deff: deffA }, { p: pB, n: nB, deff: deffB }, shared, conf),
  roundingRange: ({ pA, nA, deffA, halfA, pB, nB, deffB, halfB, shared, conf }) =>
    testRoundingRange(
      { p: pA, n: nA, deff: deffA, halfUnit: halfA },
      { p: pB, n: nB, deff: deffB, halfUnit: halfB },
      shared,
      conf,
    ),
  holm: ({ pValues }) => ({ adjusted: holm(pValues) }),
  changeVerdict: ({ diff, pValue, alpha, betterWhen }) => ({
    verdict: changeVerdict(diff, pValue, alpha, betterWhen),
  }),
  rankTopBottom: ({ items, k, betterWhen }) => rankTopBottom(items, k, betterWhen),
  rankRange: ({ items, conf, betterWhen, unpublished, ends }) => ({
    ranges: rankRange(items, conf, betterWhen, unpublished, ends),
  }),
  testDifferences: ({ pairs, alpha }) => ({ results: testDifferences(pairs, alpha) }),
  funnel: ({ p0, betterWhen, ...sample }) => funnel(sample, p0, betterWhen),
  overdispersion: ({ items, p0 }) => ({ phi: overdispersion(items, p0) }),
  gap: ({ conf, ...groups }) => gap(groups, conf),
  gapChange: ({ periodA, periodB, conf }) => gapChange(periodA, periodB, conf),
  detectionRate: ({ detections, offences }) => ratioOfCounts(detections, offences),
  shareChange: ({ from, to }) => shareChange(from, to),
  poissonRate: ({ count, population, per, conf, method }) =>
    poissonRate(count, population, per, conf, method),
  countChange: ({ before, after, exposureBefore, exposureAfter, conf }) =>
    countChange(before, after, exposureBefore, exposureAfter, conf),
  countChangeQuasi: ({ before, after, exposureBefore, exposureAfter, phi, conf }) =>
    countChangeQuasi(before, after, exposureBefore, exposureAfter, phi, conf),
  poissonZ: ({ before, after }) => ({ z: poissonZ(before, after) }),
  projectYearEnd: ({ yearToDate, lastYearSamePoint, lastYearFull, phi, conf, isComplete }) =>
    projectYearEnd(yearToDate, lastYearSamePoint, lastYearFull, phi, conf, isComplete),
  targetStatus: ({ estimate, lower, upper, target, betterWhen, final, tolerance }) =>
    targetStatus(estimate, { lower, upper }, target, betterWhen, final, tolerance),
  roundPercent: ({ x, n, dp }) => ({ text: roundPercent(x, n, dp) }),
  roundDecimal: ({ value, dp }) => ({ text: roundDecimal(value, dp) }),
  largestRemainder: ({ counts, total, dp }) => ({ parts: largestRemainder(counts, total, dp) }),
  sumCheck: ({ rounded, dp }) => sumCheck(rounded, dp),
  pointDifference: ({ x1, n1, x2, n2, dp }) => {
    const change = pointDifference([x1, n1], [x2, n2], dp);
    return { text: change?.text ?? null, differsFromRounded: change?.differs ?? null };
  },
  formatP: ({ p, alpha }) => ({ text: formatP(p, alpha) }),
  suppressRow: ({ cells, threshold }) => suppressRow(cells, threshold),
  displayCell: ({ value, dp, kind }) => ({ text: displayCell(value, dp, kind) }),
  xmr: ({ values, screenOutliers, betterWhen }) => controlLimits(values, betterWhen, screenOutliers),
  controlPhases: ({ values, starts, betterWhen }) => controlPhases(values, starts, betterWhen),
  assessLimits: ({ lower, upper, target, betterWhen }) => ({
    status: assessLimits({ lower, upper }, target, betterWhen),
  }),
  countOneSided: ({ values, index, mean }) => ({ count: countOneSided(values, index, mean) }),
  countTrend: ({ values, index }) => ({ count: countTrend(values, index) }),
};
