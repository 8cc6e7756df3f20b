import type { Document } from '../../model/document.js';
import { isWhollyExempt } from '../../model/exemption.js';
import type { Figure } from '../../model/figure.js';
import type { Inputs } from '../../model/inputs.js';
import { listBlockFigures, listRunFigures } from '../../model/list-block-figures.js';
import { makeError, type Problem } from '../../model/problem.js';
import { toPublishedValue } from '../../model/published-value.js';
import { listExemptFigures } from './list-exempt-figures.js';
import { markExemptBlocks } from './mark-exempt-blocks.js';
import { listNumbers } from './split-words.js';
import { writeDigits } from './write-digits.js';

const HINT =
  'List it under figures: of exempt:. If it is public, list its number under also-public: in the paper’s file.';

/**
 * Finds typed figures of the period that only exempt text prints, and that the paper does not list as exempt: the public sources would
 * have them. `inputs` and `document` are those of the exempt edition.
 */
export function findUnlistedFigures(inputs: Inputs, document: Document): Problem[] {
  const { paper, period } = inputs;
  if (isWhollyExempt(paper.exempt)) return []; // the public sources have no data
  const blocks = markExemptBlocks(paper, document);
  const listSources = (wanted: boolean): Figure[] =>
    blocks
      .filter(({ isExempt }) => isExempt === wanted)
      .flatMap(({ block }) => listBlockFigures(block))
      .flatMap(({ figure }) => listTyped(figure));
  const header = document.header.fields.flatMap(({ value }) => listRunFigures(value));
  const open = [...header.flatMap(({ figure }) => listTyped(figure)), ...listSources(false)];
  const known = new Set([...open, ...listExemptFigures(inputs, document)].map(({ id }) => id));
  const alsoPublic = new Set(paper.alsoPublic.flatMap(listNumbers));
  const isUnlisted = ({ id, place, value, unit }: Figure): boolean =>
    !known.has(id) &&
    place.file.startsWith(`data/${period.id}/`) &&
    value !== null &&
    !alsoPublic.has(writeDigits(toPublishedValue(value, unit)));
  const unlisted = new Map(
    listSources(true)
      .filter(isUnlisted)
      .map((figure) => [figure.id, figure]),
  );
  return [...unlisted.values()].map(({ id, place }) =>
    makeError(
      'exempt-stays-exempt',
      place,
      `only exempt text prints "${id}", and the sources of the public edition have it`,
      { hint: HINT },
    ),
  );
}

/** Lists the figures that an author typed, of which a figure is made. */
function listTyped(figure: Figure): Figure[] {
  const { inputs = [] } = figure;
  return inputs.length === 0 ? [figure] : inputs.flatMap(listTyped);
}
