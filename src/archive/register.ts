import { sha256 } from '../sha256.js';
import { MANIFEST } from './manifest.js';
import { WITHDRAWAL } from './withdrawal.js';

/**
 * A line of `register.txt`: a version, with the hash of its manifest, or the withdrawal of a version, with the hash of its
 * record. The register lists all of them in the order of their time, and so proves that each once existed.
 * `sha256sum -c register.txt` can read it.
 */
export interface RegisterLine {
  sha256: string;
  /** The version's folder below the archive. */
  folder: string;
  file: typeof MANIFEST | typeof WITHDRAWAL;
}

export const REGISTER = 'register.txt';

/** Formats the register as `sha256sum` would. */
export function formatRegister(lines: RegisterLine[]): string {
  return lines.map((line) => `${line.sha256}  ${formatRegisterPath(line)}\n`).join('');
}

/** Formats the path of a line's file below the archive. */
export function formatRegisterPath({ folder, file }: Pick<RegisterLine, 'folder' | 'file'>): string {
  return `${folder}/${file}`;
}

/** Returns the SHA-256 of a register, as `sha256sum register.txt` prints it. */
export function hashRegister(lines: RegisterLine[]): string {
  return sha256(formatRegister(lines));
}

/** Parses a register. `invalidLines` are numbers of lines, from 1. */
export function parseRegister(text: string): { lines: RegisterLine[]; invalidLines: number[] } {
  if (text === '') return { lines: [], invalidLines: [] };
  const parsed = text.replace(/\n$/, '').split('\n').map(parseLine);
  return {
    lines: parsed.flatMap((line) => line ?? []),
    invalidLines: parsed.flatMap((line, index) => (line ? [] : [index + 1])),
  };
}

const LINE_PATTERN = /^([0-9a-f]{64}) {2}([a-z0-9.-]+(?:\/[a-z0-9.-]+){3})\/([a-z]+\.json)$/;

function parseLine(line: string): RegisterLine | null {
  const [, sha256, folder, name] = LINE_PATTERN.exec(line) ?? [];
  const file = ([MANIFEST, WITHDRAWAL] as const).find((known) => known === name);
  return sha256 !== undefined && folder !== undefined && file !== undefined ? { sha256, folder, file } : null;
}
