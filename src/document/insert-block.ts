import { suggestName } from '../model/suggest-name.js';
import { makeNoteAnchor } from '../model/make-note-anchor.js';
import type { Block } from '../model/blocks/block.js';
import { toPlainText, type Inline } from '../model/inline.js';
import { EMPTY_DRAWING } from '../model/drawing.js';
import { FIRST_NOTE_LINK, type Cell, type Manuscript } from '../model/manuscript.js';
import type { Fragment, Value } from '../model/fragment.js';
import { makeError } from '../model/problem.js';
import type { Target } from './enumerate.js';
import { fragmentInlines, type Workshop } from './fragment-inlines.js';

type Insert = Extract<Value, { kind: 'insert' }>;
type Run = (fragment: Fragment) => Inline[];

interface Placed {
  anchor: string;
  /** "Table 1". */
  number: string;
}

/** The table, chart or diagram that a line of a section places. None, and a Problem, where there is none of that name. */
export function insertBlock(
  insert: Insert,
  { number, anchor }: { number: string | null; anchor: string },
  section: Target['section'],
  shop: Workshop,
): Block[] {
  const placed = { anchor, number: `${shop.template.words[insert.what]} ${number ?? ''}` };
  const made = blockOf(insert, placed, shop.manuscript, (fragment) =>
    fragmentInlines(fragment, section, shop),
  );
  if (made) return [made];
  reportUnknown(insert, shop);
  return [];
}

function blockOf(
  { what, id }: Insert,
  placed: Placed,
  { tables, charts, diagrams }: Manuscript,
  run: Run,
): Block | undefined {
  switch (what) {
    case 'table': {
      const table = entry(tables, id);
      return table && tableBlock(table, placed, run);
    }
    case 'chart': {
      const chart = entry(charts, id);
      return chart && chartBlock(id, chart, placed, run);
    }
    case 'diagram': {
      const diagram = entry(diagrams, id);
      return diagram && diagramBlock(id, diagram, placed, run);
    }
  }
}

function entry<T>(all: Record<string, T>, id: string): T | undefined {
  return Object.hasOwn(all, id) ? all[id] : undefined;
}

function tableBlock(table: Manuscript['tables'][string], placed: Placed, run: Run): Block {
  const cell = (content: Cell): Inline[] =>
    Array.isArray(content) ? content.map((one) => marked(one, placed)) : run(content);
  return {
    kind: 'table',
    ...placed,
    title: run(table.title),
    columns: table.columns.map(({ heading, align }) => ({ heading: words(heading), align, width: null })),
    rows: table.rows.map(({ kind, cells }) => ({ kind, cells: cells.map(cell) })),
    notes: table.notes.map(run),
    place: table.place,
  };
}

/** A mark knows that it leads to its table's first note; the table's anchor is known here. */
function marked(inline: Inline, placed: Placed): Inline {
  if (inline.kind !== 'reference' || inline.target !== FIRST_NOTE_LINK) return inline;
  return { ...inline, target: makeNoteAnchor(placed, 1) };
}

function chartBlock(id: string, chart: Manuscript['charts'][string], placed: Placed, run: Run): Block {
  return {
    kind: 'chart',
    id,
    ...placed,
    title: run(chart.title),
    subtitle: run(chart.subtitle),
    alternative: toPlainText(run(chart.alternative)),
    drawing: EMPTY_DRAWING,
    dataColumns: chart.dataColumns,
    data: chart.data.map(({ label, cells }) => ({ label: words(label), cells })),
    notes: chart.notes.map(run),
    place: chart.place,
  };
}

function diagramBlock(id: string, diagram: Manuscript['diagrams'][string], placed: Placed, run: Run): Block {
  return {
    kind: 'diagram',
    id,
    ...placed,
    title: run(diagram.title),
    alternative: toPlainText(run(diagram.alternative)),
    data: diagram.data,
    drawing: EMPTY_DRAWING,
    notes: diagram.notes.map(run),
    place: diagram.place,
  };
}

function words(text: string): Inline[] {
  return [{ kind: 'text', text }];
}

function reportUnknown({ what, id, place }: Insert, { manuscript, template, report }: Workshop): void {
  const file = what === 'diagram' ? 'diagrams/' : `${what}s.yaml`;
  const known = Object.keys(manuscript[`${what}s`]);
  const specified = template[`${what}s`].some((one) => one.id === id);
  report(
    specified
      ? makeError(
          'insert-exists',
          place,
          `none of the figures of the ${what} "${id}" is on file this quarter`,
          {
            hint: `Put them into this quarter's folder, or take the ${what} out of the template.`,
          },
        )
      : makeError('insert-exists', place, `${file} has no ${what} "${id}"`, {
          expected: known.length > 0 ? `one of ${known.join(', ')}` : undefined,
          hint: suggestName(id, known),
        }),
  );
}
