import { isToCome, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import { explainSmallBase, type Measure } from '../../model/measure.js';
import type { Answers, QuarterData } from '../../model/quarter-data.js';
import { quarterLabel, rollingWindow, type Quarter } from '../../model/quarter.js';
import { joinNames } from '../../format.js';
import { wilson } from '../../statistics/proportion.js';
import { overlapChange, publishedChange, rollingProportion, type Wave } from '../../statistics/survey.js';
import { CONFIDENCE, indicatorOf, missingFigure } from '../indicator-of.js';
import { measureChange, untested, type Finding } from '../measure-change.js';
import { yearEndTarget } from '../year-end-target.js';

/** A survey measure over the twelve months that end with each quarter: pooled from waves, or as published. */
export function rollingIndicator(measure: Measure, history: QuarterData[]): Indicator {
  const waves = wavesOf(measure, history);
  const figureIn = (data: QuarterData): Figure | null =>
    data.rolling[measure.id]
      ? withInterval(data.rolling[measure.id] as Figure)
      : pooledFigure(measure, data, waves, history);
  const indicator = indicatorOf(measure, history, figureIn);
  const quarter = history.at(-1)?.quarter;
  if (quarter === undefined) return indicator;
  const isPublished = (one: Quarter): boolean =>
    history.some((data) => data.quarter === one && data.rolling[measure.id] !== undefined);
  return {
    ...indicator,
    change: measureChange(measure, quarter, indicator, (earlier, from, to) =>
      isPublished(earlier) || isPublished(quarter)
        ? testPublished(earlier, quarter, from, to)
        : testWaves(waves, earlier, quarter, to),
    ),
    target: yearEndTarget(measure, quarter, indicator.value),
  };
}

/** A proportion with a base gets Wilson's interval; a design effect that is not known counts as 1, and the paper says so. */
export function withInterval(figure: Figure): Figure {
  const { value, base, designEffect } = figure;
  if (value === null || base === undefined || figure.unit !== 'percent') return figure;
  return {
    ...figure,
    interval: { ...wilson(value, base / (designEffect ?? 1), CONFIDENCE), confidence: CONFIDENCE },
  };
}

function wavesOf(measure: Measure, history: QuarterData[]): Wave[] {
  return history.flatMap(({ quarter, waves }) => {
    const answers = waves[measure.id];
    return answers && !isToCome(answers.figure) ? [waveOf(quarter, answers)] : [];
  });
}

function waveOf(quarter: Quarter, { base, weightedBase, weightedCount, designEffect }: Answers): Wave {
  return { quarter, n: base, wBase: weightedBase, wNum: weightedCount, deff: designEffect ?? 1 };
}

/** Null where the quarter has no wave of its own: nobody expects a figure there. */
function pooledFigure(
  measure: Measure,
  data: QuarterData,
  waves: Wave[],
  history: QuarterData[],
): Figure | null {
  const own = data.waves[measure.id];
  if (!own) return null;
  const window = rollingWindow(data.quarter);
  const found = rollingProportion(waves, window, CONFIDENCE);
  const period = `${quarterLabel(data.quarter)}, rolling 12 months`;
  if (isToCome(own.figure)) return { ...own.figure, period };
  const waveFigure = (quarter: Quarter): Figure | undefined =>
    history.find((one) => one.quarter === quarter)?.waves[measure.id]?.figure;
  const formula = window.map((quarter) => `${measure.id} ${quarter}`).join(' and ') + ', pooled';
  if (found.p === null || found.lower === null || found.upper === null) {
    const names = joinNames(found.missing.map((quarter) => quarterLabel(quarter as Quarter)));
    return { ...missingFigure(measure, data.quarter, `no interviews on file for ${names}`), period };
  }
  const few = explainSmallBase(found.n ?? 0, measure.survey);
  if (few !== null) return { ...missingFigure(measure, data.quarter, few), period };
  const known = window.every(
    (quarter) => history.find((one) => one.quarter === quarter)?.waves[measure.id]?.designEffect !== null,
  );
  return {
    ...own.figure,
    value: found.p,
    base: found.n ?? 0,
    period,
    formula,
    inputs: window.flatMap((quarter) => waveFigure(quarter) ?? []),
    interval: { lower: found.lower, upper: found.upper, confidence: CONFIDENCE },
    ...(known && found.deff !== null && { designEffect: found.deff }),
  };
}

function testWaves(waves: Wave[], earlier: Quarter, later: Quarter, to: Figure): Finding {
  const found = overlapChange(waves, rollingWindow(earlier), rollingWindow(later), CONFIDENCE);
  if (found.status !== 'ok' || found.lower === null || found.upper === null)
    return untested('the interviews of a quarter are missing');
  return {
    pValue: found.pValue,
    z: found.z,
    interval: { lower: found.lower, upper: found.upper, confidence: CONFIDENCE },
    sharedQuarters: found.sharedQuarters ?? 0,
    simpleRandom: to.designEffect === undefined,
    reason: null,
  };
}

function testPublished(earlier: Quarter, later: Quarter, from: Figure, to: Figure): Finding {
  if (from.value === null || to.value === null || from.base === undefined || to.base === undefined)
    return untested('the number of people asked was not published');
  const shared = rollingWindow(earlier).filter((quarter) => rollingWindow(later).includes(quarter)).length;
  const found = publishedChange(windowOf(from), windowOf(to), shared, CONFIDENCE);
  return {
    pValue: found.pValue,
    z: found.z,
    interval: { lower: found.lower, upper: found.upper, confidence: CONFIDENCE },
    sharedQuarters: shared,
    simpleRandom: from.designEffect === undefined || to.designEffect === undefined,
    equalWaves: true,
    reason: null,
  };
}

function windowOf({ value, base, designEffect }: Figure): { p: number; n: number; deff: number } {
  return { p: value ?? 0, n: base ?? 0, deff: designEffect ?? 1 };
}
