import type { Inputs } from '../model/inputs.js';
import { isFromDataSet } from '../model/measure.js';
import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import type { PeriodData } from '../model/period-data.js';
import type { Period } from '../model/period.js';
import { describeForms, suggestForm } from '../model/period-forms.js';
import { joinChecked } from '../model/join-checked.js';
import { addEarlierCounts } from './add-earlier-counts.js';
import { checkFallingCounts } from './check-falling-counts.js';
import { checkFractions } from './check-fractions.js';
import { readPeriodFiles } from './period-files/read-period-files.js';
import { listEarlierPeriods, listMistakenPeriods, listTemplates } from './project/list-papers.js';
import { checkPopulations } from './project/check-populations.js';
import { checkRecalculations } from './project/check-recalculations.js';
import type { SourceReader } from './source-reader.js';

/**
 * Reads the figures of all periods up to this one, oldest first.
 * The value is null if `definitions` is null: without measures, figures have no meaning. `dataSetNames` is null if they are not
 * known: then any file may be one.
 */
export function readHistory(
  reader: SourceReader,
  period: Period,
  definitions: Pick<Inputs, 'measures' | 'ownUnits'> | null,
  areaNames: readonly string[] | null,
  dataSetNames: readonly string[] | null,
): Checked<PeriodData[] | null> {
  const misnamed = listMistakenPeriods(reader.root).map((name) =>
    reportMisnamedPeriod(name, period.yearStarts),
  );
  if (!definitions) return { value: null, problems: misnamed };
  const { measures, ownUnits } = definitions;
  const otherFiles = dataSetNames && [...listTemplates(reader.root), ...dataSetNames];
  const { value: history, problems } = joinChecked(
    [...listEarlierPeriods(reader.root, period), period].map((listed) =>
      readPeriodFiles(reader, listed, { measures, ownUnits, areaNames }, otherFiles),
    ),
  );
  return {
    value: addEarlierCounts(history),
    problems: [
      ...misnamed,
      ...problems,
      ...findRepeatedMonths(history),
      ...checkFallingCounts(history),
      ...checkFractions(measures, history),
      ...checkPopulations(measures, history),
      ...checkRecalculations(
        measures.filter((measure) => !isFromDataSet(measure)),
        history,
        period,
      ),
    ],
  };
}

/** Figures in a misnamed folder would be lost without a message. */
export function reportMisnamedPeriod(name: string, yearStarts: number): Problem {
  return makeError(
    'period-exists',
    { file: `data/${name}`, line: 1, column: 1 },
    `"${name}" is not a period of this project`,
    { expected: `a folder such as ${describeForms(yearStarts)}`, hint: suggestForm(name, yearStarts) },
  );
}

/** Finds months in the files of two quarters. A chart would show such a month twice. */
function findRepeatedMonths(history: readonly PeriodData[]): Problem[] {
  const firstPlaces = new Map<string, Place>();
  return history
    .flatMap(({ months }) => Object.entries(months))
    .flatMap(([id, series]) => series.map(({ month, figure }) => ({ id, month, place: figure.place })))
    .flatMap(({ id, month, place }) => {
      const first = firstPlaces.get(`${id} ${month}`);
      firstPlaces.set(`${id} ${month}`, first ?? place);
      return first ? [reportRepeatedMonth(month, place, first)] : [];
    });
}

function reportRepeatedMonth(month: string, place: Place, first: Place): Problem {
  return makeError('month-counted-once', place, `${month} is already in ${first.file}`, {
    hint: `It is in line ${first.line} there. Delete one of the two.`,
  });
}
