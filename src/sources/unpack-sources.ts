import { unzipSync } from 'fflate';
import * as z from 'zod';
import { VERSION_PATTERN, type Edition } from '../model/edition.js';
import { parseQuarter, type Quarter } from '../model/quarter.js';
import { BUILD_RECORD } from './build-record.js';

/** What a paper was made from, as its PDF holds it. */
export interface Sources {
  record: SourcesRecord;
  files: { path: string; bytes: Uint8Array }[];
}

interface SourcesRecord extends Edition {
  tool: { name: string; version: string };
  quarter: Quarter;
  paper: string;
  madeAt: Date;
}

const recordSchema = z.object({
  tool: z.object({ name: z.string(), version: z.string() }),
  quarter: z.string().refine((name) => parseQuarter(name) !== null),
  paper: z.string().regex(/^[a-z][a-z0-9-]*$/),
  madeAt: z.iso.datetime(),
  version: z.string().regex(VERSION_PATTERN).nullable(),
  after: z.string().regex(VERSION_PATTERN).nullable(),
  note: z.string().nullable(),
});

/** Far more than any paper's sources have: an archive that goes beyond it was made to fill a disk. */
const LARGEST_ZIP = 8 * 1024 * 1024;
const LARGEST_WHOLE = 32 * 1024 * 1024;
const MOST_FILES = 2000;

/** A file of a project: below `data/` or `templates/`, and no name that could lead anywhere else on any system. */
const SAFE_PATH = /^(?:data|templates)(?:\/(?!\.{1,2}(?:\/|$))[^/\\:\u0000-\u001f]+)+$/;

/** What is wrong with an archive of sources, in one sentence. */
export class InvalidSources extends Error {}

/** Reads an archive of sources that may come from anybody: nothing is written, and little unpacked, before all is held to be safe. */
export function unpackSources(zip: Uint8Array): Sources {
  if (zip.length > LARGEST_ZIP)
    throw new InvalidSources(`its sources have ${megabytes(zip.length)} MB, more than any paper's`);
  const entries = unzip(zip);
  const { [BUILD_RECORD]: record, ...rest } = entries;
  if (!record) throw new InvalidSources(`its sources hold no ${BUILD_RECORD}`);
  return {
    record: readRecord(record),
    files: Object.entries(rest).map(([path, bytes]) => ({ path, bytes })),
  };
}

function unzip(zip: Uint8Array): Record<string, Uint8Array> {
  let whole = 0;
  const seen = new Set<string>();
  const admit = ({
    name,
    size,
    originalSize,
  }: {
    name: string;
    size: number;
    originalSize: number;
  }): boolean => {
    if (name !== BUILD_RECORD && !SAFE_PATH.test(name))
      throw new InvalidSources(`its sources hold a file where none belongs: ${JSON.stringify(name)}`);
    if (seen.has(name)) throw new InvalidSources(`its sources hold ${name} twice`);
    seen.add(name);
    whole += originalSize;
    // Deflate never needs much more than the plain bytes: a stream that is longer hides what it unpacks to.
    if (whole > LARGEST_WHOLE || seen.size > MOST_FILES || size > originalSize + 1024)
      throw new InvalidSources("its sources unpack to more than any paper's");
    return true;
  };
  try {
    return unzipSync(zip, { filter: admit });
  } catch (error) {
    if (error instanceof InvalidSources) throw error;
    throw new InvalidSources('its sources are cut short or no zip archive');
  }
}

function readRecord(bytes: Uint8Array): SourcesRecord {
  try {
    const record = recordSchema.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    return { ...record, quarter: record.quarter as Quarter, madeAt: new Date(record.madeAt) };
  } catch {
    throw new InvalidSources(`${BUILD_RECORD} in its sources does not say what was built`);
  }
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
