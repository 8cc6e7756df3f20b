import { findSpot, openYaml } from '../../edit/open-yaml.js';
import type { YamlPath } from '../../edit/edit.js';
import type { Document } from '../../model/document.js';
import type { Inputs } from '../../model/inputs.js';
import { listSections } from '../../model/list-sections.js';
import { formatPlace, type Place } from '../../model/problem.js';
import { listHeaderLines } from '../list-header-lines.js';
import type { TextPlaces } from './edit-messages.js';

/** Lists the places of texts that the paper's page does not state: titles, and the fields of the header. */
export function listTextPlaces(inputs: Inputs, document: Document): Omit<TextPlaces, 'cells'> {
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
