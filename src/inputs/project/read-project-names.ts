import { join } from 'node:path';
import { MEASURE_KINDS } from '../../indicators/kinds/index.js';
import { CHECK_RULES } from '../../model/check-rules.js';
import { joinChecked } from '../../model/join-checked.js';
import type { MeasureKind } from '../../model/measure.js';
import { isError, type Checked } from '../../model/problem.js';
import { listNamesWithEnding } from '../list-files.js';
import { openReader, type SourceReader } from '../source-reader.js';
import { readAt } from '../yaml/find-schema-parts.js';
import { parseYaml } from '../yaml/parse-yaml.js';
import { listPapers, listPeriods, listTemplates } from './list-papers.js';
import type { ProjectName, ProjectNames } from './project-names.js';

/** The contents of a YAML file, whatever their shape. Null for a file that does not exist or is not valid YAML. */
type Contents = unknown;

/**
 * Reads the names that a project defines. A file need not fit its schema, so names complete while a file is half written.
 * The problems are those of files that are not valid YAML.
 */
export function readProjectNames(root: string): Checked<ProjectNames> {
  const reader = openReader(root);
  const organisation = readContents(reader, 'data/organisation.yaml');
  const meetings = readContents(reader, 'data/meetings.yaml');
  const definitions = readContents(reader, 'data/measures.yaml');
  const dataSets = readContents(reader, 'data/datasets.yaml');
  const periods = joinChecked(
    listPeriods(root).flatMap((period) =>
      listNamesWithEnding('.yaml', join(root, 'data', period.id)).map((name) => {
        const { value, problems } = readContents(reader, `data/${period.id}/${name}.yaml`);
        return { value: { period: period.id, name, contents: value }, problems };
      }),
    ),
  );
  const templates = joinChecked(listTemplates(root).map((name) => readTemplateNames(reader, name)));
  const papers = listPapers(root).flatMap((paper) =>
    periods.value.filter(({ period, name }) => period === paper.period && name === paper.paper),
  );
  const newest = papers.filter(({ period }) => period === papers.at(-1)?.period);
  const inPeriods = (file: string, ...path: string[]): ProjectName[] =>
    periods.value
      .filter(({ name }) => name === file)
      .flatMap(({ contents }) => listKeys(contents, path, 'label'));
  return {
    value: mapNames({
      ...readMeasureNames(definitions.value),
      surveys: listKeys(definitions.value, ['surveys'], 'name'),
      groups: [
        ...listGroups(definitions.value),
        ...inPeriods('survey', 'groups').flatMap(({ name }) => inPeriods('survey', 'groups', name)),
      ],
      populations: [...listPopulations(definitions.value), ...inPeriods('activity', 'populations')],
      areas: listTexts(readAt(organisation.value, ['areas', 'names'])),
      facts: inPeriods('facts', 'facts'),
      'data sets': listKeys(dataSets.value, ['datasets'], 'title'),
      committees: listKeys(organisation.value, ['committees']),
      meetings: listKeys(meetings.value, ['meetings'], 'committee'),
      papers: templates.value.flatMap(({ papers: kinds = [] }) => kinds),
      'narrative groups': [
        ...papers.flatMap(({ contents }) => listKeys(contents, ['narrative'])),
        ...templates.value.flatMap((names) => names['narrative groups'] ?? []),
      ],
      labels: newest.flatMap(({ contents }) =>
        listKeys(contents, ['narrative']).flatMap(({ name }) => listKeys(contents, ['narrative', name])),
      ),
      appendices: templates.value.flatMap(({ appendices = [] }) => appendices),
      'header fields': templates.value.flatMap((names) => names['header fields'] ?? []),
      clearances: templates.value.flatMap(({ clearances = [] }) => clearances),
      charts: templates.value.flatMap(({ charts = [] }) => charts),
      rules: Object.entries(CHECK_RULES).map(([name, { source }]) => ({ name, about: source })),
    }),
    problems: joinChecked<unknown>([organisation, meetings, definitions, dataSets, periods, templates])
      .problems,
  };
}

/** Reads the names that one kind of paper defines. */
function readTemplateNames(reader: SourceReader, id: string): Checked<ProjectNames> {
  const folder = `templates/${id}`;
  const main = readContents(reader, `${folder}/paper.yaml`);
  const charts = readContents(reader, `${folder}/charts.yaml`);
  const ending = '.md.hbs';
  const sections = ['sections', 'appendices'].flatMap((part) =>
    listNamesWithEnding(ending, join(reader.root, folder, part)).map(
      (name) => reader.text(`${folder}/${part}/${name}${ending}`).value ?? '',
    ),
  );
  const title = readAt(main.value, ['title']);
  return {
    value: {
      papers: [{ name: id, about: typeof title === 'string' ? title : '' }],
      'narrative groups': [
        ...sections.flatMap(listPlacedNarrative),
        ...listTexts(readAt(main.value, ['required-narrative'])),
      ],
      appendices: listAppendices(reader, `${folder}/appendices`),
      'header fields': listItems(readAt(main.value, ['header', 'fields']), 'id', 'name'),
      clearances: listTexts(readAt(main.value, ['clearance'])),
      charts: listKeys(charts.value, ['charts']),
    },
    problems: [...main.problems, ...charts.problems],
  };
}

