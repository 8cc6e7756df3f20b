import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listEntries } from '../../disk/list-entries.js';
import { readIfPresent } from '../../disk/read-if-present.js';
import { sha256 } from '../../sha256.js';

/** The folder of the seals in an archive. A seal is the answer of a time-stamping authority: `seals/1.tsr`. */
export const SEALS = 'seals';

/** The list of the seals: one line for each, as `sha256sum` prints it. Lines are only added. */
export const SEAL_LIST = 'seals.txt';

/** The largest answer of an authority, in bytes. Answers have about 5 kB. */
export const LARGEST_SEAL = 100_000;

/** A seal in the archive. It covers a beginning of the register. */
export interface Seal {
  /** From 1. */
  number: number;
  bytes: Buffer;
}

/** A line of `seals.txt`. */
export interface SealLine {
  sha256: string;
  number: number;
}

export function formatSealPath(number: number): string {
  return `${SEALS}/${number}.tsr`;
}

const SEAL_FILE = /^([1-9]\d{0,5})\.tsr$/;

/** Returns the number of a seal's file. Null for a file of another name. */
export function parseSealName(name: string): number | null {
  const [, number] = SEAL_FILE.exec(name) ?? [];
  return number === undefined ? null : Number(number);
}

/** Reads the seals, the oldest first. Names in the folder that are no seal's are not read. */
export function readSeals(archive: string): Seal[] {
  return listEntries(join(archive, SEALS))
    .filter(({ isFolder, isLink }) => !isFolder && !isLink)
    .flatMap(({ name }) => parseSealName(name) ?? [])
    .sort((a, b) => a - b)
    .flatMap((number) => {
      const path = join(archive, formatSealPath(number));
      if (!lstatSync(path).isFile()) return []; // a pipe would never end
      return [{ number, bytes: readFileSync(path) }];
    });
}

/** Reads the list of the seals. `invalidLines` are numbers of lines, from 1. */
export function readSealList(archive: string): { lines: SealLine[]; invalidLines: number[] } {
  const text = readIfPresent(join(archive, SEAL_LIST))?.toString('utf8') ?? '';
  if (text === '') return { lines: [], invalidLines: [] };
  const parsed = text.replace(/\n$/, '').split('\n').map(parseLine);
  return {
    lines: parsed.flatMap((line) => line ?? []),
    invalidLines: parsed.flatMap((line, index) => (line ? [] : [index + 1])),
  };
}

function parseLine(line: string): SealLine | null {
  const [, hash, name] = /^([0-9a-f]{64}) {2}seals\/([^/]+)$/.exec(line) ?? [];
  const number = parseSealName(name ?? '');
  return hash !== undefined && number !== null ? { sha256: hash, number } : null;
}

/** Formats the line of a seal in the list as `sha256sum` would. */
export function formatSealLine({ number, bytes }: Seal): string {
  return `${sha256(bytes)}  ${formatSealPath(number)}\n`;
}
