import type { Indicators } from '../../model/indicators.js';
import type { Inputs } from '../../model/inputs.js';
import type { Value } from '../../model/fragment.js';
import type { Place } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';

/** One call of a helper in a template. */
export interface HelperCall {
  args: unknown[];
  options: Readonly<Record<string, unknown>>;
  place: Place;
  inputs: Inputs;
  indicators: Indicators;
}

/** Returns a value for another helper, a text or number to print, or a `HelperOutput`. Throws `HelperCallError`. */
export type Helper = (call: HelperCall) => unknown;

/** The arguments that a helper accepts. Any others are reported, since the helper would ignore them. */
export interface HelperSignature {
  maxArguments: number;
  /** The names that can be set as `name=value`. Null if any can, because they name columns of the author's. */
  options: readonly string[] | null;
}

export interface HelperDefinition extends HelperSignature {
  run: Helper;
}

/** Defines a helper whose options name columns of a data set. */
export function defineFilter(run: Helper, maxArguments: number): HelperDefinition {
  return { run, maxArguments, options: null };
}

export function defineHelper(run: Helper, maxArguments: number, ...options: string[]): HelperDefinition {
  return { run, maxArguments, options };
}

/** The output of a helper that goes to the page unchanged. Other helpers cannot use it as a value. */
export class HelperOutput {
  constructor(readonly value: Value) {}
}

/** Tells the author that a helper was called wrongly. `callHelper` turns it into a problem at the call. */
export class HelperCallError extends Error {
  constructor(
    message: string,
    readonly expected: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Makes the error for a name that is not one of the known names. */
export function makeUnknownNameError(
  message: string,
  name: string,
  known: readonly string[],
): HelperCallError {
  return new HelperCallError(message, `one of ${known.join(', ')}`, suggestName(name, known));
}

/** Returns an argument that must be a text with at least one character. `name` says what the text is. */
export function readText(value: unknown, name: string, example: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new HelperCallError(`${name} is missing or is not a text`, example);
}

/** Returns an option that is on or off; off by default. */
export function readFlag(options: HelperCall['options'], name: string): boolean {
  const value = options[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw new HelperCallError(`${name} is neither true nor false`, `${name}=true, without quotes`);
}
