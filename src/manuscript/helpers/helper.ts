import type { Indicators } from '../../model/indicators.js';
import type { Inputs } from '../../model/inputs.js';
import type { Value } from '../../model/fragment.js';
import type { Place } from '../../model/problem.js';

/** What a helper is called with. */
interface Call {
  args: unknown[];
  options: Record<string, unknown>;
  place: Place;
  inputs: Inputs;
  indicators: Indicators;
}

/** A helper's work: gives a value for another helper, a string or number to print, or something `printed`. */
export type Helper = (call: Call) => unknown;

/** What a helper can be called with: any more is a slip that would go unseen. */
export interface Signature {
  /** How many arguments it takes at most. */
  takes: number;
  /** The names that may be given as `name=value`. */
  options: readonly string[];
}

export interface SignedHelper extends Signature {
  run: Helper;
}

export function signed(run: Helper, takes: number, ...options: string[]): SignedHelper {
  return { run, takes, options };
}

/** Something made for the page, as it will stand there. */
export class Printed {
  constructor(readonly value: Value) {}
}

/** A helper called in a way that it cannot work: reported at the call. */
export class Misuse extends Error {
  constructor(
    message: string,
    readonly expected: string,
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** An argument that must be a non-empty string. */
export function stringArgument(value: unknown, name: string, example: string): string {
  if (typeof value === 'string' && value !== '') return value;
  throw new Misuse(`${name} is not given as a text`, example);
}

/** An option that is on or off; off unless said. */
export function flag(options: Record<string, unknown>, name: string): boolean {
  const value = options[name] ?? false;
  if (typeof value === 'boolean') return value;
  throw new Misuse(`${name} is neither true nor false`, `${name}=true, without quotes`);
}
