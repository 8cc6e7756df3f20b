import { MEASURE_KINDS } from '../indicators/kinds/index.js';
import type { Inputs } from '../model/inputs.js';
import type { Access } from '../model/exemption.js';
import type { Markup } from '../model/markup.js';
import { isFromDataSet, type Measure } from '../model/measure.js';
import type { Paper } from '../model/paper.js';
import type { SourceFile } from '../model/source-file.js';
import type { Template } from '../model/template.js';
import { noCache, type Cache } from '../model/cache.js';
import { isError, type Checked } from '../model/problem.js';
import { parsePeriod } from '../model/period.js';
import { joinRequired } from '../model/join-checked.js';
import type { Disclosure } from '../model/disclosure.js';
import { checkPortableNames } from './check-portable-names.js';
import { hideSmallCounts } from './hide-small-counts.js';
import { normaliseDisclosure } from './normalise-disclosure.js';
import { addMonthsOfDataSets } from './data-sets/add-months-of-data-sets.js';
import { readPackedTables } from './data-sets/packed-tables.js';
import { readDataSets, readDefinitions } from './data-sets/read-data-sets.js';
import { tableDataSets } from './data-sets/table-data-sets.js';
import { checkExemptNames } from './paper/check-exempt-names.js';
import { checkPaperFile } from './paper/check-paper-file.js';
import { readPaper } from './paper/read-paper.js';
import { settleTemplate } from './paper/settle-template.js';
import { readPreviousNarrative } from './paper/read-previous-narrative.js';
import { NAME_SOURCES } from './period-files/name-sources.js';
import { checkAreas } from './project/check-areas.js';
import { checkComparedAreas } from './project/check-compared-areas.js';
import { listEarlierPeriods, listLaterPeriods } from './project/list-papers.js';
import { normaliseOrganisation } from './project/normalise-organisation.js';
import { organisationSchema } from './project/organisation-schema.js';
import { checkRecalculations } from './project/check-recalculations.js';
import { readMeasures } from './project/read-measures.js';
import { readYearStarts } from './project/read-year-starts.js';
import { readMeetings } from './project/read-meetings.js';
import { readHistory, reportMisnamedPeriod } from './read-history.js';
import { readPictures } from './pictures/read-pictures.js';
import { findForeignData } from './redaction/find-foreign-data.js';
import { NO_OVERLAY, type Overlay } from './redaction/overlay.js';
import { planDataRedaction } from './redaction/plan-data-redaction.js';
import { isRedactedWhole } from './redaction/plan-whole-redaction.js';
import { openReader } from './source-reader.js';
import { readTemplate } from './template/read-template.js';
import { readTheme } from './template/read-theme.js';

interface ReadOptions {
  cache?: Cache;
  /** False to read files as they are, for the author's own next files. A paper must never be made from them. */
  hidesSmallCounts?: boolean;
  /** The name of a data set to read even if it has no definition and the paper does not mention it. */
  alsoReads?: string | undefined;
  /** The edition to read for. Only the exempt one may show small counts. */
  access?: Access;
  /** What is read in place of files. By default, what other papers exempt is taken out of the data. */
  overlay?: Overlay;
  /** Texts to read in place of files, by path, as the author means to save them. */
  unsaved?: ReadonlyMap<string, string> | undefined;
}

/**
 * Reads and validates all files of a paper: disk → Inputs. Problems of all files are reported together.
 * The value is null if a required file cannot be used.
 */
export function readInputs(
  root: string,
  periodId: string,
  id: string,
  options: ReadOptions = {},
): Checked<Inputs | null> {
  if (options.overlay) return readRedacted(root, periodId, id, options);
  const read = readOnce(root, periodId, id, options);
  if (!read.value || options.hidesSmallCounts === false || read.problems.some(isError)) return read;
  const overlay = planForeignRedaction(root, read.value, options.cache);
  return overlay ? readRedacted(root, periodId, id, { ...options, overlay }) : read;
}

