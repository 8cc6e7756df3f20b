import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { MANIFEST } from '../manifest.js';
import { formatVersionFolder } from '../version-folder.js';
import { type ArchivedVersion, type ArchiveFault } from '../read-archive.js';
import { sha256 } from '../../sha256.js';
import { InvalidSources, unpackSources } from '../../sources/unpack-sources.js';

/** Whether a version's folder holds what was issued, under its name: no file changed, missing, added or swapped. */
export function verifyFiles(archive: string, { folder, manifest }: ArchivedVersion): ArchiveFault[] {
  const expected = formatVersionFolder(manifest);
  const found = new Map(
    readdirSync(join(archive, folder))
      .filter((name) => name !== MANIFEST)
      .map((name) => [name, readIfPresent(join(archive, folder, name))]),
  );
  const hashes = new Map([...found].map(([name, bytes]) => [name, bytes && sha256(bytes)]));
  const issued = new Set(manifest.outputs.map(({ name }) => name));
  return [
    ...(folder === expected
      ? []
      : [
          { path: folder, message: `the folder has another name: what lies in it was issued as ${expected}` },
        ]),
    ...manifest.outputs
      .filter(({ name, sha256: hash }) => hashes.get(name) !== hash)
      .map(({ name, bytes, sha256: hash }) => ({
        path: `${folder}/${name}`,
        message: difference(found.get(name), bytes, nameOf(hash, hashes)),
      })),
    ...[...found.keys()]
      .filter((name) => !issued.has(name))
      .sort()
      .map((name) => ({ path: `${folder}/${name}`, message: 'was not issued: it has been added' })),
    ...verifySources(folder, found.get('sources.zip') ?? null, manifest),
  ];
}

function difference(found: Uint8Array | null | undefined, size: number, other: string | null): string {
  if (!found) return 'is missing';
  const swapped = other === null ? '' : `; what was issued under this name lies in ${other}`;
  if (found.length === size) return `has changed: as long as it was, with other bytes${swapped}`;
  return `has changed: ${found.length} bytes where ${size} were issued${swapped}`;
}

/** The name of another file that has these bytes now. */
function nameOf(hash: string, hashes: Map<string, string | null>): string | null {
  return [...hashes].find(([, one]) => one === hash)?.[0] ?? null;
}

/** The manifest says of every file what it was; the sources must be those files. */
function verifySources(
  folder: string,
  zip: Uint8Array | null,
  { inputs, version }: ArchivedVersion['manifest'],
): ArchiveFault[] {
  if (!zip) return [];
  const path = `${folder}/sources.zip`;
  try {
    const { files, record } = unpackSources(zip);
    const packed = new Map(files.map((file) => [file.path, sha256(file.bytes)]));
    const wrong = inputs.filter((one) => packed.get(one.path) !== one.sha256).map((one) => one.path);
    const more = files.map((file) => file.path).filter((one) => !inputs.some((input) => input.path === one));
    return [
      ...[...wrong, ...more].map((name) => ({
        path,
        message: `${name} in it is not what the manifest says`,
      })),
      ...(record.version === version
        ? []
        : [
            {
              path,
              message: `these are the sources of ${record.version ?? 'a working build'}, not of ${version}`,
            },
          ]),
    ];
  } catch (error) {
    if (error instanceof InvalidSources) return [{ path, message: error.message }];
    throw error;
  }
}
