import { formatCodePoint } from '../format/words.js';
import type { Document } from '../model/document.js';
import type { SourceFile } from '../model/source-file.js';
import { makeError, removeDuplicates, type Place, type Problem } from '../model/problem.js';
import type { Theme } from '../model/theme.js';
import { hasCharacter, isBorrowed } from '../model/typeface-coverage.js';
import type { Typeface } from '../model/typeface.js';
import { listPrintedTexts } from './list-printed-texts.js';
import { ALWAYS_PRINTABLE, loadCoverage, NEVER_DRAWN } from './load-coverage.js';

/** Reports characters without a glyph: a reader would see an empty box. Drawings use the same typeface. */
export async function findUnprintable(
  document: Document,
  { typeface }: Theme,
  files: SourceFile[],
): Promise<Problem[]> {
  const suspects = listPrintedTexts(document).filter(
    ({ text }) => !ALWAYS_PRINTABLE.test(text) || !hasAll(typeface, text),
  );
  if (suspects.length === 0) return [];
  const isInProgramFont = await loadCoverage();
  const problems = suspects.flatMap(({ text, place, isPicture = false }) =>
    [...new Set(text)]
      .filter((character) => !isPrintable(character, typeface, isInProgramFont, isPicture))
      .map((character) => describeUnprintable(character, typeface, findCharacter(character, place, files))),
  );
  return removeDuplicates(problems);
}

function hasAll(typeface: Typeface, text: string): boolean {
  return (
    typeface.coverage === null || Array.from(text).every((character) => hasCharacter(typeface, character))
  );
}

/** Signs may come from the program's own typeface, but not in pictures, which are drawn as they are. */
function isPrintable(
  character: string,
  typeface: Typeface,
  isInProgramFont: (character: string) => boolean,
  isPicture: boolean,
): boolean {
  if (typeface.coverage === null || NEVER_DRAWN.test(character)) return isInProgramFont(character);
  if (hasCharacter(typeface, character)) return true;
  return !isPicture && isBorrowed(typeface, character) && isInProgramFont(character);
}

function describeUnprintable(
  character: string,
  { coverage, name }: Typeface,
  place: Place | undefined,
): Problem {
  if (coverage !== null)
    return makeError(
      'character-prints',
      place,
      `the typeface ${name} has no "${character}" (${formatCodePoint(character)})`,
      {
        expected: 'letters that all faces of the typeface have',
        hint: 'Name a typeface that has it in templates/theme/theme.yaml, or write it in other letters.',
      },
    );
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
