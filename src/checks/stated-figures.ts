import { formatValue } from '../format/figures.js';
import { formatIsoDate } from '../format/dates.js';
import type { Figure } from '../model/figure.js';
import { findPeriodData } from '../model/find-period-data.js';
import { isFromSurvey } from '../model/measure.js';
import type { PeriodData } from '../model/period-data.js';
import { isOfTwelveMonths } from '../model/name-span.js';
import type { Place, Problem } from '../model/problem.js';
import { groupBy } from '../model/group-by.js';
import { joinNames } from '../format/words.js';
import { toPublishedValue } from '../model/published-value.js';
import { listYearToDate, periodDates, rollingWindow, type Period } from '../model/period.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';
import { sum } from '../statistics/sum.js';

/** Checks the data behind the figures: bases, group sizes, newer periods, contradictions. */
export function checkStatedFigures(paper: CheckablePaper): Problem[] {
  return [
    ...findUnknownBases(paper),
    ...findSmallGroups(paper),
    ...findNewerPeriod(paper),
    ...findContradictions(paper),
  ];
}

/** Finds printed survey results without a base. Measures of one survey in one file are one problem, since they have one cause. */
function findUnknownBases({ inputs, passages }: CheckablePaper): Problem[] {
  const surveyed = new Map(inputs.measures.filter(isFromSurvey).map((measure) => [measure.id, measure]));
  const reported = new Set<string>();
  const unknown = passages
    .flatMap(({ parts }) =>
      parts.flatMap(({ inline }) => (inline.kind === 'value' ? (inline.figure ?? []) : [])),
    )
    .flatMap(({ id, value, base, groups, place }) => {
      const measure = surveyed.get(id);
      // A gap without a base is published: the answers behind it are not on file, so it is not tested.
      const isKnown = base !== undefined || groups !== undefined;
      if (!measure || value === null || isKnown || reported.has(id)) return [];
      reported.add(id);
      return [{ label: measure.label, survey: measure.survey?.id ?? '', place }];
    });
  return [...groupBy(unknown, ({ survey, place }) => `${survey} ${place.file}`).values()].map(
    reportUnknownBases,
  );
}

function reportUnknownBases(results: readonly { label: string; place: Place }[]): Problem {
  const names = results.map(({ label }) => `"${label}"`);
  const [verb, figure] = names.length === 1 ? ['has', 'the figure'] : ['have', 'each figure'];
  return reportProblem(
    'base-is-known',
    results[0]?.place,
    `${joinNames(names)} ${verb} no base: the number of people asked is not given`,
    { expected: `base: under ${figure}, or interviews-a-year: under the survey in measures.yaml` },
  );
}

/** Finds groups of a gap with too few people. Other results with too few people are not available at all. */
function findSmallGroups({ inputs }: CheckablePaper): Problem[] {
  const current = inputs.history.at(-1);
  return inputs.measures.filter(isFromSurvey).flatMap(({ id, label, survey }) =>
    Object.values(current?.groups[id] ?? {}).flatMap(({ base, figure }) => {
      const least = survey?.minimumBase;
      if (least === undefined || base >= least) return [];
      return [
        reportProblem('base-is-enough', figure.place, `a group of "${label}" has only ${base} people`, {
          expected: `at least ${least}, as measures.yaml says`,
          hint: 'Omit the group, or merge it with another.',
        }),
      ];
    }),
  );
}

/** Finds figures of a later period that had ended when the paper was published. */
function findNewerPeriod({ inputs }: CheckablePaper): Problem[] {
  const { laterPeriods, period, paper } = inputs;
  const published = paper.published ?? formatIsoDate(paper.madeAt);
  const newest = laterPeriods.findLast((later) => formatIsoDate(periodDates(later).end) < published);
  if (newest === undefined) return [];
  return [
    reportProblem(
      'newest-period-is-used',
      paper.place,
      `the paper reports on ${period.label}, but data/${newest.id} has figures for ${newest.label}`,
      { hint: 'Report on the newer period, or say why its figures are omitted.' },
    ),
  ];
}

interface StatedFigure {
  /** A key that is equal for figures that must agree. */
  key: string;
  figure: Figure;
}

