import { formatCodePoint } from '../format/words.js';
import type { Document } from '../model/document.js';
import type { SourceFile } from '../model/source-file.js';
import { makeError, removeDuplicates, type Place, type Problem } from '../model/problem.js';
import { listPrintedTexts } from './list-printed-texts.js';
import { ALWAYS_PRINTABLE, loadCoverage } from './load-coverage.js';

/** Reports characters without a glyph: a reader would see an empty box. Drawings use the same typeface. */
export async function findUnprintable(document: Document, files: SourceFile[]): Promise<Problem[]> {
  const suspects = listPrintedTexts(document).filter(({ text }) => !ALWAYS_PRINTABLE.test(text));
  if (suspects.length === 0) return [];
  const isPrintable = await loadCoverage();
  const problems = suspects.flatMap(({ text, place }) =>
    [...new Set(text)]
      .filter((character) => !isPrintable(character))
      .map((character) => describeUnprintable(character, findCharacter(character, place, files))),
  );
  return removeDuplicates(problems);
}

function describeUnprintable(character: string, place: Place | undefined): Problem {
  return makeError(
    'character-prints',
    place,
    `the typeface has no "${character}" (${formatCodePoint(character)})`,
    {
      expected: 'letters of the Latin, Greek or Cyrillic alphabets, figures and common signs',
      hint: 'Write it in Latin letters, or use words instead.',
    },
  );
}

/** Returns the first place of a character: after its block's start, else in the same file, else in any file. */
function findCharacter(character: string, block: Place | undefined, files: SourceFile[]): Place | undefined {
  if (block?.sheet !== undefined) return block; // a cell of a workbook is place enough
  const blockFile = files.filter(({ path }) => path === block?.file);
  return (
    findInFiles(blockFile, character, block?.line ?? 1) ??
    findInFiles(blockFile, character, 1) ??
    findInFiles(files, character, 1) ??
    block
  );
}

/** Searches from a line on, counted from 1. Skips YAML comments. */
function findInFiles(files: SourceFile[], character: string, startLine: number): Place | undefined {
  for (const { path, text } of files) {
    const lines = text.split('\n');
    const index = lines.findIndex(
      (line, lineIndex) => lineIndex >= startLine - 1 && line.includes(character) && !/^\s*#/.test(line),
    );
    if (index >= 0)
      return { file: path, line: index + 1, column: (lines[index]?.indexOf(character) ?? 0) + 1 };
  }
  return undefined;
}
