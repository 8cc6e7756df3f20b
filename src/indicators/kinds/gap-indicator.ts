import { isToCome, type Figure } from '../../model/figure.js';
import type { Indicator } from '../../model/indicator.js';
import { explainSmallBase, type Measure } from '../../model/measure.js';
import type { Answers, QuarterData } from '../../model/quarter-data.js';
import { quarterLabel, type Quarter } from '../../model/quarter.js';
import { gap, gapChange, type Groups } from '../../statistics/gap.js';
import type { Sample } from '../../statistics/proportion.js';
import { CONFIDENCE, indicatorOf, missingFigure } from '../indicator-of.js';
import { measureChange, untested } from '../measure-change.js';
import { yearEndTarget } from '../year-end-target.js';

/** The gap between two groups of a survey, the reference less the other, in percentage points, by single quarters. */
export function gapIndicator(measure: Measure, history: QuarterData[]): Indicator {
  const indicator = indicatorOf(measure, history, (data) => gapIn(measure, data));
  const quarter = history.at(-1)?.quarter;
  if (quarter === undefined) return indicator;
  const groupsAt = (one: Quarter): Groups | null =>
    groupsIn(
      measure,
      history.find((data) => data.quarter === one),
    );
  return {
    ...indicator,
    change: measureChange(measure, quarter, indicator, (earlier, _from, to) => {
      const [before, after] = [groupsAt(earlier), groupsAt(quarter)];
      const found = before && after && gapChange(before, after, CONFIDENCE);
      if (!found || found.lower === null || found.upper === null) return untested('a group is missing');
      return {
        pValue: found.pValue,
        z: found.z,
        interval: { lower: found.lower, upper: found.upper, confidence: CONFIDENCE },
        simpleRandom: to.designEffect === undefined,
        reason: null,
      };
    }),
    target: yearEndTarget(measure, quarter, indicator.value),
  };
}

function gapIn(measure: Measure, data: QuarterData): Figure | null {
  const held = data.groups[measure.id];
  if (!held || !measure.groups) return null;
  const awaited = Object.values(held).find(({ figure }) => isToCome(figure));
  if (awaited)
    return { ...missingFigure(measure, data.quarter, awaited.figure.reason), place: awaited.figure.place };
  const groups = groupsIn(measure, data);
  if (!groups) {
    const missing = Object.values(measure.groups).filter((group) => !held[group]);
    const reason = `no answers on file for ${missing.join(' and ')} in ${quarterLabel(data.quarter)}`;
    return missingFigure(measure, data.quarter, reason);
  }
  const found = gap(groups, CONFIDENCE);
  const [reference, other] = [measure.groups.reference, measure.groups.other].map((id) => held[id]?.figure);
  const few = [groups.reference.n, groups.other.n].flatMap((n) => explainSmallBase(n, measure.survey) ?? []);
  if (few[0] !== undefined) return missingFigure(measure, data.quarter, `in a group ${few[0]}`);
  if (found.gap === null || found.lower === null || found.upper === null || !reference || !other)
    return missingFigure(measure, data.quarter, 'nobody was asked in one of the groups');
  return {
    id: measure.id,
    label: measure.label,
    value: found.gap,
    unit: 'points',
    base: groups.reference.n + groups.other.n,
    period: quarterLabel(data.quarter),
    place: reference.place,
    source: reference.source,
    formula: `${measure.groups.reference} − ${measure.groups.other}`,
    inputs: [reference, other],
    interval: { lower: found.lower, upper: found.upper, confidence: CONFIDENCE },
    ...(reference.designEffect !== undefined && { designEffect: reference.designEffect }),
  };
}

function groupsIn(measure: Measure, data: QuarterData | undefined): Groups | null {
  const held = data?.groups[measure.id];
  const reference = measure.groups && held?.[measure.groups.reference];
  const other = measure.groups && held?.[measure.groups.other];
  const known = [reference, other].every((one) => one && !isToCome(one.figure));
  return known && reference && other ? { reference: sampleOf(reference), other: sampleOf(other) } : null;
}

/** The weighted share at the base of those asked. */
function sampleOf({ base, weightedBase, weightedCount, designEffect }: Answers): Sample {
  const p = weightedBase > 0 ? weightedCount / weightedBase : 0;
  return { x: p * base, n: base, deff: designEffect ?? 1 };
}