/** Finds the same indicator and period with different values in two places of the data. */
function findContradictions({ inputs }: CheckablePaper): Problem[] {
  const first = new Map<string, Figure>();
  return inputs.history
    .flatMap((data) => listStatedFigures(data, inputs.history))
    .flatMap(({ key, figure }): Problem[] => {
      const before = first.get(key);
      const isNext = !before || isRevisionOf(figure, before);
      if (isNext) first.set(key, figure);
      if (isNext || before.value === figure.value || before.value === null || figure.value === null)
        return [];
      const { file, line } = before.place;
      return [
        reportProblem(
          'figure-has-one-value',
          figure.place,
          `"${figure.label}" is ${formatValue(figure)} here, but ${formatValue(before)} in ${file}, line ${line}`,
          {
            hint: `Correct the wrong one. If it was revised, say so; the paper prints it: ${writeRevision(figure, before)}`,
          },
        ),
      ];
    });
}

/** Returns true if a figure is marked as a revision of an earlier one. The value that it states as the earlier one agrees. */
function isRevisionOf({ revised, revisedFrom }: Figure, before: Figure): boolean {
  return revised !== undefined && (revisedFrom === undefined || areEqual(revisedFrom.value, before.value));
}

function areEqual(a: number, b: number | null): boolean {
  return b !== null && Math.abs(a - b) < 1e-9 * Math.max(1, Math.abs(a));
}

/** Writes the keys that mark a figure as revised. */
function writeRevision({ unit, revised }: Figure, { value }: Figure): string {
  const reason = revised || 'Cases were reclassified in June.';
  return `was: ${toPublishedValue(value ?? 0, unit)}, revised: "${reason}"`;
}

/** Lists figures that several files may state: facts of a period, counts to date, and published survey results. */
function listStatedFigures(data: PeriodData, history: PeriodData[]): StatedFigure[] {
  return [
    ...listFacts(data),
    ...Object.entries(data.toDate).flatMap(([id, figure]) => listCounts(id, figure, data.period, history)),
    ...Object.entries(data.published).flatMap(([id, figure]) => listPooled(id, figure, data, history)),
  ];
}

/** Lists the facts. A sum has no period of its own: it has that of its file, like the facts that it adds up. */
function listFacts({ facts, period }: PeriodData): StatedFigure[] {
  return Object.values(facts).map((figure) => ({
    key: `${figure.id} ${figure.period ?? period.label}`,
    figure,
  }));
}

/** Lists a count to date, and before it the sum of the year's periods if each has a count. */
function listCounts(id: string, figure: Figure, period: Period, history: PeriodData[]): StatedFigure[] {
  const year = listYearToDate(period);
  const parts = year.flatMap((earlier) => findPeriodData(history, earlier)?.inPeriod[id] ?? []);
  const key = `${id} to ${period.id}`;
  return parts.length === year.length ? [addUpParts(key, parts), { key, figure }] : [{ key, figure }];
}

/** Lists a rolling result and the result of its four waves, if they differ by more than rounding. */
function listPooled(
  id: string,
  figure: Figure,
  { period, waves }: PeriodData,
  history: PeriodData[],
): StatedFigure[] {
  const wave = waves[id];
  if (!wave || !isOfTwelveMonths({ figure, period })) return [];
  const answers = rollingWindow(period).map((name) => findPeriodData(history, name)?.waves[id]);
  // A missing wave gives NaN, which is not a share.
  const count = sum(answers.map((part) => part?.weightedCount ?? NaN));
  const share = count / sum(answers.map((part) => part?.weightedBase ?? NaN));
  if (Number.isNaN(share) || Math.abs(share - (figure.value ?? share)) < 0.005 + 1e-9) return [];
  const key = `${id} over ${period.id}`;
  return [
    { key, figure: { ...figure, value: share, place: wave.figure.place } },
    { key, figure },
  ];
}

function addUpParts(key: string, parts: Figure[]): StatedFigure {
  const [first] = parts;
  if (!first) throw new Error('there are no parts to add up');
  return { key, figure: { ...first, value: sum(parts.map(({ value }) => value ?? 0)) } };
}
