import type { Cache } from '../model/cache.js';
import type { DrawingPlans } from '../model/drawing.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import { listPlaced } from '../model/list-placed.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Checked } from '../model/problem.js';
import { renderUnprintedCells } from './render-unprinted-cells.js';
import { checkPlacedNarrative, listUnplacedLabels } from './check-placed-narrative.js';
import { dropRepeatedMissingFiles } from './find-missing-file.js';
import { listNamedFigures } from './list-named-figures.js';
import { joinRendered, joinRenderedFields, type Rendered } from './rendered.js';
import { makeRenderer, type Renderer } from './renderer.js';
import { writeCharts, writeDiagrams, writeTables } from './write-inserts.js';
import { makeTemplateContext } from './template-context.js';
import { writeRunning } from './write-running.js';
import { writeAppendix, writeHeader, writeSection } from './write-sections.js';

/** Stage 4: templates + facts → Markdown, values and places. Every problem of every template and entry is reported. */
export function writeManuscript(
  inputs: Inputs,
  indicators: Indicators,
  plans: DrawingPlans,
  cache?: Cache,
): Checked<Manuscript> {
  const renderer = makeRenderer(inputs, indicators, cache);
  const parts = writeParts(inputs, indicators, plans, renderer.value);
  const { isComplete, placed, problems } = joinRendered<unknown>([renderer, parts]);
  const lost = checkPlacedNarrative(inputs, placed, isComplete, renderer.value);
  return {
    value: {
      title: inputs.template.title,
      ...parts.value,
      isComplete,
      unplacedLabels: listUnplacedLabels(inputs, placed),
      listNamedFigures: () => listNamedFigures(makeTemplateContext(inputs, indicators)),
    },
    problems: [...dropRepeatedMissingFiles([...problems, ...lost])],
  };
}

type Parts = Omit<Manuscript, 'title' | 'isComplete' | 'listNamedFigures' | 'unplacedLabels'>;

function writeParts(
  inputs: Inputs,
  indicators: Indicators,
  plans: DrawingPlans,
  renderer: Renderer,
): Rendered<Parts> {
  const { template, paper } = inputs;
  const sections = joinRendered(template.sections.map((section) => writeSection(section, renderer)));
  const appendices = joinRendered(
    template.appendices.map((section) => writeAppendix(section, inputs, renderer)),
  );
  const placed = listPlaced('table', [...sections.value, ...appendices.value]);
  const parts = joinRenderedFields<Omit<Parts, 'readCells' | 'unprinted'>>({
    tables: writeTables(inputs, indicators, renderer, placed),
    charts: writeCharts(inputs, indicators, plans, renderer),
    diagrams: writeDiagrams(inputs, renderer),
    subject: renderer.render(paper.description),
    header: writeHeader(inputs, renderer),
    running: writeRunning(inputs, renderer),
    sections,
    appendices,
  });
  // Listed before unprinted cells are rendered, because the paper does not use the cells that only they name.
  const readCells = renderer.listReadCells();
  const unprinted = renderUnprintedCells(indicators.dataSets, template.tables, placed, renderer);
  return {
    ...parts,
    value: { ...parts.value, readCells, unprinted: unprinted.value },
    problems: [...parts.problems, ...unprinted.problems],
  };
}
