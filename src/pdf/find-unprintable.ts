import { FONT_FILES } from '../fonts.js';
import { listSections } from '../model/list-sections.js';
import type { Document } from '../model/document.js';
import type { Section } from '../model/section.js';
import { listInlineRuns, type Block } from '../model/blocks/block.js';
import { toPlainText, type Inline } from '../model/inline.js';
import type { SourceFile } from '../model/source-file.js';
import { makeError, type Place, type Problem } from '../model/problem.js';

/** Text as it is drawn, and where its author wrote it, as nearly as is known. */
interface Printed {
  text: string;
  place: Place | undefined;
}

/** What every face of the typeface has (a test holds it to that): nearly every paper has nothing else, and needs no font opened. */
export const SURELY_PRINTS =
  /^[\u0020-\u007e\u00a0-\u017f\u2010-\u2015\u2018-\u201e\u2022\u2026\u2212\u25b2\u25bc\u25b3\u25bd]*$/;

/**
 * Characters that the typeface has no glyph for, each at its place: a reader would see an empty box. Charts and diagrams
 * are set in the same typeface.
 */
export async function findUnprintable(document: Document, files: SourceFile[]): Promise<Problem[]> {
  const doubtful = printedTexts(document).filter(({ text }) => !SURELY_PRINTS.test(text));
  if (doubtful.length === 0) return [];
  const prints = await coverage();
  const found = doubtful.flatMap(({ text, place }) =>
    [...new Set(text)]
      .filter((character) => !SURELY_PRINTS.test(character) && !prints(character))
      .map((character) => unprintable(character, placeOf(character, place, files))),
  );
  return [...new Map(found.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function unprintable(character: string, place: Place | undefined): Problem {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return makeError('character-prints', place, `the typeface has no "${character}" (U+${code})`, {
    expected: 'letters of the Latin, Greek or Cyrillic alphabets, figures and common signs',
    hint: 'Write it in Latin letters, or say it in words.',
  });
}

/** Whether all four faces have a glyph. Soft hyphens and line ends are never drawn. */
async function coverage(): Promise<(character: string) => boolean> {
  const { openFont } = await import('../open-font.js');
  const fonts = Object.values(FONT_FILES).map(openFont);
  return (character) =>
    /[\u0000-\u001f\u00ad]/.test(character) ||
    fonts.every((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

/** The character itself: from its block's beginning on, or wherever in the sources it stands. */
function placeOf(character: string, block: Place | undefined, files: SourceFile[]): Place | undefined {
  const within = files.filter(({ path }) => path === block?.file);
  return (
    firstIn(within, character, block?.line ?? 1) ??
    firstIn(within, character, 1) ??
    firstIn(files, character, 1) ??
    block
  );
}

function firstIn(files: SourceFile[], character: string, from: number): Place | undefined {
  for (const { path, text } of files) {
    const lines = text.split('\n');
    const index = lines.findIndex(
      (line, at) => at >= from - 1 && line.includes(character) && !/^\s*#/.test(line),
    );
    if (index >= 0)
      return { file: path, line: index + 1, column: (lines[index]?.indexOf(character) ?? 0) + 1 };
  }
  return undefined;
}

function printedTexts(document: Document): Printed[] {
  const { title, masthead, header, running, statusText, changes, contentsTitle } = document;
  const edition = [statusText, changes?.title, changes?.text];
  const front = [title, ...Object.values(masthead), ...Object.values(running), ...edition, contentsTitle];
  const fields = header.fields.flatMap(({ name, value }) => [name, toPlainText(value)]);
  return [
    ...[...front, ...fields].map((text) => ({ text: text ?? '', place: undefined })),
    ...listSections(document).flatMap(sectionTexts),
  ];
}

function sectionTexts({ title, place, blocks }: Section): Printed[] {
  return [
    { text: title, place },
    ...blocks.flatMap((block) => blockTexts(block).map((text) => ({ text, place: block.place }))),
  ];
}

function blockTexts(block: Block): string[] {
  const runs = [...listInlineRuns(block)].map((run: Inline[]) => toPlainText(run));
  if (block.kind === 'chart')
    return [...runs, ...block.dataColumns, ...block.data.map(({ label }) => toPlainText(label))];
  if (block.kind !== 'diagram') return runs;
  const boxes = block.data.rows.flat().flatMap(({ title, text }) => [title, ...text]);
  return [...runs, ...boxes, ...block.data.arrows.map(({ label }) => label ?? '')];
}
