import { isOfKind, type Measure } from '../../model/measure.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { PeriodData } from '../../model/period-data.js';
import { suggestName } from '../../model/suggest-name.js';

/**
 * Checks that `compare-with-area:` names an area. `names` are the areas that `organisation.yaml` lists. Without a list, the
 * area must have been published once.
 */
export function checkComparedAreas(
  measures: readonly Measure[],
  history: readonly PeriodData[],
  names: readonly string[] | undefined,
): Problem[] {
  return measures.flatMap((measure) => {
    if (!isOfKind(measure, 'area-ranking') || !measure.comparedArea) return [];
    const { name, place } = measure.comparedArea;
    const known =
      names ?? history.flatMap(({ areas }) => (areas[measure.id]?.published ?? []).map((area) => area.name));
    if (known.includes(name)) return [];
    return [
      makeError('area-exists', place, `no area is called "${name}"`, {
        expected: names ? 'a name under areas: names: in data/organisation.yaml' : 'an area in areas.yaml',
        hint: suggestName(name, known),
      }),
    ];
  });
}
