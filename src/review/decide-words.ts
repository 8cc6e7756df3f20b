import { alignText, type Alignment } from './align-text.js';
import { explainComputed, refuse } from './explain-computed.js';
import { matchVersions } from './match-versions.js';
import { normaliseCharacter, type Glyph, type Passage } from './passage.js';
import type { Decision, Slot } from './proposal.js';
import { formatPlace } from '../model/problem.js';
import type { SourceOffset, SourceOffsets } from './source-offsets.js';
import { getInsertedText, PARAGRAPH_END, type Hunk, type ReturnedParagraph } from './word-text.js';
import { escapeLineStart, writeMarkdown } from './write-markdown.js';

/** Decides on changes of words in one paragraph. */
export function createWordDecider(
  paragraph: ReturnedParagraph,
  passage: Passage,
  sources: SourceOffsets,
): (hunk: Hunk) => Decision {
  const { before, hunks } = paragraph;
  const changes = hunks.map((hunk) => ({ ...hunk, inserted: normalise(getInsertedText(hunk)) }));
  const versions = matchVersions(before, changes, passage.text);
  const alignment = versions ? [] : alignText(before, passage.text);
  return (hunk) => {
    const slot = versions?.[hunks.indexOf(hunk)];
    if (slot?.version === 'after') return { state: 'applied' };
    return decide(hunk, { paragraph, passage, sources, slot: slot ?? findSlot(hunk, alignment, passage) });
  };
}

interface Context {
  paragraph: ReturnedParagraph;
  passage: Passage;
  sources: SourceOffsets;
  /** The stretch of the passage that the change is of. Null if its neighbours are gone. */
  slot: Slot | null;
}

function decide(hunk: Hunk, context: Context): Decision {
  const { paragraph, passage, sources, slot } = context;
  const removed = paragraph.before.slice(hunk.from, hunk.to);
  const inserted = normalise(getInsertedText(hunk));
  if (!slot) return { state: 'conflict', now: passage.text };
  const now = passage.text.slice(slot.from, slot.to);
  if (now !== removed)
    return now === inserted
      ? { state: 'applied' }
      : { state: 'conflict', now: showAround(passage.text, slot) };
  const glyphs = passage.glyphs.slice(slot.from, slot.to);
  const computed = glyphs.filter((glyph) => glyph.place === null);
  if (computed.length > 0) return explainComputed(computed, passage, sources);
  if (hunk.inserted.some(({ control }) => control !== null)) return explainInside(slot, context);
  const object = explainObject(hunk, passage);
  if (object) return object;
  const cell = passage.glyphs.find(({ place }) => place?.sheet !== undefined)?.place;
  if (cell) return refuse('the words come from a workbook.', `Change them in ${formatPlace(cell)}.`);
  const cuts = listCuts(glyphs, sources);
  if (!cuts)
    return refuse(
      'the words are not in the file as they are printed.',
      `Change what prints them at ${formatPlace(glyphs[0]?.place ?? passage.place)}.`,
    );
  const spot = findSpot(hunk, slot, cuts, context);
  if (!spot) return explainInside(slot, context);
  return {
    state: 'ready',
    slot,
    change: {
      kind: 'splice',
      file: spot.file,
      cuts: cuts.map(({ start, end }) => ({ start, end })),
      at: spot.offset,
      insert: writeInserted(hunk, spot, context),
    },
  };
}

/** Finds the characters of the passage between the neighbours of a change. Null if the neighbours are gone. */
function findSlot({ from, to }: Hunk, alignment: Alignment, passage: Passage): Slot | null {
  const left = from === 0 ? -1 : (alignment[from - 1] ?? null);
  const right = alignment[to] ?? null;
  const isFirst = alignment.slice(0, from).every((position) => position === null);
  const isLast = alignment.slice(to).every((position) => position === null);
  const start = left ?? (isFirst ? -1 : null);
  const end = right ?? (isLast ? passage.text.length : null);
  return start === null || end === null || end < start + 1 ? null : { from: start + 1, to: end };
}

function normalise(text: string): string {
  return Array.from(text, normaliseCharacter).join('');
}

/** The characters around a conflict that a reader sees. */
const SHOWN = 40;

