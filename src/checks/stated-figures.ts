import { formatIsoDate, formatValue } from '../format.js';
import type { Figure } from '../model/figure.js';
import { isFromSurvey } from '../model/measure.js';
import type { QuarterData } from '../model/quarter-data.js';
import type { Problem } from '../model/problem.js';
import { financialYearLabel, quarterDates, quarterLabel, rollingWindow } from '../model/quarter.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { sum } from '../statistics/sum.js';

/** What the data behind the figures lack, or say twice. */
export function checkStatedFigures(paper: Checkable): Problem[] {
  return [...bases(paper), ...smallGroups(paper), ...newerQuarter(paper), ...twoValues(paper)];
}

/** Survey results that the paper prints, and how many people they rest on. Said once for each measure. */
function bases({ inputs, passages }: Checkable): Problem[] {
  const surveyed = new Map(inputs.measures.filter(isFromSurvey).map((measure) => [measure.id, measure]));
  const said = new Set<string>();
  return passages
    .flatMap(({ parts }) =>
      parts.flatMap(({ inline }) => (inline.kind === 'value' ? (inline.figure ?? []) : [])),
    )
    .flatMap(({ id, value, base, place }): Problem[] => {
      const measure = surveyed.get(id);
      if (!measure || value === null || base !== undefined || said.has(id)) return [];
      said.add(id);
      return [
        found('base-is-known', place, `how many people "${measure.label}" rests on is not given`, {
          expected: 'base: under the figure, or interviews-a-year: under its survey in measures.yaml',
        }),
      ];
    });
}

/** Groups of a gap. A result of one share that rests on too few people is not available in the first place. */
function smallGroups({ inputs }: Checkable): Problem[] {
  const current = inputs.history.at(-1);
  return inputs.measures.filter(isFromSurvey).flatMap(({ id, label, survey }) =>
    Object.values(current?.groups[id] ?? {}).flatMap(({ base, figure }) => {
      const least = survey?.minimumBase;
      if (least === undefined || base >= least) return [];
      return [
        found('base-is-enough', figure.place, `a group of "${label}" rests on ${base} people`, {
          expected: `at least ${least}, as measures.yaml says`,
          hint: 'Leave the group out, or pool it with another.',
        }),
      ];
    }),
  );
}

/** Figures of a quarter that was over when the paper was published. */
function newerQuarter({ inputs }: Checkable): Problem[] {
  const { laterQuarters, quarter, paper } = inputs;
  const published = paper.published ?? formatIsoDate(paper.madeAt);
  const newest = laterQuarters.findLast((one) => formatIsoDate(quarterDates(one).end) < published);
  if (newest === undefined) return [];
  return [
    found(
      'newest-quarter-is-used',
      paper.place,
      `the paper reports on ${quarterLabel(quarter)}, and data/${newest} has the figures of ${quarterLabel(newest)}`,
      { hint: 'Report on the newer quarter, or say why its figures are left out.' },
    ),
  ];
}

interface Stated {
  what: string;
  figure: Figure;
}

/** The same indicator and period in two places of the data, with different values. */
function twoValues({ inputs }: Checkable): Problem[] {
  const first = new Map<string, Figure>();
  return inputs.history
    .flatMap((data) => statedIn(data, inputs.history))
    .flatMap(({ what, figure }): Problem[] => {
      const before = first.get(what);
      if (!before) first.set(what, figure);
      if (!before || before.value === figure.value || before.value === null || figure.value === null)
        return [];
      const { file, line } = before.place;
      return [
        found(
          'figure-has-one-value',
          figure.place,
          `"${figure.label}" is ${formatValue(figure)} here, and ${formatValue(before)} in ${file}, line ${line}`,
          {
            hint: 'Mend the wrong one. If a figure was revised, give it a period or a name that says so.',
          },
        ),
      ];
    });
}

/** What a quarter's files state and others may state too: facts of a period, the year to date, the sums of its parts. */
function statedIn(data: QuarterData, history: QuarterData[]): Stated[] {
  const { quarter, toDate, rolling, waves, facts } = data;
  const year = history.filter(
    (one) => financialYearLabel(one.quarter) === financialYearLabel(quarter) && one.quarter <= quarter,
  );
  const complete = year.length === Number(quarter.slice(-1));
  const ids = (record: object): string[] => Object.keys(record);
  return [
    // A sum says no period: it is of its quarter, as the facts are that it adds up.
    ...Object.values(facts).map((figure) => ({
      what: `${figure.id} ${figure.period ?? quarterLabel(quarter)}`,
      figure,
    })),
    ...ids(toDate).flatMap((id): Stated[] => {
      const figure = toDate[id];
      const parts = year.flatMap((one) => one.inQuarter[id] ?? []);
      const what = `${id} to ${quarter}`;
      if (!figure) return [];
      return complete && parts.length === year.length
        ? [total(what, parts), { what, figure }]
        : [{ what, figure }];
    }),
    ...ids(rolling).flatMap((id): Stated[] => {
      const figure = rolling[id];
      const windows = rollingWindow(quarter).map(
        (one) => history.find((other) => other.quarter === one)?.waves[id],
      );
      if (!figure || !waves[id]) return [];
      const pooled = windows.reduce(
        (all, one) => ({
          base: all.base + (one?.weightedBase ?? NaN),
          count: all.count + (one?.weightedCount ?? NaN),
        }),
        { base: 0, count: 0 },
      );
      const share = pooled.count / pooled.base;
      if (Number.isNaN(share) || Math.abs(share - (figure.value ?? share)) < 0.005 + 1e-9) return [];
      const what = `${id} over ${quarter}`;
      return [
        { what, figure: { ...figure, value: share, place: waves[id].figure.place } },
        { what, figure },
      ];
    }),
  ];
}

function total(what: string, parts: Figure[]): Stated {
  const [first] = parts;
  if (!first) throw new Error('a total of nothing');
  return { what, figure: { ...first, value: sum(parts.map(({ value }) => value ?? 0)) } };
}
