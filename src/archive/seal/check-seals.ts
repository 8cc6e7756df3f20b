import { join } from 'node:path';
import { readIfPresent } from '../../disk/read-if-present.js';
import { listEntries } from '../../disk/list-entries.js';
import { formatCount } from '../../format/words.js';
import { sha256 } from '../../sha256.js';
import { isHarmlessFile } from '../is-harmless-file.js';
import type { ArchiveFinding } from '../read-archive.js';
import { REGISTER } from '../register.js';
import { findSealedPart } from './find-sealed-part.js';
import {
  formatSealPath,
  LARGEST_SEAL,
  parseSealName,
  readSealList,
  readSeals,
  SEAL_LIST,
  SEALS,
  type Seal,
} from './seal.js';
import type { InvalidTimestamp } from './timestamp.js';

/** A seal that was checked. */
export interface CheckedSeal {
  number: number;
  time: Date;
  authority: string;
  /** The number of the register's lines that it covers, from the first. */
  lines: number;
}

export interface SealVerdict {
  /** The seals that hold, the oldest first. */
  seals: CheckedSeal[];
  /** The number of lines in the register. */
  registerLines: number;
  faults: ArchiveFinding[];
  /** Seals that the list lacks, because `papers seal` was stopped between the two. The next one adds them. */
  unlisted: ArchiveFinding[];
}

/**
 * Checks every seal of an archive, without a network: its signature, and that the register still begins with what it covers.
 * `trusted` has the certificates that the project keeps. It is null if the project names none: then no seal can be checked.
 */
export async function checkSeals(
  archive: string,
  trusted: readonly Uint8Array[] | null,
): Promise<SealVerdict> {
  const register = readIfPresent(join(archive, REGISTER)) ?? Buffer.alloc(0);
  const registerLines = register.toString('latin1').split('\n').length - 1;
  const seals = readSeals(archive);
  const verdict: SealVerdict = {
    seals: [],
    registerLines,
    faults: checkList(archive, seals),
    unlisted: findUnlisted(archive, seals),
  };
  if (seals.length === 0) return verdict;
  if (trusted === null) {
    const message = `cannot be checked: name the certificate of the authority under time-stamping: in data/organisation.yaml, or with --certificate`;
    return { ...verdict, faults: [...verdict.faults, { path: SEALS, message }] };
  }
  for (const seal of seals) {
    const { checked, fault } = await checkSeal(seal, register, trusted);
    if (checked) verdict.seals.push(checked);
    else verdict.faults.push({ path: formatSealPath(seal.number), message: fault });
  }
  return { ...verdict, faults: [...verdict.faults, ...findDisorder(verdict.seals)] };
}

async function checkSeal(
  { number, bytes }: Seal,
  register: Uint8Array,
  trusted: readonly Uint8Array[],
): Promise<{ checked: CheckedSeal; fault: null } | { checked: null; fault: string }> {
  if (bytes.length > LARGEST_SEAL) return { checked: null, fault: 'is larger than any timestamp' };
  const { readImprint, verifyTimestamp } = await import('./timestamp.js'); // loads the library of certificates
  try {
    const part = findSealedPart(register, readImprint(bytes));
    if (!part) return { checked: null, fault: NOT_CONTINUED };
    const { time, authority } = await verifyTimestamp(bytes, part.bytes, trusted);
    return { checked: { number, time, authority, lines: part.lines }, fault: null };
  } catch (error) {
    if (!isInvalidTimestamp(error)) throw error;
    return { checked: null, fault: `the timestamp ${error.message}` };
  }
}

/** The class comes from a bundle of its own, so that it is recognised by its name. */
export function isInvalidTimestamp(error: unknown): error is InvalidTimestamp {
  return error instanceof Error && error.constructor.name === 'InvalidTimestamp';
}

const NOT_CONTINUED = `seals another register: ${REGISTER} does not begin with what this seal covers. A version was taken back, all was issued anew, or the seal is not of this archive`;

/** Checks that the list has each seal, in order, with its hash. So a seal that was removed is found. */
function checkList(archive: string, seals: readonly Seal[]): ArchiveFinding[] {
  const { lines, invalidLines } = readSealList(archive);
  const present = new Map(seals.map((seal) => [seal.number, seal]));
  return [
    ...invalidLines.map((line) => ({
      path: SEAL_LIST,
      message: `line ${line} is not a valid line of the list of seals: restore the file from git`,
    })),
    ...lines.flatMap(({ number, sha256: hash }, index): ArchiveFinding[] => {
      const path = formatSealPath(number);
      const seal = present.get(number);
      if (number !== index + 1)
        return [
          { path: SEAL_LIST, message: `line ${index + 1} is of seal ${number}: a line was removed or moved` },
        ];
      if (!seal) return [{ path, message: `is missing (line ${index + 1} of ${SEAL_LIST})` }];
      return sha256(seal.bytes) === hash ? [] : [{ path, message: 'is not the seal that was stored' }];
    }),
    ...findStrayFiles(archive),
  ];
}

function findUnlisted(archive: string, seals: readonly Seal[]): ArchiveFinding[] {
  const { lines } = readSealList(archive);
  return seals
    .filter(({ number }) => !lines.some((line) => line.number === number))
    .map(({ number }) => ({
      path: formatSealPath(number),
      message: `is not in ${SEAL_LIST}: papers seal adds it`,
    }));
}

function findStrayFiles(archive: string): ArchiveFinding[] {
  return listEntries(join(archive, SEALS))
    .filter(
      ({ name, isFolder, isLink }) => !isLink && (isFolder ? !isMeetingFolder(name) : !isKnownFile(name)),
    )
    .map(({ name }) => ({
      path: `${SEALS}/${name}`,
      message: 'does not belong to the archive: it is no seal',
    }));
}

/** A committee can be called "seals", too: its folders are named for meetings. */
function isMeetingFolder(name: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(name);
}

function isKnownFile(name: string): boolean {
  return parseSealName(name) !== null || isHarmlessFile(name);
}

/** A later seal covers at least as much, at a later time. */
function findDisorder(seals: readonly CheckedSeal[]): ArchiveFinding[] {
  return seals.flatMap((seal, index) => {
    const earlier = seals[index - 1];
    if (!earlier || (seal.lines >= earlier.lines && seal.time >= earlier.time)) return [];
    const message = `covers ${formatCount(seal.lines, 'line')} at ${seal.time.toISOString()}, but seal ${earlier.number} covers ${earlier.lines} at ${earlier.time.toISOString()}: they were put in another order`;
    return [{ path: formatSealPath(seal.number), message }];
  });
}
