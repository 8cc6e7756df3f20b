import { MANIFEST } from './manifest.js';

/**
 * The register: `register.txt` in the archive, a line for each version in the order in which they were issued, with the hash
 * of its manifest. It is the witness that a version has been there, and `sha256sum -c register.txt` reads it too.
 */
export interface RegisterLine {
  sha256: string;
  /** The version's folder below the archive. */
  folder: string;
}

export const REGISTER = 'register.txt';

export function formatRegister(lines: RegisterLine[]): string {
  return lines.map(({ sha256, folder }) => `${sha256}  ${folder}/${MANIFEST}\n`).join('');
}

/** The lines of a register; `faults` are the numbers, from 1, of lines that are none. */
export function parseRegister(text: string): { lines: RegisterLine[]; faults: number[] } {
  const lines: RegisterLine[] = [];
  const faults: number[] = [];
  const parts = text.split('\n');
  if (parts.at(-1) === '') parts.pop();
  parts.forEach((line, index) => {
    const match = LINE.exec(line);
    if (match?.[1] !== undefined && match[2] !== undefined)
      lines.push({ sha256: match[1], folder: match[2] });
    else faults.push(index + 1);
  });
  return { lines, faults };
}

const LINE = /^([0-9a-f]{64}) {2}([a-z0-9.-]+(?:\/[a-z0-9.-]+){3})\/manifest\.json$/;
