import { findFrontMatterTarget } from '../../edit/front-matter.js';
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
  const locate = makeLocator(inputs, inputs.template.place.file);
  const fields = new Map(
    document.header.fields.map(({ name }) => [`field ${name}`, findFieldPlace(name, inputs)]),
  );
  return {
    header: listHeaderLines(document).map(({ label }) => {
      if (label === 'status') return findStatusPlace(inputs);
      return label === 'title' ? locate(['title']) : (fields.get(label ?? '') ?? null);
    }),
    sections: listSections(document).map(({ id }) => {
      const index = sections.findIndex((section) => section.id === id);
      return index === -1 ? findAppendixPlace(id, inputs) : locate(['sections', index, 'title']);
    }),
    titles: Object.fromEntries(
      [...tables, ...charts, ...diagrams].map(({ place, title }) => [formatPlace(place), title.place]),
    ),
    subtitles: Object.fromEntries(
      charts
        .filter(({ subtitle }) => subtitle.text !== '')
        .map(({ place, subtitle }) => [formatPlace(place), subtitle.place]),
    ),
    notes: Object.fromEntries(
      [...tables, ...charts, ...diagrams].map(({ place, notes }) => [
        formatPlace(place),
        notes.map((note) => note.place),
      ]),
    ),
  };
}

/** Finds the marking of the paper, or else its status, which the same line prints. */
function findStatusPlace({ paper }: Inputs): Place | null {
  return paper.places[paper.marking === undefined ? 'status' : 'marking'] ?? null;
}

/** Finds the title of an appendix: in the paper's file, or in the front matter of its own. */
function findAppendixPlace(id: string, inputs: Inputs): Place | null {
  const ofPaper = inputs.paper.appendices.find((appendix) => appendix.id === id);
  if (ofPaper?.title !== undefined)
    return makeLocator(inputs, ofPaper.place.file)(['appendices', id, 'title']);
  const appendix = inputs.template.appendices.find((candidate) => candidate.id === id);
  if (!appendix) return null;
  const { file } = appendix.markup.place;
  const text = inputs.files.find(({ path }) => path === file)?.text ?? '';
  const index = text.split('\n').findIndex((_, at) => findFrontMatterTarget(text, file, at + 1) !== null);
  return index === -1 ? null : { file, line: index + 1, column: 1 };
}

function findFieldPlace(name: string, { template, paper }: Inputs): Place | null {
  const field = template.headerFields.find((candidate) => candidate.name === name);
  return (field && (paper.header[field.id]?.place ?? field.value?.place)) ?? null;
}

/** Returns a function that finds the places of values of a YAML file. */
function makeLocator({ files }: Inputs, file: string): (path: YamlPath) => Place | null {
  const text = files.find(({ path }) => path === file)?.text ?? '';
  const opened = openYaml(text).value;
  return (path) => {
    const offset = opened && findSpot(opened, path)?.node?.range?.[0];
    if (typeof offset !== 'number') return null;
    const lines = text.slice(0, offset).split('\n');
    return { file, line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
  };
}
