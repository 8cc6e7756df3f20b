import type { ChartEntry } from '../../charts/kinds/index.js';
import { expandSurveyNames } from '../../model/expand-survey-names.js';
import type { Measure } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { YamlFile } from '../yaml/yaml-file.js';

type Charts = Record<string, ChartEntry>;

/** Checks the measure that each chart emphasises, and the chart whose number it shares. */
export function checkChartReferences(
  charts: Charts,
  file: YamlFile,
  measures: readonly Measure[],
): Problem[] {
  return Object.entries(charts).flatMap(([id, entry]) => [
    ...checkEmphasis(id, entry, file, measures),
    ...checkSharedNumber(id, charts, file),
  ]);
}

function checkEmphasis(
  id: string,
  entry: ChartEntry,
  file: YamlFile,
  measures: readonly Measure[],
): Problem[] {
  // The emphasis of lines is a row or a column.
  if (entry.kind !== 'trend' || entry.emphasis === undefined) return [];
  const known = expandSurveyNames(entry.measures, measures);
  if (known.includes(entry.emphasis)) return [];
  return [
    makeError(
      'measure-exists',
      file.placeOf(['charts', id, 'emphasis']),
      `the chart does not show "${entry.emphasis}"`,
      { expected: `one of ${known.join(', ')}`, hint: suggestName(entry.emphasis, known) },
    ),
  ];
}

/** A chart can only share the number of a chart that has a number of its own. */
function checkSharedNumber(id: string, charts: Charts, file: YamlFile): Problem[] {
  const name = charts[id]?.with;
  const known = Object.keys(charts).filter((other) => other !== id && charts[other]?.with === undefined);
  if (name === undefined || known.includes(name)) return [];
  return [
    makeError(
      'insert-exists',
      file.placeOf(['charts', id, 'with']),
      `"${name}" is not a chart with its own number`,
      {
        expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
        hint: suggestName(name, known),
      },
    ),
  ];
}
