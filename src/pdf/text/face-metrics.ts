import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import type { Face } from './face.js';
import { findFaceTable, measureKerning, type FaceTable } from './face-table.js';
import { SIMPLE_CHARACTERS } from './simple-characters.js';

/** The glyphs, widths and kerning of simple characters, by their index in `SIMPLE_CHARACTERS`. Lengths are in font units. */
export interface FaceMetrics {
  glyphs: ArrayLike<number>;
  advances: ArrayLike<number>;
  findKerning: (left: number, right: number) => number;
}

/**
 * A cache for the life of the process. The metrics of a face never change. The key has the face's checksum, because a project may
 * replace a font by another version.
 */
const cache = new Map<string, FaceMetrics>();

/**
 * Returns the metrics of a face: from the table that the build wrote beside its file, or measured when they are first needed. `name`
 * is the path of the file, or another name of a face that a project brings.
 */
export function getFaceMetrics(face: Face, name: string): FaceMetrics {
  const key = `${name} ${face.head?.checkSumAdjustment ?? 0}`;
  const known = cache.get(key);
  if (known) return known;
  const table = isAbsolute(name) ? readTable(name) : null;
  const metrics = table ? useTable(table) : measureAtNeed(face);
  cache.set(key, metrics);
  return metrics;
}

function readTable(file: string): FaceTable | null {
  try {
    return JSON.parse(readFileSync(findFaceTable(file), 'utf8')) as FaceTable;
  } catch {
    return null;
  }
}

function useTable({ glyphs, advances, leftClasses, rightClasses, kerning }: FaceTable): FaceMetrics {
  return {
    glyphs,
    advances,
    findKerning: (left, right) => kerning[leftClasses[left] ?? 0]?.[rightClasses[right] ?? 0] ?? 0,
  };
}

const UNKNOWN = -32_768;

function measureAtNeed(face: Face): FaceMetrics {
  const size = SIMPLE_CHARACTERS.length;
  const glyphs = SIMPLE_CHARACTERS.map((character) => face.glyphForCodePoint(character.charCodeAt(0)));
  const kerning = new Int16Array(size * size).fill(UNKNOWN);
  return {
    glyphs: glyphs.map(({ id }) => id),
    advances: glyphs.map(({ advanceWidth }) => advanceWidth),
    findKerning: (left, right) => {
      const pair = left * size + right;
      if (kerning[pair] === UNKNOWN)
        [kerning[pair] = 0] = measureKerning(face, SIMPLE_CHARACTERS[left] ?? '', [
          SIMPLE_CHARACTERS[right] ?? '',
        ]);
      return kerning[pair] ?? 0;
    },
  };
}