function listAppendices(reader: SourceReader, folder: string): ProjectName[] {
  return listNamesWithEnding('.md.hbs', join(reader.root, folder)).map((name) => {
    const text = reader.text(`${folder}/${name}.md.hbs`).value ?? '';
    return { name, about: /^title:[ \t]*(.+)$/m.exec(text)?.[1]?.trim() ?? '' };
  });
}

function listPlacedNarrative(markup: string): ProjectName[] {
  return [...markup.matchAll(/\{\{~?\s*narrative\s+["']([^"']+)["']/g)].map(([, name = '']) => ({
    name,
    about: '',
  }));
}

/** Lists the measures by kind, and all those with one value in each period. */
function readMeasureNames(definitions: Contents): ProjectNames {
  const measures = listKeys(definitions, ['measures'], 'label').map(({ name, about }) => ({
    name,
    about,
    kind: String(readAt(definitions, ['measures', name, 'kind'])),
  }));
  const kinds = Object.keys(MEASURE_KINDS) as MeasureKind[];
  const byKind = kinds.map((kind) => [
    `measures of the kind ${kind}` as const,
    measures.filter((measure) => measure.kind === kind),
  ]);
  return {
    ...(Object.fromEntries(byKind) as ProjectNames),
    measures,
    'measures with one value': measures.filter(({ kind }) =>
      kinds.some((known) => known === kind && MEASURE_KINDS[known].result === 'single value'),
    ),
  };
}

function listGroups(definitions: Contents): ProjectName[] {
  return listKeys(definitions, ['measures']).flatMap(({ name }) =>
    ['reference', 'other'].flatMap((key) => {
      const group = readAt(definitions, ['measures', name, key]);
      const words = readAt(definitions, ['measures', name, `${key}-name`]);
      return typeof group === 'string'
        ? [{ name: group, about: typeof words === 'string' ? words : '' }]
        : [];
    }),
  );
}

/** Lists the populations that rates divide by. */
function listPopulations(definitions: Contents): ProjectName[] {
  return listKeys(definitions, ['measures'])
    .filter(({ name }) => readAt(definitions, ['measures', name, 'kind']) === 'rate')
    .flatMap(({ name }) => listTexts([readAt(definitions, ['measures', name, 'denominator'])]));
}

/** Reads a file that may not exist. */
function readContents(reader: SourceReader, path: string): Checked<Contents> {
  const { value: text } = reader.text(path);
  if (text === null) return { value: null, problems: [] };
  const { value, problems } = parseYaml(path, text);
  return { value, problems: value === null ? problems.filter(isError) : [] };
}

/** Lists the keys of a map. The text under `aboutKey` of an entry, or the entry itself if it is text, says what it is. */
function listKeys(contents: Contents, path: readonly string[], aboutKey = ''): ProjectName[] {
  const map = readAt(contents, path);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) return [];
  return Object.entries(map).map(([name, entry]) => {
    const about: unknown = typeof entry === 'string' ? entry : readAt(entry, [aboutKey]);
    return { name, about: typeof about === 'string' && path[0] !== 'narrative' ? about : '' };
  });
}

function listItems(list: unknown, nameKey: string, aboutKey: string): ProjectName[] {
  return (Array.isArray(list) ? list : []).flatMap((item) => {
    const [name, about] = [readAt(item, [nameKey]), readAt(item, [aboutKey])];
    return typeof name === 'string' ? [{ name, about: typeof about === 'string' ? about : '' }] : [];
  });
}

function listTexts(list: unknown): ProjectName[] {
  return (Array.isArray(list) ? list : [])
    .filter((item) => typeof item === 'string')
    .map((name) => ({ name, about: '' }));
}

/** Names each thing once. The first name that says what it is wins. */
function mapNames(names: ProjectNames): ProjectNames {
  return Object.fromEntries(
    Object.entries(names).map(([kind, list]) => {
      const unique = new Map<string, ProjectName>();
      for (const entry of list) if (!unique.get(entry.name)?.about) unique.set(entry.name, entry);
      return [kind, [...unique.values()].map(({ name, about }) => ({ name, about }))];
    }),
  );
}
