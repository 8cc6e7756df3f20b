import { findStart } from '../../model/find-start.js';
import { listBlocks } from '../../model/list-sections.js';
import { toPlainText } from '../../model/inline.js';
import type { Place, Problem } from '../../model/problem.js';
import { findTypedPlace } from '../list-passages.js';
import { parseBand } from '../parse-band.js';
import { reportProblem } from '../report-problem.js';
import type { Sentence } from '../split-sentences.js';
import type { CheckableOutsidePaper } from './checkable-outside-paper.js';

/** A band such as "18 to 24", with its place. */
interface Band {
  name: string;
  band: [number, number];
  place: Place | undefined;
}

const BAND =
  /(?<![\d/.,£-])\d{1,3}\s*(?:-|–|to)\s*\d{1,3}(?!\d|,\d|[/%-])|(?<![\d/.,£-])\d{1,3}(?:\+|\s+(?:and|or)\s+(?:over|older|more))/gi;
/** Fewer numbers may be anything. */
const FEWEST = 3;

/** Finds bands of ages or amounts that overlap, in a sentence or in the first column of a table. */
export function checkBands({ sentences, document }: CheckableOutsidePaper): Problem[] {
  const tables = listBlocks(document).filter((block) => block.kind === 'table');
  const columns = tables.map(({ rows }) =>
    rows.flatMap(({ cells: [first = []] }) => {
      return makeBand(
        toPlainText(first).trim(),
        findStart(first),
        /^(?:aged?\s+)?\d{1,3}\s*(?:-|–|to|\+|and|or)/i,
      );
    }),
  );
  return [...sentences.map(listBands), ...columns].flatMap(findOverlap);
}

function listBands({ text, passage, from }: Sentence): Band[] {
  if (/\boverlap/i.test(passage.text)) return [];
  return [...text.matchAll(BAND)].flatMap(({ 0: name, index }) =>
    makeBand(name, findTypedPlace(passage, from + index), /./),
  );
}

function makeBand(name: string, place: Place | undefined, shape: RegExp): Band[] {
  const band = shape.test(name) ? parseBand(name) : null;
  return band ? [{ name, band, place }] : [];
}

/** Bands go up, and most of them do not overlap: other numbers with dashes do neither. */
function findOverlap(bands: readonly Band[]): Problem[] {
  if (bands.length < FEWEST || bands.some(({ band: [low, high] }) => low >= high)) return [];
  const pairs = bands.slice(1).map((band, index) => [bands[index], band] as const);
  if (pairs.some(([before, band]) => before && band.band[0] <= before.band[0])) return [];
  const overlapping = pairs.filter(([before, band]) => before && band.band[0] <= before.band[1]);
  if (overlapping.length * 2 > pairs.length) return [];
  return overlapping.slice(0, 1).map(([before, { name, place }]) =>
    reportProblem('bands-do-not-overlap', place, `"${before?.name ?? ''}" and "${name}" overlap`, {
      hint: 'Correct the bands, or say in the text that they overlap as published.',
    }),
  );
}
