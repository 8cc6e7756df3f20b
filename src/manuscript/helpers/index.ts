import { changeHelpers } from './changes.js';
import { dataSetHelpers } from './data-sets.js';
import { factHelpers } from './facts.js';
import type { HelperDefinition, HelperSignature } from './helper.js';
import { keyFigureHelpers } from './key-figures.js';
import { listHelpers } from './lists.js';
import { measureHelpers } from './measures.js';
import { numberHelpers } from './numbers.js';
import { outcomeHelpers } from './outcomes.js';
import { paperHelpers } from './papers.js';
import { rankingHelpers } from './rankings.js';
import { referenceHelpers } from './references.js';
import { targetHelpers } from './targets.js';
import { timeHelpers } from './times.js';
import { variationHelpers } from './variation.js';

/** Every helper that a template can call, by its name, except `narrative`. */
export const HELPERS: Readonly<Record<string, HelperDefinition>> = {
  ...numberHelpers,
  ...factHelpers,
  ...listHelpers,
  ...dataSetHelpers,
  ...measureHelpers,
  ...changeHelpers,
  ...targetHelpers,
  ...timeHelpers,
  ...variationHelpers,
  ...outcomeHelpers,
  ...rankingHelpers,
  ...referenceHelpers,
  ...keyFigureHelpers,
  ...paperHelpers,
};

/** Helpers that print text with placeholders, rather than a value. The runner of a template implements them. */
export const TEXT_HELPERS: readonly string[] = ['narrative'];

/** The arguments that each helper accepts. */
export const HELPER_SIGNATURES: Readonly<Record<string, HelperSignature>> = {
  ...HELPERS,
  narrative: { maxArguments: 1, options: [] },
};
