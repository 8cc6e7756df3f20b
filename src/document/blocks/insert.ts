import type { Block } from '../../model/blocks/block.js';
import { mapChecked } from '../../model/join-checked.js';
import type { ManuscriptChart, ManuscriptDiagram, ManuscriptTable } from '../../model/manuscript.js';
import type { OfKind } from '../../model/of-kind.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { Insert } from '../node-values.js';
import { renderFragment } from '../render-fragment.js';
import type { BlockContext } from './block-context.js';
import { buildChart } from './chart.js';
import { buildDiagram } from './diagram.js';
import type { Placed, RenderFragment } from './placed.js';
import { buildTable } from './table.js';

/** The content of each kind of insert in the manuscript. A new kind does not compile until it has a builder. */
interface Entries {
  table: ManuscriptTable;
  chart: ManuscriptChart;
  diagram: ManuscriptDiagram;
}

type Builder<What extends Insert['what']> = (
  entry: Entries[What],
  placed: Placed,
  render: RenderFragment,
) => Checked<OfKind<Block, What>>;

const BUILDERS: { [What in Insert['what']]: Builder<What> } = {
  table: buildTable,
  chart: buildChart,
  diagram: buildDiagram,
};

/** Builds the table, chart or diagram that a line of a section places. Reports an unknown name. */
export function buildInsert(
  insert: Insert,
  { number, anchor }: { number: string | null; anchor: string },
  context: BlockContext,
): Checked<Block[]> {
  const { what, id } = insert;
  const placed = { id, anchor, number: `${context.template.words[what]} ${number ?? ''}` };
  const block = buildEntry(what, placed, context);
  if (!block) return { value: [], problems: [reportUnknown(insert, context)] };
  return mapChecked(block, (value) => [value]);
}

/** Returns null if the manuscript has no entry with this name. */
function buildEntry<What extends Insert['what']>(
  what: What,
  placed: Placed,
  context: BlockContext,
): Checked<OfKind<Block, What>> | null {
  const { tables, charts, diagrams } = context.manuscript;
  const all: { [Kind in Insert['what']]: Record<string, Entries[Kind]> } = {
    table: tables,
    chart: charts,
    diagram: diagrams,
  };
  const entries = all[what];
  const entry = Object.hasOwn(entries, placed.id) ? entries[placed.id] : undefined;
  if (!entry) return null;
  return BUILDERS[what](entry, placed, (fragment) => renderFragment(fragment, context.section, context));
}

function reportUnknown({ what, id, place }: Insert, { manuscript, template }: BlockContext): Problem {
  const isSpecified = template[`${what}s`].some((spec) => spec.id === id);
  if (isSpecified)
    return makeError('insert-exists', place, `the ${what} "${id}" has no figures this period`, {
      hint: `Enter the figures in this period's folder, or remove the ${what} from the template.`,
    });
  const file = what === 'diagram' ? 'diagrams/' : `${what}s.yaml`;
  const known = Object.keys(manuscript[`${what}s`]);
  return makeError('insert-exists', place, `${file} has no ${what} "${id}"`, adviseOnName(id, known));
}
