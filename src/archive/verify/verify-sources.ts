import { sha256 } from '../../sha256.js';
import { InvalidSources, unpackSources, type Sources } from '../../sources/unpack-sources.js';
import type { Manifest } from '../manifest.js';
import type { ArchiveFinding } from '../read-archive.js';

/** Checks that `sources.zip` contains the files that the manifest lists, for the version that it names. */
export function verifySources(path: string, zip: Uint8Array, manifest: Manifest): ArchiveFinding[] {
  try {
    const sources = unpackSources(zip);
    return [...compareSources(sources, manifest), ...compareRecord(sources, manifest)].map((message) => ({
      path,
      message,
    }));
  } catch (error) {
    if (error instanceof InvalidSources) return [{ path, message: error.message }];
    throw error;
  }
}

function compareSources({ files }: Sources, { inputs }: Manifest): string[] {
  const packed = new Map(files.map(({ path, bytes }) => [path, sha256(bytes)]));
  const listed = new Set(inputs.map(({ path }) => path));
  const changed = inputs.filter((input) => packed.get(input.path) !== input.sha256);
  const added = files.filter(({ path }) => !listed.has(path));
  return [...changed, ...added].map(({ path }) => `${path} inside it does not match the manifest`);
}

/** Compares the build record with the manifest. The record is the same whatever build of the program wrote it. */
function compareRecord({ record }: Sources, manifest: Manifest): string[] {
  const { paper, version, note, madeAt, previous } = manifest;
  if (record.version !== version)
    return [`contains the sources of ${record.version ?? 'a working copy'}, not of ${version}`];
  const facts: [string, unknown, unknown][] = [
    ['paper', record.paper, paper.id],
    ['period', record.period, paper.period],
    ['previous version', record.after, previous?.version ?? null],
    ['note', record.note, note],
    ['date', record.madeAt.toISOString(), madeAt],
  ];
  return facts
    .filter(([, packed, stated]) => packed !== stated)
    .map(([name]) => `has another ${name} than the manifest`);
}
