import { capitalise, joinNames, uncapitalise } from '../format/words.js';
import { formatValue } from '../format/figures.js';
import type { Figure } from '../model/figure.js';
import { groupBy } from '../model/group-by.js';
import { toPlainText, walkInlines } from '../model/inline.js';
import { formatPlace } from '../model/problem.js';
import { MARKS } from '../model/mark.js';
import type { Cell } from '../model/manuscript.js';
import { joinNotes } from './table-notes.js';

/** The note under a table with a margin of error that the paper did not compute. */
export const MARGIN_NOTE = '± is the margin of error, as its source publishes it.';

/** A figure of a table or chart, with the name of its row. */
interface NamedFigure {
  name: string;
  figure: Figure;
}

/**
 * Writes the notes of the figures in a table or chart, and of the revised figures behind them. Figures with the same note
 * share it. `headings` are those of the columns; the first column, and each one with the same heading, names the row.
 */
export function writeFigureNotes(headings: readonly string[], rows: readonly Cell[][]): string | null {
  const named = rows.flatMap((cells) => nameFigures(headings, cells));
  const noted = named.filter(({ figure }) => figure.note !== undefined && figure.value !== null);
  const notes = [...groupBy(noted, ({ figure }) => figure.note ?? '')].map(([note, figures]) => {
    const names = new Set(figures.map(({ name }) => uncapitalise(name)));
    return `${capitalise(note)}: ${joinNames([...names])}.`;
  });
  const figures = named.flatMap(({ figure }) => listInputs(figure));
  // A sum of one count has the break of that count.
  const broken = [
    ...new Map(figures.toReversed().map((figure) => [formatBreak(figure), figure])).values(),
  ].toReversed();
  const reasons = [...figures.flatMap(describeRevision), ...broken.flatMap(describeBreak)];
  const margin = named.some(({ figure }) => figure.margin !== undefined) ? MARGIN_NOTE : null;
  return joinNotes([...notes, ...new Set(reasons), margin]);
}

function nameFigures(headings: readonly string[], cells: Cell[]): NamedFigure[] {
  let name = '';
  return cells.flatMap((cell, index) => {
    const inlines = Array.isArray(cell) ? cell : [];
    if (headings[index] === headings[0]) name = toPlainText(inlines);
    return [...walkInlines(inlines)].flatMap((inline) =>
      inline.kind === 'value' && inline.figure ? [{ name, figure: inline.figure }] : [],
    );
  });
}

/** Lists a figure and everything that it is computed from. */
function listInputs(figure: Figure): Figure[] {
  return [figure, ...(figure.inputs ?? []).flatMap(listInputs)];
}

/** Describes the revision of a figure: "Revised from 60: delay, this year. Cases were reclassified." */
export function describeRevision(figure: Figure): string[] {
  const { revised, revisedFrom } = figure;
  if (revised === undefined) return [];
  const { value, period } = revisedFrom ?? {};
  const from = value === undefined ? '' : ` from ${formatValue({ ...figure, value })}`;
  const of = period === undefined ? '' : ` (${period})`;
  return [
    `${MARKS.revised.symbol} Revised${from}${of}: ${nameFigure(figure)}.${revised === '' ? '' : ` ${closeSentence(revised)}`}`,
  ];
}

/** Names a break by its place. */
function formatBreak({ seriesBreak, place }: Figure): string {
  return seriesBreak === undefined ? '' : formatPlace(place);
}

function describeBreak(figure: Figure): string[] {
  if (figure.seriesBreak === undefined) return [];
  const symbol = MARKS.break.symbol;
  return [
    `${symbol} Not comparable with earlier: ${nameFigure(figure)}. ${closeSentence(figure.seriesBreak)}`,
  ];
}

function nameFigure({ label, period }: Figure): string {
  return period === undefined ? label : `${label}, ${period}`;
}

function closeSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
