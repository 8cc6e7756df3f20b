import { findTarget } from '../edit/find-target.js';
import type { Figure } from '../model/figure.js';
import { formatPlace, type Place } from '../model/problem.js';
import type { Glyph, Passage } from './passage.js';
import type { FigureAtHome, Refused } from './proposal.js';
import type { SourceOffsets } from './source-offsets.js';

/** Explains why a change of computed text is refused, and where the text comes from. */
export function explainComputed(
  touched: readonly Glyph[],
  { place }: Passage,
  sources: SourceOffsets,
): Refused {
  const inlines = [...new Set(touched.map(({ inline }) => inline))];
  const figures = inlines.flatMap((inline) =>
    inline?.kind === 'value' && inline.figure
      ? [describeFigure(inline.figure, showText(inline.text), sources)]
      : [],
  );
  const [figure] = figures;
  if (figure)
    return {
      state: 'refused',
      reason: figures.map(describe).join(' '),
      hint: 'Change the figure there. The words around it can be changed in Word.',
      figures,
    };
  const other = inlines.find((inline) => inline !== null && inline.kind !== 'text');
  switch (other?.kind) {
    case 'reference':
      return refuse(
        `"${showText(other.text)}" is a reference, whose number the program writes.`,
        `Change it at ${formatPlace(other.place ?? place)}.`,
      );
    case 'value':
      return refuse(
        `"${showText(other.text)}" is filled in by the program.`,
        `Change what prints it at ${formatPlace(other.place ?? place)}.`,
      );
    case 'term':
      return refuse(
        `"${other.expansion} (${other.text})" is an acronym that the program writes out.`,
        `Change the text at ${formatPlace(other.place ?? place)}, or the acronym's meaning in the settings.`,
      );
    default:
      return refuse('the program writes these words.', `Change what prints them at ${formatPlace(place)}.`);
  }
}

export function refuse(reason: string, hint: string): Refused {
  return { state: 'refused', reason, hint, figures: [] };
}

/** The most inputs of a computed figure that a message names. */
const MOST_INPUTS = 3;

function describeFigure(
  { id, place, formula, inputs = [] }: Figure,
  prints: string,
  sources: SourceOffsets,
): FigureAtHome {
  const named = inputs.slice(0, MOST_INPUTS).map((input) => `${input.id} at ${formatPlace(input.place)}`);
  return {
    id,
    prints,
    place,
    typed: readTyped(place, sources),
    formula: formula === undefined ? null : `${formula}${named.length === 0 ? '' : `: ${named.join(', ')}`}`,
  };
}

function readTyped(place: Place, { getText }: SourceOffsets): string | null {
  return findTarget(getText(place.file), place).value?.text ?? null;
}

function describe({ id, prints, place, typed, formula }: FigureAtHome): string {
  if (formula !== null) return `"${prints}" is the figure ${id}, computed as ${formula}.`;
  return `"${prints}" is the figure ${id}, at ${formatPlace(place)}${typed === null ? '' : `, where it is ${typed}`}.`;
}

/** Terminals do not need spaces at which no line breaks. */
function showText(text: string): string {
  return text.replace(/[\u00a0\u202f]/g, ' ');
}
