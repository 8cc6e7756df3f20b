import { listChartValues } from '../charts/kinds/index.js';
import type { DrawingPlans } from '../model/drawing.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { TemplateSection } from '../model/template.js';
import type { Manuscript, ManuscriptSection } from '../model/manuscript.js';
import { makePlainFragment } from '../model/fragment.js';
import { makeError, type Checked, type Problem } from '../model/problem.js';
import { onceForEach } from './absent-file.js';
import { renderChartTable } from './render-chart-table.js';
import { makeRenderer, type Renderer } from './renderer.js';
import { statusLines, toFollowText } from './status-lines.js';
import { tableRows } from './table-rows.js';

/** Stage 4: templates + facts → Markdown, values and places. Every fault of every template and entry is reported. */
export function writeManuscript(
  inputs: Inputs,
  indicators: Indicators,
  plans: DrawingPlans,
): Checked<Manuscript> {
  const renderer = makeRenderer(inputs, indicators);
  const { render } = renderer;
  const { template, paper } = inputs;
  const all = (notes: Parameters<typeof render>[0][]) => notes.map((note) => render(note));
  const tables = template.tables.map((spec) => {
    const { columns, rows, generated, problems } = tableRows(spec, inputs, indicators, render);
    renderer.problems.push(...problems);
    const notes = [
      ...(generated === null ? [] : [makePlainFragment(generated, spec.place)]),
      ...all(spec.notes),
    ];
    return [spec.id, { title: render(spec.title), columns, rows, notes, place: spec.place }] as const;
  });
  const charts = template.charts.flatMap((spec) => {
    if (!plans.charts[spec.id]) return [];
    const self = { chart: listChartValues(spec.content, indicators) };
    const words = {
      title: render(spec.title, self),
      subtitle: render(spec.subtitle, self),
      alternative: render(spec.alternative, self),
    };
    const table = renderChartTable(spec, indicators);
    return [[spec.id, { ...words, ...table, notes: all(spec.notes), place: spec.place }] as const];
  });
  const diagrams = template.diagrams.map((spec) => {
    const words = {
      title: render(spec.title),
      alternative: render(spec.alternative),
      notes: all(spec.notes),
    };
    return [spec.id, { ...words, data: spec.data, place: spec.place }] as const;
  });
  const written = {
    title: template.title,
    subject: render(paper.description),
    header: [
      ...template.headerFields.flatMap(({ id, name, value: standing }) => {
        const markup = paper.header[id] ?? standing;
        return markup ? [{ name, value: render(markup) }] : [];
      }),
      ...statusLines(paper),
    ],
    sections: template.sections.map((section) => writeSection(section, renderer)),
    appendices: template.appendices.map((section) => writeAppendix(section, inputs, renderer)),
    tables: Object.fromEntries(tables),
    charts: Object.fromEntries(charts),
    diagrams: Object.fromEntries(diagrams),
  };
  const value: Manuscript = { ...written, isComplete: !renderer.isBroken() };
  const unplaced = paper.narrative.filter(({ id }) => !renderer.placed.has(id));
  if (!value.isComplete) for (const { entries } of unplaced) for (const { markup } of entries) render(markup); // for their faults
  return {
    value,
    problems: [
      ...onceForEach(renderer.problems),
      ...(value.isComplete ? unplacedNarrative(inputs, renderer) : []),
    ],
  };
}

function writeSection(section: TemplateSection, renderer: Renderer): ManuscriptSection {
  const { id, title, isLettered, isNumbered, isMandatory, markup } = section;
  return {
    id,
    title,
    isLettered,
    isNumbered,
    isMandatory,
    body: renderer.renderSection(markup),
    place: markup.place,
  };
}

/** One that is to follow is written all the same, for its faults; what is printed in its place says when it comes. */
function writeAppendix(
  section: TemplateSection,
  { paper, template }: Inputs,
  renderer: Renderer,
): ManuscriptSection {
  const written = writeSection(section, renderer);
  const later = paper.toFollow.find(({ id }) => id === section.id);
  if (!later) return written;
  return {
    ...written,
    body: makePlainFragment(toFollowText(later.date, template.words.appendix), later.place),
  };
}

/** Words that an author wrote and no template prints would be lost without a sign. */
function unplacedNarrative({ paper, template }: Inputs, { placed }: Renderer): Problem[] {
  return paper.narrative
    .filter(({ id }) => !placed.has(id))
    .map(({ id, place }) =>
      makeError('narrative-is-placed', place, `no section of the template prints the narrative "${id}"`, {
        hint: `Place it with {{narrative "${id}"}} in templates/${template.id}/sections, or move its paragraphs to another group.`,
      }),
    );
}
