import type { Indicators } from '../../model/indicators.js';
import type { Inputs } from '../../model/inputs.js';
import { makeError, type Checked } from '../../model/problem.js';
import { PLACE_OPTION, readCallPlace } from '../rewrite-tree.js';
import { HelperCallError, HelperOutput, type HelperDefinition } from './helper.js';

/** The result of a helper that was called wrongly. Values made from it are not reported again. */
const FAILED = new HelperOutput({ kind: 'inlines', content: [{ kind: 'text', text: '[?]' }] });

/** Calls a helper. A wrong call is a problem, and its result is a placeholder text. */
export function callHelper(
  { run }: HelperDefinition,
  args: unknown[],
  hash: Record<string, unknown>,
  facts: { inputs: Inputs; indicators: Indicators },
): Checked<unknown> {
  if (args.includes(FAILED)) return { value: FAILED, problems: [] };
  const place = readCallPlace(hash);
  const options = Object.fromEntries(Object.entries(hash).filter(([name]) => name !== PLACE_OPTION));
  try {
    return { value: run({ args, options, place, ...facts }), problems: [] };
  } catch (error) {
    if (!(error instanceof HelperCallError)) throw error;
    const { message, expected, hint } = error;
    return {
      value: FAILED,
      problems: [makeError('helper-is-used-right', place, message, { expected, hint })],
    };
  }
}
