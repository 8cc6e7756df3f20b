import type { Figure } from '../../model/figure.js';
import { countPlaces, toFigureValue } from '../../model/published-value.js';
import { makeFigureInline, makeOutput } from './figure-values.js';
import { defineHelper, HelperCallError, readText, type Helper, type HelperDefinition } from './helper.js';

const EXAMPLE = '{{fact 300 "delegates invited" source="where it was published"}}';

/** `{{fact 300 "delegates invited" source="…"}}`: prints a figure that is stated only here, with its source. */
const fact: Helper = ({ args: [value, label], options, place }) => {
  if (typeof value !== 'number') throw new HelperCallError('the first argument is not a number', EXAMPLE);
  const name = readText(label, 'what the number counts', EXAMPLE);
  const source = readText(options['source'], 'the source', EXAMPLE);
  const unit = readUnit(options['unit']);
  const figure: Figure = {
    id: name,
    label: name,
    value: toFigureValue(value, unit),
    places: countPlaces(value),
    unit,
    place,
    source,
  };
  return makeOutput(makeFigureInline(figure));
};

function readUnit(unit: unknown): 'count' | 'percent' {
  if (unit === undefined || unit === 'count') return 'count';
  if (unit === 'percent') return unit;
  throw new HelperCallError('unit is not a unit of a fact', 'unit="percent"; a count by default');
}

export const factHelpers = {
  fact: defineHelper(fact, 2, 'source', 'unit'),
} satisfies Record<string, HelperDefinition>;
