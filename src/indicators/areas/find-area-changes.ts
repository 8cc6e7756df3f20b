import { formatSignedValue } from '../../format/signed-value.js';
import { uncapitalise } from '../../format/words.js';
import { findPeriodEnd } from '../../model/compared-period.js';
import { isConfidential } from '../../model/disclosure.js';
import { findMostPlaces } from '../../model/find-most-places.js';
import { findPeriodData } from '../../model/find-period-data.js';
import type { MeasureOf } from '../../model/measure.js';
import type { AreaFigures, PeriodData } from '../../model/period-data.js';
import { nameMonths } from '../../model/name-span.js';
import type { Period } from '../../model/period.js';
import { getWindowSpan } from '../../model/window.js';
import type { AreaChanges } from '../../model/ranking.js';
import { makeMissingFigure } from '../make-missing-figure.js';
import {
  findUnequalDays,
  measureAreaChange,
  type ChangePeriods,
  type MeasuredChange,
} from './measure-area-change.js';

/** The changes of all published areas, by name, before their tests are adjusted. */
export interface FoundChanges {
  byName: ReadonlyMap<string, MeasuredChange>;
  summary: Omit<AreaChanges, 'together' | 'reason'>;
  /** The reason why no area has a change. Null if one has. */
  reason: string | null;
}

/** Measures the changes of areas since the period that the measure names. Null if it names none. */
export function findAreaChanges(
  measure: MeasureOf<'area-ranking'>,
  data: AreaFigures,
  { history, period }: { history: readonly PeriodData[]; period: Period },
): FoundChanges | null {
  if (measure.compareWith === undefined) return null;
  const earlier = findPeriodEnd(measure.compareWith, period);
  const spans = {
    earlier: getWindowSpan(measure.window, earlier),
    later: getWindowSpan(measure.window, period),
  };
  const before = findPeriodData(history, earlier)?.areas[measure.id];
  const results = [...data.published, ...(before?.published ?? [])].map(({ figure }) => figure);
  const periods: ChangePeriods = {
    earlier,
    later: period,
    since: nameMonths(spans.earlier, earlier),
    places: findMostPlaces(results),
    seriesBreak: findBreak(measure, history, earlier, period),
    spans,
  };
  const changes = data.published.map((area) => {
    const from =
      before?.published.find(({ name }) => name === area.name)?.figure ??
      makeMissingFigure(measure, `no result for ${periods.since}`);
    return { name: area.name, change: measureAreaChange(measure, area.id, from, area.figure, periods) };
  });
  const changed = changes.flatMap(({ name, change }) => {
    if (change.direction === 'unknown') return [];
    return [{ name, direction: isPrintedAsZero(change) ? ('steady' as const) : change.direction }];
  });
  const ended = (before?.published ?? []).filter(
    ({ name, figure }) => figure.value !== null && !data.published.some((area) => area.name === name),
  );
  return {
    byName: new Map(changes.map(({ name, change }) => [name, change])),
    reason: before ? periods.seriesBreak : `no results are on file for ${periods.since}`,
    summary: {
      since: periods.since,
      later: nameMonths(spans.later, period),
      changed,
      without: periods.seriesBreak === null ? listWithout(data, changes) : [],
      ended: ended.map(({ name }) => name),
      days: findUnequalDays(measure, periods),
      sharedMonths: Math.max(0, ...changes.map(({ change }) => change.sharedMonths)),
      simpleRandom: changes.some(({ change }) => change.simpleRandom),
    },
  };
}

/** Explains why results after the earlier period cannot be compared with it. Null if the series does not break. */
function findBreak(
  { id }: MeasureOf<'area-ranking'>,
  history: readonly PeriodData[],
  earlier: Period,
  later: Period,
): string | null {
  const breaks = history
    .filter(({ period }) => period.end > earlier.end && period.end <= later.end)
    .flatMap(({ areas }) => areas[id]?.seriesBreak ?? []);
  const [first] = breaks;
  return first === undefined
    ? null
    : `the results are not comparable, as ${uncapitalise(first.replace(/\.$/, ''))}`;
}

function isPrintedAsZero({ direction, figure }: MeasuredChange): boolean {
  return direction !== 'unchanged' && figure.value !== null && !/[1-9]/.test(formatSignedValue(figure));
}

/** Lists the areas with a result now and without a change. */
function listWithout(
  { published }: AreaFigures,
  changes: readonly { name: string; change: MeasuredChange }[],
): AreaChanges['without'] {
  return changes.flatMap(({ name, change: { figure } }) => {
    const hasResult = published.some((area) => area.name === name && area.figure.value !== null);
    return hasResult && figure.value === null
      ? [
          {
            name,
            reason: isConfidential(figure)
              ? 'a result is confidential'
              : (figure.reason ?? 'a result is missing'),
          },
        ]
      : [];
  });
}
