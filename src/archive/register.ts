import { MANIFEST } from './manifest.js';

/**
 * A line of `register.txt`: a version, with the hash of its manifest. The register lists all versions in the order of their
 * issue, and so proves that a version once existed. `sha256sum -c register.txt` can read it.
 */
export interface RegisterLine {
  sha256: string;
  /** The version's folder below the archive. */
  folder: string;
}

export const REGISTER = 'register.txt';

/** Formats the register as `sha256sum` would. */
export function formatRegister(lines: RegisterLine[]): string {
  return lines.map(({ sha256, folder }) => `${sha256}  ${folder}/${MANIFEST}\n`).join('');
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

const LINE_PATTERN = /^([0-9a-f]{64}) {2}([a-z0-9.-]+(?:\/[a-z0-9.-]+){3})\/manifest\.json$/;

function parseLine(line: string): RegisterLine | null {
  const [, sha256, folder] = LINE_PATTERN.exec(line) ?? [];
  return sha256 !== undefined && folder !== undefined ? { sha256, folder } : null;
}
