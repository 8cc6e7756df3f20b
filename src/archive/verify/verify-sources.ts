import { sha256 } from '../../sha256.js';
import { InvalidSources, unpackSources, type Sources } from '../../sources/unpack-sources.js';
import type { Manifest } from '../manifest.js';
import type { ArchiveFinding } from '../read-archive.js';

/** Checks that `sources.zip` contains the files that the manifest lists, for the version that it names. */
export function verifySources(path: string, zip: Uint8Array, manifest: Manifest): ArchiveFinding[] {
  try {
    const sources = unpackSources(zip);
    return [...compareSources(sources, manifest), ...compareVersion(sources, manifest)].map((message) => ({
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

function compareVersion({ record }: Sources, { version }: Manifest): string[] {
  if (record.version === version) return [];
  return [`contains the sources of ${record.version ?? 'a working copy'}, not of ${version}`];
}
