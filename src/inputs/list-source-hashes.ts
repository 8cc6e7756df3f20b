import { join } from 'node:path';
import type * as z from 'zod';
import type { Period } from '../model/period.js';
import { isError, type Problem } from '../model/problem.js';
import { sha256 } from '../sha256.js';
import { readPackedTables, type PackedTable } from './data-sets/packed-tables.js';
import { readDataSets, readDefinitions, type DataSetDefinitions } from './data-sets/read-data-sets.js';
import { hideSmallCounts } from './hide-small-counts.js';
import { listFileNames, listFolderNames } from './list-files.js';
import { listPapers, listPeriods } from './project/list-papers.js';
import { normaliseOrganisation } from './project/normalise-organisation.js';
import { organisationSchema } from './project/organisation-schema.js';
import { readMeasures } from './project/read-measures.js';
import { readFile } from './read-file.js';
import { readHistory } from './read-history.js';
import { openReader, type SourceReader, type ValidYaml } from './source-reader.js';
import { findRestrictedHead } from './template/read-appendices.js';

/** The endings of files that papers are made from. Notes beside them are left out. */
const SOURCE = /\.(?:yaml|hbs|css|csv|xls[xm]|png|jpe?g|svg|[ot]tf|woff)$/;

const APPENDIX = /^templates\/[^/]+\/appendices\/[^/]+\.md\.hbs$/;

/** The most folders below each other. A link can lead back to its own folder. */
const MOST_LEVELS = 5;

/**
 * Lists the files of a project that its papers are made from, sorted by path. The hash is null if a file cannot be read, and where
 * a paper has exempt parts: a reader could find a number by trying values. Of a file with small counts to hide, it is the hash of
 * the redacted text.
 */
export function listSourceHashes(root: string): { path: string; sha256: string | null }[] {
  const redacted = hashRedactedFiles(root);
  const exempt = listFoldersWithExempt(root);
  return ['data', 'templates']
    .flatMap((folder) => listPaths(root, folder))
    .sort()
    .map((path) => {
      if (exempt.some((folder) => path.startsWith(folder))) return { path, sha256: null };
      const known = redacted.get(path);
      if (known !== undefined) return { path, sha256: known };
      const { value: file } = readFile(root, path, () => ''); // the bytes are hashed, in whatever encoding
      return { path, sha256: file && sha256(removeRestrictedText(path, file.bytes)) };
    });
}

/** Lists the folders of periods and templates whose papers have exempt parts. */
function listFoldersWithExempt(root: string): string[] {
  return listPapers(root).flatMap(({ period, paper }) => {
    const { value: text } = openReader(root).text(`data/${period}/${paper}.yaml`);
    return text !== null && text.includes('exempt') ? [`data/${period}/`, `templates/${paper}/`] : [];
  });
}

/** Removes the text of a restricted appendix, as the sources of a paper do. */
function removeRestrictedText(path: string, bytes: Uint8Array): Uint8Array {
  if (!APPENDIX.test(path)) return bytes;
  const head = findRestrictedHead(path, Buffer.from(bytes).toString('utf8'));
  return head === null ? bytes : Buffer.from(head, 'utf8');
}

/**
 * Hashes the files that `datasets.yaml` and `measures.yaml` say to redact. An error in these two hides which numbers to redact, so
 * every hash is null then.
 */
function hashRedactedFiles(root: string): Map<string, string | null> {
  const reader = openReader(root);
  const periods = listPeriods(root);
  const definitions = readDefinitions(reader).value;
  const latest = periods.at(-1);
  const measures = latest ? readMeasures(reader, latest) : { value: null, problems: [] };
  const hidesInSets = Object.values(definitions?.data.datasets ?? {}).some(({ disclosure }) => disclosure);
  const hidesMeasures = measures.value?.measures.some(({ disclosure }) => disclosure) ?? false;
  if (!latest || (!hidesInSets && !hidesMeasures)) return new Map();
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema).value;
  const packedTables = readPackedTables(reader).value;
  const shared = reader.files.length;
  const problems = [
    ...(hidesMeasures ? hideInMeasures(reader, latest, measures, organisation) : []),
    ...(hidesInSets
      ? hideInDataSets(reader, periods, definitions, measures, organisation, packedTables)
      : []),
  ];
  const hasErrors = !organisation || problems.some(isError);
  return new Map(
    reader.files
      .slice(shared)
      .filter(({ isRedacted }) => hasErrors || isRedacted === true)
      .map(({ path, original, bytes }) => [original?.path ?? path, hasErrors ? null : sha256(bytes)]),
  );
}

type ReadMeasures = ReturnType<typeof readMeasures>;
type ReadOrganisation = ValidYaml<z.infer<typeof organisationSchema>> | null;

/** Redacts the counts of measures. Returns the problems of their files. */
function hideInMeasures(
  reader: SourceReader,
  latest: Period,
  { value: measures, problems }: ReadMeasures,
  organisation: ReadOrganisation,
): Problem[] {
  const areaNames = organisation?.data.areas.names ?? null;
  const history = readHistory(reader, latest, measures, areaNames, null);
  if (measures) hideSmallCounts(reader, history, { ...measures, areaNames }, () => false);
  return [...problems, ...history.problems];
}

/** Redacts the counts of data sets. Returns the problems of their files. */
function hideInDataSets(
  reader: SourceReader,
  periods: readonly Period[],
  definitions: DataSetDefinitions,
  { value: measures }: ReadMeasures,
  organisation: ReadOrganisation,
  packedTables: ReadonlyMap<string, PackedTable>,
): Problem[] {
  return readDataSets(
    {
      reader,
      definitions,
      scales: organisation ? normaliseOrganisation(organisation).scales : [],
      mayShow: () => false,
      packedTables,
      measureNames: null,
      ownUnits: measures?.ownUnits ?? {},
    },
    periods,
    () => false,
  ).problems;
}

function listPaths(root: string, folder: string): string[] {
  if (folder.split('/').length > MOST_LEVELS) return [];
  return [
    ...listFileNames(join(root, folder))
      .filter((name) => SOURCE.test(name))
      .map((name) => `${folder}/${name}`),
    ...listFolderNames(join(root, folder))
      .filter((name) => !name.startsWith('.'))
      .flatMap((name) => listPaths(root, `${folder}/${name}`)),
  ];
}
