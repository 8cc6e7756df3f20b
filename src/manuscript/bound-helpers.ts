import { isFigure } from '../model/figure.js';
import Handlebars from 'handlebars';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { makePlaceholder } from '../model/placeholder.js';
import type { Value } from '../model/fragment.js';
import { makeError, type Place, type Problem } from '../model/problem.js';
import { AT, PUT, type PlaceRegister } from './compile-markup.js';
import { changeHelpers } from './helpers/changes.js';
import { figureInline } from './helpers/figure-values.js';
import { figureHelpers } from './helpers/figures.js';
import { Misuse, Printed, type Helper, type Signature, type SignedHelper } from './helpers/helper.js';
import { referenceHelpers } from './helpers/references.js';
import { positionMark } from './position-marks.js';

const HELPERS: Record<string, SignedHelper> = { ...figureHelpers, ...changeHelpers, ...referenceHelpers };

/** What each helper that a template may use can be called with. */
export const SIGNATURES: Record<string, Signature> = { ...HELPERS, narrative: { takes: 1, options: [] } };

/** What helpers work with while one piece of markup is rendered. */
interface World {
  inputs: Inputs;
  indicators: Indicators;
  register: PlaceRegister;
  problems: Problem[];
  values: Value[];
  narrative: (group: string, place: Place) => string;
}

type Options = { hash: Record<string, unknown> };

/** The helpers as Handlebars calls them, with `PUT` and `narrative`, which place what they are given. */
export function boundHelpers(world: World): Record<string, (...all: unknown[]) => unknown> {
  const placeOf = (options: Options): Place => {
    const place = world.register.places[options.hash[AT] as number];
    if (!place) throw new Error('a helper was called without its place');
    return place;
  };
  const wrapped = Object.entries(HELPERS).map(([name, { run }]) => [
    name,
    (...all: unknown[]) => {
      const options = all.pop() as Options;
      return runHelper(run, all, options.hash, placeOf(options), world);
    },
  ]);
  return {
    ...(Object.fromEntries(wrapped) as Record<string, (...all: unknown[]) => unknown>),
    [PUT]: (value: unknown, name: unknown, options: unknown) =>
      keep(value, String(name), placeOf(options as Options), world),
    narrative: (group: unknown, options: unknown) =>
      new Handlebars.SafeString(world.narrative(String(group), placeOf(options as Options))),
  };
}

/** Stands in for what a helper could not give. What is made of it is no fault of its own. */
const FAILED = new Printed({ kind: 'inlines', content: [{ kind: 'text', text: '[?]' }] });

function runHelper(
  helper: Helper,
  args: unknown[],
  hash: Record<string, unknown>,
  place: Place,
  world: World,
): unknown {
  if (args.includes(FAILED)) return FAILED;
  const options = Object.fromEntries(Object.entries(hash).filter(([key]) => key !== AT));
  try {
    return helper({ args, options, place, inputs: world.inputs, indicators: world.indicators });
  } catch (error) {
    if (!(error instanceof Misuse)) throw error;
    world.problems.push(
      makeError('helper-is-used-right', place, error.message, { expected: error.expected, hint: error.hint }),
    );
    return FAILED;
  }
}

/** Keeps a value and leaves its placeholder. What cannot be printed is a Problem, never an empty place. */
function keep(value: unknown, name: string, place: Place, world: World): Handlebars.SafeString {
  const kept = printable(value);
  if (!kept) world.problems.push(unprintable(value, name, place));
  const index = world.values.push(kept ?? { kind: 'inlines', content: [] }) - 1;
  const mark = positionMark(world.register.files.indexOf(place.file), place);
  return new Handlebars.SafeString(mark + makePlaceholder(index));
}

function unprintable(value: unknown, name: string, place: Place): Problem {
  if (value === null || value === undefined || value === '')
    return makeError('value-is-printable', place, `"${name}" has no value here`, {
      hint: `Where it may be missing, ask first: {{#if ${name}}}…{{/if}}.`,
    });
  return makeError('value-is-printable', place, `${describe(value)} cannot be printed`, {
    expected: 'a figure, a text or a number',
    hint: hintFor(value),
  });
}

function printable(value: unknown): Value | null {
  if (value instanceof Printed) return value.value;
  if (isFigure(value)) return { kind: 'inlines', content: [figureInline(value)] };
  if (typeof value === 'string' && value !== '')
    return { kind: 'inlines', content: [{ kind: 'value', text: value, figure: null }] };
  if (typeof value === 'number')
    return { kind: 'inlines', content: [{ kind: 'value', text: String(value), figure: null }] };
  return null;
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'boolean' ? String(value) : 'a group of values';
}

function hintFor(value: unknown): string | undefined {
  if (Array.isArray(value)) return 'Use {{names …}}, or {{#each …}}.';
  if (typeof value === 'object' && value !== null)
    return `Name one of ${Object.keys(value).slice(0, 12).join(', ')}.`;
  return undefined;
}
