import type { Cache } from '../model/cache.js';
import type { Markup } from '../model/markup.js';
import type { Names } from './check-names.js';
import { compileMarkup, printNothing, type Template } from './compile-markup.js';
import { findPartialCycles } from './find-partial-cycles.js';
import type { Rendered } from './rendered.js';

/** Compiles all partials of a template. A partial that cannot be compiled, or that is part of a cycle, prints nothing. */
export function compilePartials(
  partials: Readonly<Record<string, Markup>>,
  names: Names,
  cache: Cache,
): Rendered<Record<string, Template>> {
  const compiled = Object.entries(partials).map(
    ([name, markup]) => [name, compileMarkup(markup, { ...names, placesNarrative: true }, cache)] as const,
  );
  const calls = compiled.map(([name, { value }]) => [name, value.calls] as const);
  const cycles = findPartialCycles(Object.fromEntries(calls));
  const templates = compiled.map(
    ([name, { value }]) => [name, (cycles.length === 0 && value.template) || printNothing] as const,
  );
  return {
    value: Object.fromEntries(templates),
    problems: [...compiled.flatMap(([, { problems }]) => problems), ...cycles],
    isComplete: cycles.length === 0 && compiled.every(([, { value }]) => value.template !== null),
    placed: [],
  };
}
