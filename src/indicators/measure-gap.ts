import { joinNames } from '../format/words.js';
import { isToCome, TO_COME, type Figure } from '../model/figure.js';
import { findBrokenPart } from '../model/find-break.js';
import { findPeriodData } from '../model/find-period-data.js';
import type { MeasureOf } from '../model/measure.js';
import { explainSmallBase } from '../model/survey.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';
import { getWindowSpan, nameWindow } from '../model/window.js';
import { computeGapDesignEffect, gap, type Groups } from '../statistics/gap.js';
import { CONFIDENCE } from './confidence.js';
import { describeDesign } from './describe-design.js';
import { explainMixture } from './explain-break.js';
import { makeMissingFigure } from './make-missing-figure.js';
import { listGapWindow, makeGroupFigure, poolGroups } from './pool-groups.js';

type GapMeasure = MeasureOf<'group-gap'>;

/**
 * Finds the gap over the window that ends with a period: as published, or computed. Returns null if the end of the window has
 * neither it nor any answers.
 */
export function measureGap(
  measure: GapMeasure,
  { period, gaps }: PeriodData,
  history: readonly PeriodData[],
): Figure | null {
  const published = gaps[measure.id];
  if (published) return published;
  const window = listGapWindow(measure, period, history);
  const isAnswered = (member: Period): boolean =>
    findPeriodData(history, member)?.groups[measure.id] !== undefined;
  if (!isAnswered(window.at(-1) ?? period)) return null;
  const absent = window.filter((member) => !isAnswered(member)).map(({ label }) => label);
  if (absent.length > 0)
    return {
      ...makeMissingFigure(measure, `no answers on file for ${joinNames(absent)}`),
      period: nameWindow(measure.window, period),
    };
  return findUnusable(measure, window, history) ?? computeGap(measure, period, history);
}

/** Makes a figure without a value if the answers of some period are to come, or lack a group, or follow a break. */
function findUnusable(
  measure: GapMeasure,
  window: readonly Period[],
  history: readonly PeriodData[],
): Figure | null {
  const waves = window.map((member) => ({
    member,
    answers: findPeriodData(history, member)?.groups[measure.id] ?? {},
  }));
  const awaited = waves
    .flatMap(({ answers }) => Object.values(answers))
    .find(({ figure }) => isToCome(figure));
  if (awaited) return { ...makeMissingFigure(measure, TO_COME), place: awaited.figure.place };
  const incomplete = waves
    .map(({ member, answers }) => ({
      member,
      missing: Object.values(measure.groups).filter((group) => !answers[group]),
    }))
    .find(({ missing }) => missing.length > 0);
  if (incomplete) {
    const { member, missing } = incomplete;
    return makeMissingFigure(measure, `no answers on file for ${missing.join(' and ')} in ${member.label}`);
  }
  const broken = Object.values(measure.groups)
    .map((group) => findBrokenPart(waves.flatMap(({ answers }) => answers[group]?.figure ?? [])))
    .find((part) => part !== null);
  return broken ? { ...makeMissingFigure(measure, ''), ...explainMixture(broken) } : null;
}

function computeGap(measure: GapMeasure, period: Period, history: readonly PeriodData[]): Figure | null {
  const groups = poolGroups(measure, period, history);
  const [reference, other] = [
    makeGroupFigure(measure, 'reference', period, history),
    makeGroupFigure(measure, 'other', period, history),
  ];
  return groups && reference && other ? makeGapFigure(measure, period, groups, [reference, other]) : null;
}

function makeGapFigure(
  measure: GapMeasure,
  period: Period,
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
    period: nameWindow(measure.window, period),
    span: getWindowSpan(measure.window, period),
    place,
    source,
    groups: measure.groupNames,
    formula: `${measure.groups.reference} − ${measure.groups.other}`,
    inputs,
    interval: { lower, upper, confidence: CONFIDENCE },
    ...describeDesign(computeGapDesignEffect(groups), known, inputs.length, 'groups'),
  };
}
