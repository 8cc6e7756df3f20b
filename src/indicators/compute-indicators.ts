import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { addRanks, addResults } from './add-results.js';
import { adjustTests } from './adjust-tests.js';
import { computeDataSets } from './data-sets/compute-data-sets.js';
import { computeMeasuresOver } from './compute-measures-over.js';
import { computeMeasure } from './kinds/index.js';
import { summariseTests } from './summarise-tests.js';

/** Computes every measure of `measures.yaml` for the paper's period, and adjusts the tests of changes. */
export function computeIndicators(inputs: Inputs): Indicators {
  const results = inputs.measures.map((measure) => computeMeasure(measure, inputs));
  const indicators = adjustTests(results.flatMap(({ indicator }) => indicator ?? [])).map(addResults);
  const measures = indexById(indicators);
  return {
    measures,
    measuresOver: { ...computeMeasuresOver(inputs), [inputs.period.kind]: measures },
    rankings: indexById(results.flatMap(({ ranking }) => (ranking ? addRanks(ranking) : []))),
    shares: indexById(results.flatMap(({ shares }) => shares ?? [])),
    tests: summariseTests(indicators, inputs.period),
    ...computeDataSets(inputs, measures),
  };
}

function indexById<T extends { id: string }>(results: readonly T[]): Record<string, T> {
  return Object.fromEntries(results.map((result) => [result.id, result]));
}
