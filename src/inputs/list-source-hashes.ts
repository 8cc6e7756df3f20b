import { join } from 'node:path';
import { isError } from '../model/problem.js';
import { sha256 } from '../sha256.js';
import { readPackedTables } from './data-sets/packed-tables.js';
import { readDataSets, readDefinitions } from './data-sets/read-data-sets.js';
import { listFileNames, listFolderNames } from './list-files.js';
import { listPeriods } from './project/list-papers.js';
import { normaliseOrganisation } from './project/normalise-organisation.js';
import { measuresSchema } from './project/measures-schema.js';
import { normaliseUnits } from './project/normalise-units.js';
import { organisationSchema } from './project/organisation-schema.js';
import { readFile } from './read-file.js';
import { openReader } from './source-reader.js';

/** The endings of files that papers are made from. Notes and pictures beside them are left out. */
const SOURCE = /\.(?:yaml|hbs|css|csv|xls[xm])$/;

/** The most folders below each other. A link can lead back to its own folder. */
const MOST_LEVELS = 5;

/**
 * Lists the files of a project that its papers are made from, sorted by path. The hash is null if a file cannot be read. Of a file
 * with small counts to hide, it is the hash of the redacted text.
 */
export function listSourceHashes(root: string): { path: string; sha256: string | null }[] {
  const redacted = hashRedactedFiles(root);
  return ['data', 'templates']
    .flatMap((folder) => listPaths(root, folder))
    .sort()
    .map((path) => {
      const known = redacted.get(path);
      if (known !== undefined) return { path, sha256: known };
      const { value: file } = readFile(root, path, () => ''); // the bytes are hashed, in whatever encoding
      return { path, sha256: file && sha256(file.bytes) };
    });
}

/**
 * Hashes the files that `datasets.yaml` says to redact. Where they have errors, nobody can tell which numbers to hide: all have
 * the hash null then.
 */
function hashRedactedFiles(root: string): Map<string, string | null> {
  const reader = openReader(root);
  const definitions = readDefinitions(reader).value;
  if (!Object.values(definitions?.data.datasets ?? {}).some(({ disclosure }) => disclosure)) return new Map();
  const organisation = reader.yaml('data/organisation.yaml', organisationSchema).value;
  const measures = reader.yaml('data/measures.yaml', measuresSchema).value;
  const packedTables = readPackedTables(reader).value;
  const shared = reader.files.length;
  const scales = organisation ? normaliseOrganisation(organisation).scales : [];
  const { problems } = readDataSets(
    {
      reader,
      definitions,
      scales,
      mayShow: () => false,
      packedTables,
      measureNames: null,
      ownUnits: normaliseUnits(measures?.data.units ?? []).ownUnits,
    },
    listPeriods(root),
    () => false,
  );
  const hasErrors = !organisation || problems.some(isError);
  return new Map(
    reader.files
      .slice(shared)
      .filter(({ isRedacted }) => hasErrors || isRedacted === true)
      .map(({ path, original, bytes }) => [original?.path ?? path, hasErrors ? null : sha256(bytes)]),
  );
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
