import type { Measure } from '../model/measure.js';
import { shiftQuarter, type Quarter } from '../model/quarter.js';
import type { Checkable } from './check-paper.js';

/** Where in the data a figure has its place: in which file, under which key at its top, and by what name. */
export interface Slot {
  file: string;
  section: string;
  key: string;
  /** Under which key `{ value: null, reason: … }` can stand instead, which says that there is no figure and why. */
  reasonUnder: string | null;
}

/** The places from which a measure's figure of a quarter would come, and in which nothing stands. */
export function emptySlots(
  measure: Measure,
  quarter: Quarter,
  paper: Pick<Checkable, 'inputs' | 'indicators'>,
): Slot[] {
  const { id } = measure;
  const data = paper.inputs.history.find((one) => one.quarter === quarter);
  const slot = (name: string, section: string, key: string, reasonUnder: string | null = null): Slot => ({
    file: `data/${quarter}/${name}.yaml`,
    section,
    key,
    reasonUnder,
  });
  switch (measure.kind) {
    case 'rolling-survey':
      if (data?.rolling[id] ?? data?.waves[id]) return [];
      return paper.inputs.history.some(({ waves }) => waves[id])
        ? [slot('survey', 'waves', id, 'rolling')]
        : [slot('survey', 'rolling', id, 'rolling')];
    case 'group-gap':
      return Object.values(measure.groups)
        .filter((group) => !data?.groups[id]?.[group])
        .map((group) => slot('survey', 'groups', `${id}.${group}`));
    case 'count-to-date':
      return emptyCounts(id, quarter, paper);
    case 'rate':
      return [
        ...emptyCounts(measure.numerator, quarter, paper),
        ...(data?.populations[measure.population.name]
          ? []
          : [slot('activity', 'populations', measure.population.name, 'populations')]),
      ];
    case 'detection-rate':
      return [
        ...emptyCounts(measure.numerator, quarter, paper),
        ...emptyCounts(measure.denominator, quarter, paper),
      ];
    case 'control-chart':
      return data?.months[id] ? [] : [slot('activity', 'months', id)];
    case 'area-ranking':
      return data?.areas[id] ? [] : [slot('areas', 'rankings', id)];
    case 'shares':
      return data?.shares[id] ? [] : [slot('shares', 'shares', id)];
  }
}

/** A count of the year so far: of its end, or of each of its quarters where that is how the measure is counted. */
function emptyCounts(
  id: string,
  quarter: Quarter,
  { inputs: { history } }: Pick<Checkable, 'inputs'>,
): Slot[] {
  const dataOf = (wanted: Quarter) => history.find((one) => one.quarter === wanted);
  if (dataOf(quarter)?.toDate[id]) return [];
  const slot = (one: Quarter, section: string): Slot => ({
    file: `data/${one}/activity.yaml`,
    section,
    key: id,
    reasonUnder: section,
  });
  if (!history.some(({ inQuarter }) => inQuarter[id])) return [slot(quarter, 'to-date')];
  return yearTo(quarter)
    .filter((one) => !dataOf(one)?.inQuarter[id])
    .map((one) => slot(one, 'in-quarter'));
}

/** The quarters of the financial year up to this one. */
function yearTo(quarter: Quarter): Quarter[] {
  return [-3, -2, -1, 0]
    .filter((offset) => offset > -Number(quarter.slice(-1)))
    .map((offset) => shiftQuarter(quarter, offset));
}