/** Reads a paper through an overlay. Files that it leaves out are still there: they are not unknown. */
function readRedacted(...request: Parameters<typeof readOnce>): Checked<Inputs | null> {
  const { value, problems } = readOnce(...request);
  return { value, problems: problems.filter(({ rule }) => rule !== 'file-is-known') };
}

/** Plans the redaction of what other papers exempt. Null if there is nothing. */
export function planForeignRedaction(root: string, inputs: Inputs, cache = noCache): Overlay | null {
  const foreign = findForeignData(root, inputs.period, inputs.paper, cache);
  if (foreign.length === 0) return null;
  return planDataRedaction(inputs, foreign, new Map(inputs.files.map(({ path, text }) => [path, text])));
}

function readOnce(
  root: string,
  periodId: string,
  id: string,
  {
    cache = noCache,
    hidesSmallCounts = true,
    alsoReads,
    access = 'public',
    overlay = NO_OVERLAY,
    unsaved,
  }: ReadOptions,
): Checked<Inputs | null> {
  // Names are checked before anything is taken out.
  const isOverlaid = overlay !== NO_OVERLAY;
  const yearStarts = readYearStarts(root);
  const period = parsePeriod(periodId, yearStarts);
  if (!period) return { value: null, problems: [reportMisnamedPeriod(periodId, yearStarts)] };
  const reader = openReader(root, cache, overlay, unsaved);
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema);
  const meetings = readMeetings(reader, organisation.value);
  const definitions = readMeasures(reader, period);
  const measures = definitions.value?.measures ?? null;
  const areaNames = organisation.value?.data.areas.names ?? null;
  const dataSetDefinitions = readDefinitions(reader);
  const dataSetNames = Object.keys(dataSetDefinitions.value?.data.datasets ?? {});
  const areSetsKnown = !dataSetDefinitions.problems.some(isError);
  const original = readHistory(
    reader,
    period,
    definitions.value,
    areaNames,
    areSetsKnown ? dataSetNames : null,
  );
  const sharedTemplate = readTemplate(reader, id, measures);
  const theme = readTheme(reader, cache);
  const paper = readPaper(reader, period.id, id);
  const normalised = organisation.value && normaliseOrganisation(organisation.value);
  const isExempt = access === 'exempt' && (paper.value?.exempt.length ?? 0) > 0;
  const mayShow = (disclosure: Disclosure): boolean =>
    !hidesSmallCounts || (isExempt && disclosure.showInExemptPapers);
  const history = {
    ...original,
    value:
      definitions.value && hideSmallCounts(reader, original, { ...definitions.value, areaNames }, mayShow),
  };
  const mentioning = reader.files.filter(({ path }) => !/^data\/[^/]+\.yaml$/.test(path));
  const isMentioned = isMentionedIn(mentioning);
  const packedTables = readPackedTables(reader);
  const dataSets = readDataSets(
    {
      reader,
      definitions: dataSetDefinitions.value,
      scales: normalised?.scales ?? [],
      measureNames: (measures ?? []).filter(hasOneValue).map((measure) => measure.id),
      mayShow: (raw) => mayShow(normaliseDisclosure(raw)),
      ownUnits: definitions.value?.ownUnits ?? {},
      packedTables: packedTables.value,
    },
    [...listEarlierPeriods(root, period), period],
    (name) => name === alsoReads || isMentioned(name),
  );

  const joined = joinRequired({
    organisation,
    meetings,
    definitions,
    history,
    template: sharedTemplate,
    theme,
    paper,
    dataSets,
  });
  if (!joined.value || !normalised || !areSetsKnown)
    return { value: null, problems: [...joined.problems, ...dataSetDefinitions.problems] };
  const { history: withoutMonths, ...others } = joined.value;
  const { measures: known } = others.definitions;
  const months = addMonthsOfDataSets(known, withoutMonths, others.dataSets);
  const parts = { ...others, history: months.value };
  const template = settleTemplate(parts.template, parts.paper);
  const pictures = readPictures(root, listMarkups(template.value, parts.paper), cache);
  const { fontFiles, theme: sharedTheme, ...themeParts } = parts.theme;
  const pdf = { version: template.value.pdfVersion ?? sharedTheme.pdf.version };
  const files = [...reader.files, ...fontFiles, ...pictures.files];
  const problems = [
    ...joined.problems,
    ...dataSetDefinitions.problems,
    ...packedTables.problems,
    ...months.problems,
    ...(months.problems.length > 0
      ? []
      : checkRecalculations(known.filter(isFromDataSet), months.value, period)),
    ...checkAreas(parts.organisation),
    ...checkComparedAreas(parts.definitions.measures, parts.history, parts.organisation.data.areas.names),
    ...template.problems,
    ...checkPaperFile(parts.paper, parts.meetings, template.value),
    ...(isOverlaid || packedTables.value.size > 0 || isRedactedWhole(parts.paper)
      ? []
      : checkExemptNames(parts.paper, template.value, {
          files,
          period,
          history: parts.history,
          dataSets: parts.dataSets,
        })),
    ...checkPortableNames(
      files.map(({ path }) => path),
      Object.keys(parts.organisation.data.committees).map((name) => ({
        id: name,
        place: parts.organisation.file.placeOf(['committees', name]),
      })),
    ),
  ];
  const meeting = parts.meetings.find(({ id: name }) => name === parts.paper.meetingId);
  if (!meeting) return { value: null, problems };
  const otherMeetings = parts.paper.alsoFor.flatMap(
    ({ meetingId }) => parts.meetings.find(({ id: name }) => name === meetingId) ?? [],
  );
  return {
    value: {
      period,
      paper: parts.paper,
      access: parts.paper.exempt.length > 0 ? access : 'public',
      meeting,
      paperMeetings: [meeting, ...otherMeetings],
      meetings: parts.meetings,
      organisation: normalised,
      ...parts.definitions,
      history: parts.history,
      nameSources: new Map([...NAME_SOURCES, ...dataSetNames.map((name) => [`data.${name}`, name] as const)]),
      laterPeriods: listLaterPeriods(root, period, id),
      previous: readPreviousNarrative(root, period, id, cache),
      dataSets: parts.dataSets,
      template: tableDataSets(template.value, parts.dataSets, period, isPlacedIn(mentioning)),
      theme: { ...sharedTheme, pdf },
      ...themeParts,
      pictures: pictures.byPath,
      files,
      originals: new Map([...packedTables.value].map(([path, { original }]) => [path, original])),
    },
    problems,
  };
}

