import { unzipSync, type UnzipFileInfo } from 'fflate';
import * as z from 'zod';
import type { Access } from '../model/exemption.js';
import { VERSION_PATTERN, type Edition } from '../model/edition.js';
import { renameKey } from '../schema/rename-key.js';
import { BUILD_RECORD } from './build-record.js';

/** The sources that a PDF contains. */
export interface Sources {
  record: SourcesRecord;
  files: { path: string; bytes: Uint8Array }[];
}

/** The build record of older and newer builds, as far as a rebuild needs it. */
interface SourcesRecord extends Edition {
  tool: { name: string; version: string };
  /** Null in records that were made before the data model had a number. */
  dataModel: number | null;
  period: string;
  paper: string;
  madeAt: Date;
  access: Access;
}

const version = z.string().regex(VERSION_PATTERN).nullable();

const recordSchema = z.object({
  tool: z.object({ name: z.string(), version: z.string() }),
  'data-model': z.int().min(1).nullable().default(null),
  period: z.string().regex(/^\d{4}(?:-[a-z0-9]+)+$/),
  paper: z.string().regex(/^[a-z][a-z0-9-]*$/),
  madeAt: z.iso.datetime(),
  version,
  after: version,
  afterIsWithdrawn: z.literal(true).exactOptional(),
  note: z.string().nullable(),
  access: z.enum(['public', 'exempt']).default('public'),
});

/** Limits in bytes and files, far beyond any paper's sources. A larger zip file is malicious. */
const LARGEST_ZIP = 32 * 1024 * 1024;
const LARGEST_UNPACKED = 64 * 1024 * 1024;
const MOST_FILES = 2000;
/** The most bytes by which deflate makes a file longer. A longer stream hides its real size. */
const LARGEST_OVERHEAD = 1024;

/** Matches files below `data/` and `templates/`. Rejects every name that leads elsewhere on any system. */
const SAFE_PATH = /^(?:data|templates)(?:\/(?!\.{1,2}(?:\/|$))[^/\\:\u0000-\u001f]+)+$/;

/** A zip file that does not contain usable sources. The message is a sentence for the user. */
export class InvalidSources extends Error {}

/** Unpacks sources, which may come from an untrusted PDF. Checks names and sizes before it unpacks, and writes nothing. */
export function unpackSources(zip: Uint8Array): Sources {
  if (zip.length > LARGEST_ZIP)
    throw new InvalidSources(`its sources have ${toMegabytes(zip.length)} MB, more than any paper`);
  const { [BUILD_RECORD]: record, ...files } = unzip(zip);
  if (!record) throw new InvalidSources(`its sources contain no ${BUILD_RECORD}`);
  return {
    record: parseRecord(record),
    files: Object.entries(files).map(([path, bytes]) => ({ path, bytes })),
  };
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(zip, { filter: createEntryCheck() });
  } catch (error) {
    if (error instanceof InvalidSources) throw error;
    throw new InvalidSources('its sources are incomplete or not a zip file');
  }
}

/** Creates a function that throws for an entry that is unsafe by itself or together with those before it. */
function createEntryCheck(): (entry: UnzipFileInfo) => true {
  let unpackedSize = 0;
  const names = new Set<string>();
  return ({ name, size, originalSize }) => {
    if (name !== BUILD_RECORD && !SAFE_PATH.test(name))
      throw new InvalidSources(`its sources contain a file outside the project: ${JSON.stringify(name)}`);
    if (names.has(name)) throw new InvalidSources(`its sources contain ${name} twice`);
    names.add(name);
    unpackedSize += originalSize;
    const isTooLarge = unpackedSize > LARGEST_UNPACKED || names.size > MOST_FILES;
    if (isTooLarge || size > originalSize + LARGEST_OVERHEAD)
      throw new InvalidSources('its sources unpack to more than any paper');
    return true;
  };
}

function parseRecord(bytes: Uint8Array): SourcesRecord {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const { 'data-model': dataModel, ...record } = recordSchema.parse(
      renameKey(JSON.parse(text), 'quarter', 'period'),
    );
    return { ...record, dataModel, madeAt: new Date(record.madeAt) };
  } catch {
    throw new InvalidSources(`${BUILD_RECORD} in its sources is not a valid build record`);
  }
}

function toMegabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
