import { join } from 'node:path';
import type * as z from 'zod';
import { formatDate, formatDateRange, isDate } from '../format.js';
import type { Figure, Unit } from '../model/figure.js';
import type { ItemList, Measure, QuarterData } from '../model/inputs.js';
import { fault, type Problem } from '../model/problem.js';
import { quarterLabel, type Quarter } from '../model/quarter.js';
import { didYouMean } from '../model/did-you-mean.js';
import { QUARTER_FILES, yamlNames } from './list-papers.js';
import type { Path, YamlFile } from './parse-yaml.js';
import { readFacts } from './read-facts.js';
import {
  activitySchema,
  areasSchema,
  commitmentsSchema,
  eventsSchema,
  factsSchema,
  performanceAreasSchema,
  sharesSchema,
  surveySchema,
} from './schemas/quarter-files.js';
import type { SourceReader } from './source-reader.js';

type RawFigure = number | { value: number; source?: string | undefined; [key: string]: unknown };

/** Reads one quarter's figures. Only the files that are there are read; a name that is not known is a Problem. */
export function readQuarter(
  reader: SourceReader,
  quarter: Quarter,
  measures: Measure[],
  templates: string[],
): QuarterData {
  const folder = `data/${quarter}`;
  const present = new Set(yamlNames(join(reader.root, folder)));
  const known = [...QUARTER_FILES, ...templates];
  for (const name of present)
    if (!known.includes(name)) reader.problems.push(unknownFile(`${folder}/${name}.yaml`, name, known));
  const read = <T>(name: (typeof QUARTER_FILES)[number], schema: z.ZodType<T>) =>
    present.has(name) ? reader.yaml(`${folder}/${name}.yaml`, schema) : null;

  const context = { quarter, measures, problems: reader.problems };
  const survey = read('survey', surveySchema);
  const areas = read('areas', areasSchema);
  const activity = read('activity', activitySchema);
  const shares = read('shares', sharesSchema);
  const facts = read('facts', factsSchema);
  return {
    quarter,
    rolling: survey
      ? figuresOf(
          survey.file,
          ['rolling'],
          survey.data.rolling,
          { ...context, kind: 'rolling-survey' },
          {
            source: survey.data.source,
            period: `${quarterLabel(quarter)}, rolling 12 months`,
          },
        )
      : {},
    toDate: activity ? counts(activity, 'to-date', context) : {},
    inQuarter: activity ? counts(activity, 'in-quarter', context) : {},
    areas: areas ? areaFigures(areas, context) : {},
    shares: shares ? shareFigures(shares, context) : {},
    facts: facts ? readFacts(facts, quarter, reader.problems) : {},
    lists: {
      ...events(read('events', eventsSchema)),
      ...commitments(read('commitments', commitmentsSchema)),
      ...performanceAreas(read('performance-areas', performanceAreasSchema)),
    },
  };
}

interface Context {
  quarter: Quarter;
  measures: Measure[];
  problems: Problem[];
}

interface Defaults {
  source: string;
  period: string;
  assumed?: string | undefined;
}

interface Read<S extends z.ZodType> {
  data: z.infer<S>;
  file: YamlFile;
}

/** Makes figures of a map from measure to number, and reports measures that are not known or of another kind. */
function figuresOf(
  file: YamlFile,
  path: Path,
  raw: Record<string, RawFigure>,
  context: Context & { kind: Measure['kind'] },
  defaults: Defaults,
): Record<string, Figure> {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([id, value]) => {
      const at = [...path, id];
      const measure = findMeasure(id, file, at, context);
      return measure ? [[id, makeFigure(id, measure.label, measure.unit, value, file, at, defaults)]] : [];
    }),
  );
}

function findMeasure(
  id: string,
  file: YamlFile,
  at: Path,
  { measures, problems, kind }: Context & { kind: Measure['kind'] },
): Measure | null {
  const known = measures.filter((one) => one.kind === kind);
  const found = known.find((one) => one.id === id);
  if (found) return found;
  const names = known.map((one) => one.id);
  problems.push(
    fault('measure-exists', file.keyPlaceOf(at), `measures.yaml has no measure "${id}" of the kind ${kind}`, {
      expected: names.length > 0 ? `one of ${names.join(', ')}` : undefined,
      hint: didYouMean(id, names),
    }),
  );
  return null;
}

