import { markup, type Html } from '../markup/markup.js';
import type { Chart } from '../model/blocks/chart.js';
import type { Table } from '../model/blocks/table.js';
import { toPlainText } from '../model/inline.js';
import { listSources } from '../model/list-sources.js';

/** The most sources that a line names. `figures.csv` has the source of each figure. */
const MOST_SOURCES = 4;

/** Renders the sources of a table's or chart's figures. Null if they have none, or if a note of the author's names them. */
export function renderSource(block: Table | Chart): Html | null {
  const sources = listSources(block);
  const isNamed = block.notes.some((note) => /^sources?:/i.test(toPlainText(note).trim()));
  if (sources.length === 0 || isNamed) return null;
  const words = sources
    .slice(0, MOST_SOURCES)
    .map((source, index) => shortenSource(source, sources[index - 1]));
  const rest = sources.length - words.length;
  const end = rest > 0 ? `; and ${rest} more, which figures.csv lists` : '';
  return markup`\n<p class="source">${sources.length > 1 ? 'Sources' : 'Source'}: ${words.join('; ')}${end}</p>`;
}

/** Leaves out the publication if the source before has the same: "Report 8, Table 1; paragraph 20". */
function shortenSource(source: string, previous: string | undefined): string {
  const parts = source.split(', ');
  const before = previous?.split(', ') ?? [];
  const differing = parts.findIndex((part, index) => part !== before[index]);
  return differing > 0 ? parts.slice(differing).join(', ') : source;
}
