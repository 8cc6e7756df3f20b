import { AREA_COLUMNS } from '../../../src/manuscript/tables/area-columns.js';
import { MEASURE_COLUMNS } from '../../../src/manuscript/tables/measure-columns.js';
import { markup, type Html } from '../../../src/markup/markup.js';
import { showTable } from './show-example.js';

/** Lists the columns of tables of measures and of areas. */
export function makeTableColumns(): Html {
  const list = (columns: Record<string, { prints: string }>) =>
    Object.entries(columns).map(([name, { prints }]) => [markup`<code>${name}</code>`, prints]);
  return markup`<h3 id="columns-of-a-trend">Columns of a trend</h3>
${showTable('Columns of a trend', ['show:', 'What it prints'], list(MEASURE_COLUMNS))}
<h3 id="columns-of-a-ranking">Columns of a ranking</h3>
${showTable('Columns of a ranking', ['show:', 'What it prints'], list(AREA_COLUMNS))}`;
}
