import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import type { MeasureOf } from '../model/measure.js';
import { explainSmallBase } from '../model/survey.js';
import type { Answers, PeriodData } from '../model/period-data.js';
import { periodSpan } from '../model/month-span.js';
import { computeGapDesignEffect, gap, type Groups } from '../statistics/gap.js';
import type { Sample } from '../statistics/proportion.js';
import { CONFIDENCE } from './confidence.js';
import { describeDesign } from './describe-design.js';
import { makeMissingFigure } from './make-missing-figure.js';

type GapMeasure = MeasureOf<'group-gap'>;

/** Finds the gap of one period: as published, or computed. Returns null if the period has neither it nor any answers. */
export function measureGap(measure: GapMeasure, data: PeriodData): Figure | null {
  const published = data.gaps[measure.id];
  if (published) return published;
  const answers = data.groups[measure.id];
  if (!answers) return null;
  const awaited = Object.values(answers).find(({ figure }) => isToCome(figure));
  if (awaited) return { ...makeMissingFigure(measure, TO_COME), place: awaited.figure.place };
  const groups = sampleGroups(measure, data);
  const [reference, other] = [answers[measure.groups.reference], answers[measure.groups.other]];
  if (!groups || !reference || !other) {
    const missing = Object.values(measure.groups).filter((group) => !answers[group]);
    const reason = `no answers on file for ${missing.join(' and ')} in ${data.period.label}`;
    return makeMissingFigure(measure, reason);
  }
  return makeGapFigure(measure, data, groups, [reference.figure, other.figure]);
}

function makeGapFigure(
  measure: GapMeasure,
  { period }: PeriodData,
  groups: Groups,
  inputs: readonly [reference: Figure, other: Figure],
): Figure {
  const bases = [groups.reference.n, groups.other.n];
  const tooFew = bases.flatMap((base) => explainSmallBase(base, measure.survey) ?? [])[0];
  if (tooFew !== undefined)
    return { ...makeMissingFigure(measure, `in one of the groups, ${tooFew}`), isUnreliable: true };
  const { gap: value, lower, upper } = gap(groups, CONFIDENCE);
  if (value === null || lower === null || upper === null)
    return makeMissingFigure(measure, 'a group has no answers');
  const [{ place, source }] = inputs;
  const known = inputs.filter(({ designEffect }) => designEffect !== undefined).length;
  return {
    id: measure.id,
    label: measure.label,
    value,
    unit: 'points',
    base: groups.reference.n + groups.other.n,
    period: period.label,
    span: periodSpan(period),
    place,
    source,
    groups: measure.groupNames,
    formula: `${measure.groups.reference} − ${measure.groups.other}`,
    inputs,
    interval: { lower, upper, confidence: CONFIDENCE },
    ...describeDesign(computeGapDesignEffect(groups), known, inputs.length, 'groups'),
  };
}

/** Turns the answers of both groups into samples. Returns null if a group is missing or still to come. */
export function sampleGroups({ id, groups }: GapMeasure, data: PeriodData | undefined): Groups | null {
  const answers = data?.groups[id];
  const [reference, other] = [answers?.[groups.reference], answers?.[groups.other]];
  return reference && other && !isToCome(reference.figure) && !isToCome(other.figure)
    ? { reference: makeSample(reference), other: makeSample(other) }
    : null;
}

/** Makes a sample with the weighted share and the unweighted base. */
function makeSample({ base, weightedBase, weightedCount, designEffect }: Answers): Sample {
  const share = weightedBase > 0 ? weightedCount / weightedBase : 0;
  return { x: share * base, n: base, deff: designEffect ?? 1 };
}
