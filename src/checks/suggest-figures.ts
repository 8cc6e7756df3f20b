import { formatBareValue, formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import type { NamedFigure } from '../model/manuscript.js';
import { isFraction, isMoney } from '../model/unit.js';
import type { CheckablePaper } from './checkable-paper.js';
import type { Passage } from './list-passages.js';
import { parseNumber, parsePounds } from './parse-number.js';
import { splitWords } from './claims/split-words.js';
import { stemWord } from './claims/stem-word.js';

/** A number as an author typed it, with the words after it. */
interface TypedNumber {
  passage: Passage;
  at: number;
  text: string;
}

/** Finds the figures that a typed number equals, the likeliest first. */
export type SuggestFigures = (typed: TypedNumber) => NamedFigure[];

const MAX_SUGGESTIONS = 3;
/** A smaller count is a suggestion only if the sentence has a word of the figure's label. */
const TELLING_COUNT = 13;
/** The number of characters on each side of a number in which words of a label count. */
const WINDOW = 160;

/** Makes the function that suggests figures. Figures are indexed once, since a paper may have many typed numbers. */
export function makeFigureSuggester({ manuscript, passages }: CheckablePaper): SuggestFigures {
  let index: Map<string, NamedFigure[]> | null = null;
  return (typed) => {
    index ??= indexFigures(manuscript.listNamedFigures());
    const equal = index.get(toKey(typed)) ?? [];
    if (equal.length === 0) return [];
    const stems = listStemsAround(typed);
    const printed = listPrintedIds(passages, typed.passage);
    return equal
      .map((named) => ({ named, shared: countShared(named, stems) }))
      .filter(({ named, shared }) => shared > 0 || isTelling(named))
      .map(({ named, shared }) => ({ named, rank: rankFigure(named, shared, printed) }))
      .sort((a, b) => b.rank - a.rank)
      .slice(0, MAX_SUGGESTIONS)
      .map(({ named }) => named);
  };
}

/** Writes the expression that prints a figure, or says where an item of a list is. */
export function describeExpression({ path, item, figure }: NamedFigure, typed: string): string {
  if (item !== null) return `"${item}" in ${path}`;
  const change = /^(measures\.[^.]+)\.change\.figure$/.exec(path)?.[1];
  if (change !== undefined && figure.unit === 'points') return `{{points ${change}}}`;
  return /^\p{L}/u.test(typed) ? `{{words ${path}}}` : `{{${path}}}`;
}

function indexFigures(figures: readonly NamedFigure[]): Map<string, NamedFigure[]> {
  const index = new Map<string, NamedFigure[]>();
  const seen = new Set<string>();
  for (const named of figures) {
    const { id, value, period = '' } = named.figure;
    const identity = `${id} ${value ?? ''} ${period}`;
    if (value === null || seen.has(identity)) continue;
    seen.add(identity);
    const key = toFigureKey(named.figure);
    const equal = index.get(key);
    if (equal) equal.push(named);
    else index.set(key, [named]);
  }
  return index;
}

function toFigureKey(figure: Figure): string {
  const { unit } = figure;
  if (isMoney(unit)) return `pounds ${parsePounds(formatValue(figure))}`;
  return `${isFraction(unit) ? unit : 'number'} ${toDigits(formatBareValue(figure))}`;
}

function toKey({ passage, at, text }: TypedNumber): string {
  if (/^\p{L}/u.test(text)) return `number ${parseNumber(text)}`;
  const after = passage.text.slice(at + text.length, at + text.length + 24);
  if (text.endsWith('%') || /^\s*per\s?cent\b/.test(after)) return `percent ${toDigits(text)}`;
  if (/^\s*(?:percentage\s)?points?\b/.test(after)) return `points ${toDigits(text)}`;
  return text.startsWith('£') ? `pounds ${parsePounds(text)}` : `number ${toDigits(text)}`;
}

function toDigits(text: string): string {
  return text.replace(/[^\d.]/g, '');
}

function isTelling({ figure }: NamedFigure): boolean {
  return figure.unit === 'percent' || isMoney(figure.unit) || Math.abs(figure.value ?? 0) >= TELLING_COUNT;
}

function listStemsAround({ passage, at }: TypedNumber): Set<string> {
  const around = passage.text.slice(Math.max(0, at - WINDOW), at + WINDOW);
  return new Set(splitWords(around).map(stemWord));
}

function countShared({ figure, item }: NamedFigure, stems: ReadonlySet<string>): number {
  const words = splitWords(`${figure.label} ${item ?? ''}`).filter((word) => word.length > 3);
  return new Set(words.map(stemWord).filter((stem) => stems.has(stem))).size;
}

/** Returns the ids of the figures that the section of a passage prints. */
function listPrintedIds(passages: readonly Passage[], { section }: Passage): Set<string> {
  return new Set(
    passages
      .filter((passage) => passage.section === section)
      .flatMap(({ parts }) => parts)
      .flatMap(({ inline }) => (inline.kind === 'value' && inline.figure ? [inline.figure.id] : [])),
  );
}

/** Words of the label count most, then the section; a latest value comes before other figures of its measure. */
function rankFigure(
  { path, item, figure }: NamedFigure,
  shared: number,
  printed: ReadonlySet<string>,
): number {
  const isMain = item === null && /\.value$|^facts\./.test(path);
  return shared * 4 + (printed.has(figure.id) ? 2 : 0) + (isMain ? 1 : 0) - (item === null ? 0 : 1);
}
