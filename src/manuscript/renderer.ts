import Handlebars from 'handlebars';
import type { Indicators } from '../model/indicator.js';
import type { Inputs, Markup } from '../model/inputs.js';
import { placeholder, type Fragment, type Value } from '../model/manuscript.js';
import { fault, type Place, type Problem } from '../model/problem.js';
import { AT, compileMarkup, PUT, type PlaceRegister } from './compile-markup.js';
import { findPartialCircles } from './find-partial-circles.js';
import { figureHelpers, figureInline, isFigure } from './helpers/figures.js';
import { Misuse, Printed, type Helper, type SignedHelper } from './helpers/helper.js';
import { referenceHelpers } from './helpers/references.js';
import { positionMark, takeMarks } from './position-marks.js';
import { templateContext } from './template-context.js';

const HELPERS: Record<string, SignedHelper> = { ...figureHelpers, ...referenceHelpers };
const NARRATIVE = { takes: 1, options: [] };

/** Turns the markup of one paper into fragments, and collects what is wrong with it. */
export interface Renderer {
  /** `self`, where given, adds names to the context: the item that a row of a list table is about. */
  render: (markup: Markup, self?: object) => Fragment;
  /** A section: it alone places narrative. */
  renderSection: (markup: Markup) => Fragment;
  problems: Problem[];
  /** Whether some markup could not be compiled, and was left out. */
  isBroken: () => boolean;
  /** The groups of narrative that some template has placed. */
  placed: Set<string>;
}

type Template = (context: unknown, options: object) => string;

/** Every name that markup may use comes from `inputs` and `indicators`; nothing else is in reach. */
export function makeRenderer(inputs: Inputs, indicators: Indicators): Renderer {
  const context = templateContext(inputs, indicators);
  const register: PlaceRegister = { files: [], places: [] };
  const problems: Problem[] = [];
  const placed = new Set<string>();
  let broken = false;
  const handlebars = Handlebars.create();
  const names = {
    context,
    helpers: { ...HELPERS, narrative: NARRATIVE },
    partials: Object.keys(inputs.template.partials),
    placesNarrative: false,
  };
  const knownHelpers = {
    ...Object.fromEntries([...Object.keys(names.helpers), PUT].map((name) => [name, true])),
    lookup: false,
    log: false,
  };

  const templateOf = (program: hbs.AST.Program | null): Template => {
    const text = program ? plainText(program) : '';
    if (program && text === null)
      return handlebars.compile(program, { knownHelpersOnly: true, knownHelpers, preventIndent: true });
    return () => text ?? '';
  };
  const compile = (markup: Markup, scope: Partial<typeof names> = {}) => {
    const compiled = compileMarkup(markup, { ...names, ...scope }, ['narrative'], register);
    problems.push(...compiled.problems);
    if (!compiled.program) broken = true;
    return { template: templateOf(compiled.program), calls: compiled.calls };
  };
  const compiledPartials = Object.entries(inputs.template.partials).map(
    ([name, markup]) => [name, compile(markup, { placesNarrative: true })] as const,
  );
  const circles = findPartialCircles(
    Object.fromEntries(compiledPartials.map(([name, { calls }]) => [name, calls])),
  );
  if (circles.length > 0) broken = true;
  problems.push(...circles);
  /** Text knows its place by itself; a paragraph that begins with a value would not. */
  const beginningOf = (place: Place): string => {
    const index = register.files.indexOf(place.file);
    return index < 0 ? '' : positionMark(index, place);
  };
  const partials = Object.fromEntries(
    compiledPartials.map(([name, { template }]) => [name, circles.length > 0 ? () => '' : template]),
  );

  const render = (markup: Markup, self: object = {}, placesNarrative = false): Fragment => {
    const values: Value[] = [];
    const runtime = {
      helpers: handlebarsHelpers({ inputs, indicators, register, problems, values, narrative }),
      partials,
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    };
    function narrative(group: string, place: Place): string {
      const found = inputs.paper.narrative.find((one) => one.id === group);
      if (!found) return '';
      if (placed.has(group))
        problems.push(
          fault('narrative-is-placed-once', place, `the narrative "${group}" is placed a second time`),
        );
      placed.add(group);
      return found.entries
        .map(({ label, markup: entry }) => {
          const mark = placeholder(values.push({ kind: 'label', label, place: entry.place }) - 1);
          const written = compile(entry).template(context, runtime).trimEnd();
          // The space parts the label from a word that begins with *, _ or **; it is trimmed with the label.
          return `${beginningOf(entry.place)}${mark} ${written}`;
        })
        .join('\n\n');
    }
    const scope = { context: { ...context, ...self }, placesNarrative };
    const rendered = compile(markup, scope).template(scope.context, runtime);
    return takeMarks(rendered, values, register.files, markup.place);
  };
  return {
    render,
    renderSection: (markup) => render(markup, {}, true),
    problems,
    placed,
    isBroken: () => broken,
  };
}

/** Of markup without any `{{…}}`, which needs no compiling; else null. */
function plainText({ body }: hbs.AST.Program): string | null {
  const texts = body.map((node) =>
    node.type === 'ContentStatement' ? (node as hbs.AST.ContentStatement).value : null,
  );
  return texts.includes(null) ? null : texts.join('');
}

interface World {
  inputs: Inputs;
  indicators: Indicators;
  register: PlaceRegister;
  problems: Problem[];
  values: Value[];
  narrative: (group: string, place: Place) => string;
}

type Options = { hash: Record<string, unknown> };

function handlebarsHelpers(world: World): Record<string, (...all: unknown[]) => unknown> {
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
      fault('helper-is-used-right', place, error.message, { expected: error.expected, hint: error.hint }),
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
  return new Handlebars.SafeString(mark + placeholder(index));
}

function unprintable(value: unknown, name: string, place: Place): Problem {
  if (value === null || value === undefined || value === '')
    return fault('value-is-printable', place, `"${name}" has no value here`, {
      hint: `Where it may be missing, ask first: {{#if ${name}}}…{{/if}}.`,
    });
  return fault('value-is-printable', place, `${describe(value)} cannot be printed`, {
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