/** Lists the texts that can print pictures. */
function listMarkups({ sections, appendices, partials }: Template, { narrative }: Paper): Markup[] {
  return [
    ...[...sections, ...appendices].map(({ markup }) => markup),
    ...Object.values(partials),
    ...narrative.flatMap(({ entries }) => entries.map(({ markup }) => markup)),
  ];
}

function hasOneValue({ kind }: Measure): boolean {
  return MEASURE_KINDS[kind].result === 'single value';
}

/** Returns a function that tells whether a text may place the table of this name. A computed name may be any. */
function isPlacedIn(files: readonly SourceFile[]): (name: string) => boolean {
  const placed = files.flatMap(({ text }) => [
    ...text.matchAll(/\btable\s+(?:"([^"]*)"|'([^']*)'|[^\s"'])/g),
  ]);
  const names = placed.map(([, double, single]) => double ?? single);
  return (name) => names.includes(name) || names.includes(undefined);
}

/** Returns a function that tells whether the text of a template or paper mentions a name. Most papers never ask. */
function isMentionedIn(files: readonly SourceFile[]): (name: string) => boolean {
  let words: Set<string> | null = null;
  return (name) => {
    words ??= new Set(files.flatMap(({ text }) => text.match(/[a-z][a-z0-9-]*/g) ?? []));
    return words.has(name);
  };
}
