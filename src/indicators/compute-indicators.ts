import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { adjustTests } from './adjust-tests.js';
import { computeMeasure } from './kinds/index.js';
import { summariseTests } from './summarise-tests.js';

/** Stage 2: the quarters on file → every measure of `measures.yaml`, computed for the paper's quarter. */
export function computeIndicators(inputs: Inputs): Indicators {
  const results = inputs.measures.map((measure) => computeMeasure(measure, inputs));
  const indicators = adjustTests(results.flatMap(({ indicator }) => indicator ?? []));
  return {
    measures: indexById(indicators),
    rankings: indexById(results.flatMap(({ ranking }) => ranking ?? [])),
    shares: indexById(results.flatMap(({ shares }) => shares ?? [])),
    tests: summariseTests(indicators, inputs.quarter),
  };
}

function indexById<T extends { id: string }>(results: readonly T[]): Record<string, T> {
  return Object.fromEntries(results.map((result) => [result.id, result]));
}
