import { formatValue } from '../format/figures.js';
import type { Shares } from '../model/shares.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { parseBand } from './parse-band.js';
import { reportProblem } from './report-problem.js';
import { findTypedPlace, type Passage } from './list-passages.js';

/** Checks that the parts of a whole add up to 100%, that a note explains rounding, and that bands do not overlap. */
export function checkShares(paper: CheckablePaper): Problem[] {
  const all = Object.values(paper.indicators.shares);
  return [
    ...all.flatMap(findWrongTotal),
    ...all.flatMap((shares) => findMissingNote(shares, paper)),
    ...all.flatMap((shares) => findOverlappingBands(shares, paper)),
  ];
}

/** Finds a total that rounding cannot explain. Rounding explains half a unit of the last place for each part. */
function findWrongTotal({ sum, label, isSumWrong }: Shares): Problem[] {
  if (!isSumWrong) return [];
  return [
    reportProblem('shares-add-up', sum.place, `the shares of "${label}" add up to ${formatValue(sum)}`, {
      expected: '100%, apart from rounding',
      hint: 'Check the parts. If some overlap, or some are not published, say so in the text.',
    }),
  ];
}

/** Lists the passages that print most of the parts. */
function listPrintingPassages({ id, parts }: Shares, passages: Passage[]): Passage[] {
  const ids = new Set(parts.map((part) => `${id}.${part.id}`));
  return passages.filter(
    (passage) =>
      passage.parts.filter(({ inline }) => inline.kind === 'value' && ids.has(inline.figure?.id ?? ''))
        .length >
      parts.length / 2,
  );
}

function findFirstFigure(passage: Passage): number {
  return passage.parts.find(({ inline }) => inline.kind === 'value' && inline.figure)?.from ?? 0;
}

function findMissingNote(shares: Shares, { passages }: CheckablePaper): Problem[] {
  const { note, id, label } = shares;
  if (note === null) return [];
  return listPrintingPassages(shares, passages)
    .filter(
      ({ section }) =>
        !passages.some(
          (passage) =>
            passage.section === section &&
            (passage.text.includes(note) || printsRoundedSum(passage.text, shares)),
        ),
    )
    .slice(0, 1)
    .map((passage) =>
      reportProblem(
        'shares-have-note',
        findTypedPlace(passage, findFirstFigure(passage)),
        `the shares of "${label}" do not add up to 100%, and no note explains it`,
        {
          expected: `{{shares.${id}.note}}, or {{shares.${id}.sum}} and that the shares are rounded`,
        },
      ),
    );
}

/** Returns true if a text says that the shares are rounded, and what they add up to. */
function printsRoundedSum(text: string, { sum }: Shares): boolean {
  return sum.value !== null && text.includes(formatValue(sum)) && /\brounded\b/i.test(text);
}

/** Finds overlapping bands, unless the paragraph that prints them says so. */
function findOverlappingBands(shares: Shares, { passages }: CheckablePaper): Problem[] {
  const bands = shares.parts.map(({ name }) => ({ name, band: parseBand(name) }));
  const pair = bands.flatMap((band, index) =>
    bands.slice(index + 1).flatMap((other) => {
      const [a, b] = [band.band, other.band];
      return a && b && a[0] <= b[1] && b[0] <= a[1] ? [[band.name, other.name] as const] : [];
    }),
  )[0];
  if (!pair) return [];
  return listPrintingPassages(shares, passages)
    .filter(({ text }) => !/\boverlap/i.test(text))
    .slice(0, 1)
    .map((passage) =>
      reportProblem(
        'bands-do-not-overlap',
        findTypedPlace(passage, findFirstFigure(passage)),
        `"${pair[0]}" and "${pair[1]}" overlap`,
        {
          hint: 'Fix the bands, or say in the text that they overlap as published.',
        },
      ),
    );
}
