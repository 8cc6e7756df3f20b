import { findSpot, openYaml } from '../../edit/open-yaml.js';
import type { YamlPath } from '../../edit/edit.js';
import type { Document } from '../../model/document.js';
import type { Inputs } from '../../model/inputs.js';
import { listBlocks, listSections } from '../../model/list-sections.js';
import type { Cell, Manuscript } from '../../model/manuscript.js';
import { formatPlace, type Place } from '../../model/problem.js';
import { listHeaderLines } from '../list-header-lines.js';
import type { TextPlaces } from './edit-messages.js';

interface WrittenPaper {
  inputs: Inputs;
  manuscript: Manuscript;
  document: Document;
}

/** Lists the places of texts that the paper's page does not state: titles, and the fields of the header. */
export function listTextPlaces({ inputs, document, manuscript }: WrittenPaper): TextPlaces {
  const { tables, charts, diagrams, sections } = inputs.template;
  const locate = makeLocator(inputs);
  const fields = new Map(
    document.header.fields.map(({ name }) => [`field ${name}`, findFieldPlace(name, inputs)]),
  );
  return {
    header: listHeaderLines(document).map(({ label }) =>
      label === 'title' ? locate(['title']) : (fields.get(label ?? '') ?? null),
    ),
    sections: listSections(document).map(({ id }) => {
      const index = sections.findIndex((section) => section.id === id);
      return index === -1 ? null : locate(['sections', index, 'title']);
    }),
    cells: listCellPlaces(manuscript, document),
    titles: Object.fromEntries(
      [...tables, ...charts, ...diagrams].map(({ place, title }) => [formatPlace(place), title.place]),
    ),
  };
}

function findFieldPlace(name: string, { template, paper }: Inputs): Place | null {
  const field = template.headerFields.find((candidate) => candidate.name === name);
  return (field && (paper.header[field.id]?.place ?? field.value?.place)) ?? null;
}

/** Returns a function that finds the place of a value in the file of the template. */
function makeLocator({ template, files }: Inputs): (path: YamlPath) => Place | null {
  const { file } = template.place;
  const text = files.find(({ path }) => path === file)?.text ?? '';
  const opened = openYaml(text).value;
  return (path) => {
    const offset = opened && findSpot(opened, path)?.node?.range?.[0];
    if (typeof offset !== 'number') return null;
    const lines = text.slice(0, offset).split('\n');
    return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
}

/** Lists the places of the words in the cells of tables, which are those of data sets. */
function listCellPlaces({ tables }: Manuscript, document: Document): TextPlaces['cells'] {
  return Object.fromEntries(
    listBlocks(document).flatMap((block) => {
      if (block.kind !== 'table') return [];
      const table = Object.values(tables).find(
        ({ place }) => formatPlace(place) === formatPlace(block.place),
      );
      return table ? [[block.anchor, table.rows.map(({ cells }) => cells.map(findCellPlace))]] : [];
    }),
  );
}

/** The program's own words, and figures, have no place of their own. */
function findCellPlace(cell: Cell): Place | null {
  const place = 'markdown' in cell ? cell.origins[0]?.place : undefined;
  return place?.file.startsWith('data/') ? place : null;
}
