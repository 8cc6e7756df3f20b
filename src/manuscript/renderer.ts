import { noCache, type Cache } from '../model/cache.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Fragment } from '../model/fragment.js';
import type { Markup } from '../model/markup.js';
import type { UsedCell } from '../model/used-cell.js';
import type { Names } from './check-names.js';
import { compileMarkup } from './compile-markup.js';
import { compilePartials } from './compile-partials.js';
import { findMissingFile } from './find-missing-file.js';
import { takeMarks } from './position-marks.js';
import { mapRendered, type Rendered } from './rendered.js';
import { runTemplate } from './run-template.js';
import { makeTemplateContext } from './template-context.js';

/** Turns the markup of one paper into fragments. */
export interface Renderer {
  /** Renders a sentence. `self` adds names to the context, such as the item of a list. */
  render: (markup: Markup, self?: object) => Rendered<Fragment>;
  /** Renders a section, the only markup that can place narrative. */
  renderSection: (markup: Markup) => Rendered<Fragment>;
  /** Lists the cells of data sets that markup has named so far, whether it printed them or not. */
  listReadCells: () => UsedCell[];
}

/** Compiles the partials, and returns a renderer that uses them. Markup can use only names of `inputs` and `indicators`. */
export function makeRenderer(
  inputs: Inputs,
  indicators: Indicators,
  cache: Cache = noCache,
): Rendered<Renderer> {
  const cells = new Map<string, UsedCell>();
  const context = makeTemplateContext(inputs, indicators, (cell) =>
    cells.set(`${cell.set}.${cell.period}.${cell.row ?? '*'}.${cell.column}`, cell),
  );
  const names: Names = {
    context,
    partials: Object.keys(inputs.template.partials),
    placesNarrative: false,
    findMissingFile: (owner, name, place) => findMissingFile(inputs, owner, name, place),
  };
  const partials = compilePartials(inputs.template.partials, names, cache);
  const facts = {
    inputs,
    indicators,
    partials: partials.value,
    context,
    compileEntry: (markup: Markup) => compileMarkup(markup, names, cache),
  };
  const render = (markup: Markup, self: object = {}, placesNarrative = false): Rendered<Fragment> => {
    const scope = { ...context, ...self };
    const { value, problems } = compileMarkup(markup, { ...names, context: scope, placesNarrative }, cache);
    const run = runTemplate(value.template, scope, facts);
    return {
      value: takeMarks(run.text, run.values, markup.place),
      problems: [...problems, ...run.problems],
      isComplete: value.template !== null && run.isComplete,
      placed: run.placed,
    };
  };
  return mapRendered(partials, () => ({
    render: (markup, self) => render(markup, self),
    renderSection: (markup) => render(markup, {}, true),
    listReadCells: () => [...cells.values()],
  }));
}
