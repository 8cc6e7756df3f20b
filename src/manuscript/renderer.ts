import Handlebars from 'handlebars';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Markup } from '../model/markup.js';
import { makePlaceholder } from '../model/placeholder.js';
import type { Fragment, Value } from '../model/fragment.js';
import { makeError, type Place, type Problem } from '../model/problem.js';
import { absentFile } from './absent-file.js';
import { boundHelpers, SIGNATURES } from './bound-helpers.js';
import { compileMarkup, PUT, type PlaceRegister } from './compile-markup.js';
import { findPartialCircles } from './find-partial-circles.js';
import { positionMark, takeMarks } from './position-marks.js';
import { templateContext } from './template-context.js';

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
    helpers: SIGNATURES,
    partials: Object.keys(inputs.template.partials),
    placesNarrative: false,
    absentFile: (owner: string, name: string, place: Place) => absentFile(inputs, owner, name, place),
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
      helpers: boundHelpers({ inputs, indicators, register, problems, values, narrative }),
      partials,
      allowProtoPropertiesByDefault: false,
      allowProtoMethodsByDefault: false,
    };
    function narrative(group: string, place: Place): string {
      const found = inputs.paper.narrative.find((one) => one.id === group);
      if (!found) return '';
      if (placed.has(group))
        problems.push(
          makeError('narrative-is-placed-once', place, `the narrative "${group}" is placed a second time`),
        );
      placed.add(group);
      return found.entries
        .map(({ label, markup: entry }) => {
          const mark = makePlaceholder(values.push({ kind: 'label', label, place: entry.place }) - 1);
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