/** A number as published becomes a figure: percentages are held as fractions. */
function makeFigure(
  id: string,
  label: string,
  unit: Unit,
  raw: RawFigure,
  file: YamlFile,
  at: Path,
  defaults: Defaults,
): Figure {
  const { value, ...own } = typeof raw === 'number' ? { value: raw } : raw;
  const given = Object.fromEntries(
    Object.entries({ ...defaults, ...own }).filter(([, one]) => one !== undefined),
  );
  return {
    source: defaults.source,
    ...given,
    id,
    label,
    unit,
    value: unit === 'percent' || unit === 'points' ? value / 100 : value,
    place: file.placeOf(at),
  };
}

function counts(
  { data, file }: Read<typeof activitySchema>,
  key: 'to-date' | 'in-quarter',
  context: Context,
): Record<string, Figure> {
  const label = quarterLabel(context.quarter);
  return figuresOf(
    file,
    [key],
    data[key] ?? {},
    { ...context, kind: 'count-to-date' },
    {
      source: data.source,
      period: data.period ?? (key === 'to-date' ? `financial year to the end of ${label}` : label),
      assumed: data.assumed,
    },
  );
}

function areaFigures({ data, file }: Read<typeof areasSchema>, context: Context): QuarterData['areas'] {
  return Object.fromEntries(
    Object.entries(data.rankings).flatMap(([id, ranking]) => {
      const measure = findMeasure(id, file, ['rankings', id], { ...context, kind: 'area-ranking' });
      if (!measure) return [];
      const names = Object.entries(ranking.published);
      if (names.length > ranking.of)
        context.problems.push(
          fault(
            'areas-fit',
            file.placeOf(['rankings', id, 'of']),
            `${names.length} areas are published of ${ranking.of}`,
            {
              hint: '`of` counts all areas, published or not.',
            },
          ),
        );
      const published = names.map(([name, value]) => ({
        id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
        name,
        figure: makeFigure(
          id,
          `${measure.label}, ${name}`,
          measure.unit,
          value,
          file,
          ['rankings', id, 'published', name],
          {
            source: data.source,
            period: `${quarterLabel(context.quarter)}, rolling 12 months`,
          },
        ),
      }));
      return [[id, { of: ranking.of, published }]];
    }),
  );
}

function shareFigures({ data, file }: Read<typeof sharesSchema>, context: Context): QuarterData['shares'] {
  return Object.fromEntries(
    Object.entries(data.shares).flatMap(([id, parts]) => {
      const measure = findMeasure(id, file, ['shares', id], { ...context, kind: 'shares' });
      if (!measure) return [];
      const figures = Object.entries(parts).map(([part, { label, percent }]) => ({
        id: part,
        name: label,
        figure: makeFigure(
          `${id}.${part}`,
          `${measure.label}: ${label}`,
          'percent',
          percent,
          file,
          ['shares', id, part, 'percent'],
          {
            source: data.source,
            period: data.period ?? quarterLabel(context.quarter),
          },
        ),
      }));
      return [[id, figures]];
    }),
  );
}

function events(read: Read<typeof eventsSchema> | null): Record<string, ItemList> {
  if (!read) return {};
  const { from, to, source, events: items } = read.data;
  return {
    events: {
      items: items.map(({ name, date }) => ({ name, date: date ? formatDate(date) : '' })),
      period: formatDateRange(from, to),
      source,
    },
  };
}

function commitments(read: Read<typeof commitmentsSchema> | null): Record<string, ItemList> {
  if (!read) return {};
  const items = Object.entries(read.data.commitments).map(([id, { what, owner, due }]) => ({
    id,
    what,
    owner,
    due: isDate(due) ? formatDate(due) : due,
  }));
  return { commitments: { items, period: '', source: read.data.source } };
}

function performanceAreas(read: Read<typeof performanceAreasSchema> | null): Record<string, ItemList> {
  if (!read) return {};
  const { source, ...groups } = read.data;
  const list = (raw: Record<string, string> = {}): ItemList => ({
    items: Object.entries(raw).map(([id, name]) => ({ id, name })),
    period: '',
    source,
  });
  return { 'off-course': list(groups['off-course']), 'under-attention': list(groups['under-attention']) };
}

function unknownFile(path: string, name: string, known: string[]): Problem {
  return fault(
    'file-is-known',
    { file: path, line: 1, column: 1 },
    `"${name}.yaml" is not a file that is read`,
    {
      expected: `one of ${known.map((one) => `${one}.yaml`).join(', ')}`,
      hint: didYouMean(name, known),
    },
  );
}
