import type { ParagraphChild, TextRun } from 'docx';
import { escapeRegExp } from '../../model/escape-reg-exp.js';
import type { Inline } from '../../model/inline.js';
import type { OfKind } from '../../model/of-kind.js';
import { getSignalColour } from '../../model/theme.js';
import { makeElement } from '../element.js';
import type { WordContext } from '../word-context.js';
import { createField } from './create-field.js';
import { createTextRun } from './create-text-run.js';
import type { RunLook } from './run-look.js';
import { toHex } from './to-hex.js';

/**
 * Returns a reference to another place in the document. The numbers in its words are fields, so that they follow when Word numbers the
 * document again. Words without such a number are a link. A reference without a target is struck out.
 */
export function createReference(
  { target, end, text, signal }: OfKind<Inline, 'reference'>,
  look: RunLook,
  context: WordContext,
): ParagraphChild[] {
  if (target === null) return [createTextRun(text, { ...look, bold: true, strike: true })];
  const { theme, bookmarks } = context;
  const color = toHex(signal ? getSignalColour(signal, theme) : theme.colours.accent);
  const createRun = (words: string): TextRun => createTextRun(words, { color, ...look });
  const parts = splitReference(text, [target, ...(end === undefined ? [] : [end])], context);
  if (parts.some(({ instruction }) => instruction !== null))
    return parts.flatMap((part) => {
      const run = createRun(part.text);
      return part.instruction === null ? [run] : createField(part.instruction, [run]);
    });
  const bookmark = bookmarks.find(target);
  const run = createRun(text);
  return bookmark === null
    ? [run]
    : [makeElement('w:hyperlink', { 'w:anchor': bookmark, 'w:history': 1 }, [run])];
}

interface Part {
  text: string;
  /** The field that computes the text. Null for words. */
  instruction: string | null;
}

/** Splits the words of a reference around the numbers of its targets: "paragraphs ", 3, " to ", 5. */
function splitReference(text: string, targets: readonly string[], context: WordContext): Part[] {
  let rest = text;
  const parts: Part[] = [];
  for (const target of targets) {
    const field = findField(target, context);
    const found =
      field &&
      new RegExp(`(?<![\\p{L}\\p{N}.])${escapeRegExp(field.text)}(?![\\p{L}\\p{N}]|\\.\\d)`, 'u').exec(rest);
    if (!field || !found) continue;
    parts.push({ text: rest.slice(0, found.index), instruction: null }, field);
    rest = rest.slice(found.index + field.text.length);
  }
  return [...parts, { text: rest, instruction: null }].filter((part) => part.text !== '');
}

/** Returns the number of a target, and the field that computes it. Null if Word does not number it, or would write it differently. */
function findField(target: string, { bookmarks, numbers, captions }: WordContext): Part | null {
  const caption = captions.get(target);
  const captionBookmark = bookmarks.findNumber(target);
  if (caption && captionBookmark !== null)
    return {
      text: `${caption.word}${caption.count}${caption.letter}`,
      instruction: `REF ${captionBookmark} \\h`,
    };
  const number = numbers.get(target);
  const bookmark = bookmarks.find(target);
  if (!number || bookmark === null || number.kind === 'appendix') return null;
  return { text: number.text, instruction: `REF ${bookmark} \\n \\h` };
}