function showAround(text: string, { from, to }: Slot): string {
  const [start, end] = [Math.max(0, from - SHOWN), Math.min(text.length, to + SHOWN)];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function explainObject(hunk: Hunk, { kind, place }: Passage): Decision | null {
  const { inserted, deleted } = hunk;
  if ([...inserted, ...deleted].some(({ note }) => note !== null))
    return refuse('the change has a footnote.', 'Write footnotes in the text: [^1], and [^1]: below it.');
  if ([...inserted, ...deleted].some(({ picture }) => picture !== null))
    return refuse('the change has a picture.', 'Add pictures to the text as files of the project.');
  if (kind !== 'paragraph' && getInsertedText(hunk).includes(PARAGRAPH_END))
    return refuse(
      'it splits a text that is no paragraph.',
      `Split it at ${formatPlace(place)}, if that is right.`,
    );
  return null;
}

/** A change inside a figure, or between two figures without any text. */
function explainInside({ from, to }: Slot, { passage, sources }: Context): Decision {
  const beside = [passage.glyphs[from - 1], passage.glyphs[to]].filter((glyph) => glyph !== undefined);
  return explainComputed(
    beside.filter(({ inline }) => inline?.kind !== 'text'),
    passage,
    sources,
  );
}

interface Cut extends SourceOffset {
  start: number;
  end: number;
}

/** Lists the stretches of the source to remove. A backslash goes with its character. Null if the source has changed. */
function listCuts(glyphs: readonly Glyph[], sources: SourceOffsets): Cut[] | null {
  const cuts: Cut[] = [];
  for (const glyph of glyphs) {
    const found = sources.find(glyph);
    if (!found) return null;
    const { file, offset } = found;
    const text = sources.getText(file);
    const start = isEscaped(text, offset) ? offset - 1 : offset;
    const end = skipLineBreak(text, offset);
    const last = cuts.at(-1);
    if (last && last.file !== file) return null;
    if (last?.end === start) last.end = end;
    else cuts.push({ file, offset, start, end });
  }
  return cuts;
}

/** Returns the offset after a character. A line break in the source is printed as a space, with the indentation after it. */
function skipLineBreak(text: string, offset: number): number {
  let after = offset + 1;
  if (/[\r\n]/.test(text[offset] ?? '')) while (/\s/.test(text[after] ?? '')) after++;
  return after;
}

function isEscaped(text: string, offset: number): boolean {
  return text[offset - 1] === '\\' && /[!-/:-@[-`{-~]/.test(text[offset] ?? '');
}

interface Spot extends SourceOffset {
  /** The character beside the spot, whose look the inserted text has. */
  beside: Glyph;
}

/** Finds where new text goes: in place of the removed text, or beside a character of the author's. */
function findSpot(hunk: Hunk, slot: Slot, cuts: readonly Cut[], { passage, sources }: Context): Spot | null {
  const [cut] = cuts;
  const first = passage.glyphs[slot.from];
  if (cut && first) return { file: cut.file, offset: cut.start, beside: first };
  const spots = [
    findSpotAfter(passage.glyphs[slot.from - 1], sources),
    findSpotBefore(passage.glyphs[slot.to], sources),
  ].filter((spot) => spot !== null);
  const [run] = hunk.inserted;
  const isAlike = ({ beside }: Spot): boolean =>
    beside.isStrong === run?.isBold && beside.isEmphasis === run.isItalic;
  return (
    spots.find(isAlike) ??
    spots.find(({ beside }) => !beside.isStrong && !beside.isEmphasis) ??
    spots[0] ??
    null
  );
}

function findSpotAfter(glyph: Glyph | undefined, sources: SourceOffsets): Spot | null {
  const found = sources.find(glyph);
  if (!found || !glyph) return null;
  return {
    file: found.file,
    offset: skipLineBreak(sources.getText(found.file), found.offset),
    beside: glyph,
  };
}

function findSpotBefore(glyph: Glyph | undefined, sources: SourceOffsets): Spot | null {
  const found = sources.find(glyph);
  if (!found || !glyph) return null;
  const { file, offset } = found;
  return { file, offset: isEscaped(sources.getText(file), offset) ? offset - 1 : offset, beside: glyph };
}

/** A style may print a whole paragraph in bold, which is no markup. */
function writeInserted(
  { inserted }: Hunk,
  { file, offset, beside }: Spot,
  { paragraph, sources }: Context,
): string {
  const isAll = (look: 'isBold' | 'isItalic'): boolean => paragraph.runs.every((run) => run[look]);
  const markdown = writeMarkdown(inserted, {
    isStrong: beside.isStrong || isAll('isBold'),
    isEmphasis: beside.isEmphasis || isAll('isItalic'),
  });
  const text = sources.getText(file);
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return line.trim() === '' ? escapeLineStart(markdown) : markdown;
}
