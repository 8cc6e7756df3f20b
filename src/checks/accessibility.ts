import { listBlocks, listSections } from '../model/list-sections.js';
import type { Section } from '../model/section.js';
import type { Table } from '../model/blocks/table.js';
import type { Block } from '../model/blocks/block.js';
import { toPlainText } from '../model/inline.js';
import type { Inputs } from '../model/inputs.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';
import { typedIn } from './typed.js';

const WIDEST = 12;
const MOST_SERIES = 5;

/** What keeps a reader from a paper who sees little, hears it read, or prints it in black and white. */
export function checkAccessibility(paper: Checkable): Problem[] {
  const { document, inputs } = paper;
  const blocks = listBlocks(document);
  return [
    ...titles(paper),
    ...listSections(document).flatMap(skippedLevels),
    ...blocks.flatMap((block) => (block.kind === 'table' ? tableFaults(block) : [])),
    ...crowdedCharts(blocks, paper),
    ...colourWords(paper),
    ...faintColours(inputs),
  ];
}

function titles({ document, inputs: { template } }: Checkable): Problem[] {
  const blank = [
    ...(document.title.trim() === '' ? ['title'] : []),
    ...(document.subject.trim() === '' ? ['description'] : []),
  ];
  return blank.map((key) =>
    found('document-is-titled', template.place, `the ${key} of the paper is blank`, {
      expected: 'what a screen reader says first, and what a window shows',
    }),
  );
}

/** A heading's level follows the one above it: 1 stands directly under the section. */
function skippedLevels({ blocks }: Section): Problem[] {
  let level = 0;
  return blocks.flatMap((block): Problem[] => {
    if (block.kind !== 'heading') return [];
    const above = level;
    level = block.level;
    if (block.level <= above + 1) return [];
    return [
      found('headings-in-order', block.place, `"${toPlainText(block.content)}" skips a level`, {
        expected: `${'#'.repeat(above + 2)} ${toPlainText(block.content)}`,
      }),
    ];
  });
}

function tableFaults(table: Table): Problem[] {
  const { columns, rows, place } = table;
  const name = table.number ?? 'the table';
  const unnamed = columns.findIndex(({ heading }) => toPlainText(heading).trim() === '');
  const ragged = rows.find(({ kind, cells }) => kind !== 'group' && cells.length !== columns.length);
  const [first] = rows;
  const second =
    first?.kind === 'data' &&
    first.cells.length > 1 &&
    first.cells.every((cell) => cell.length > 0 && cell.every(({ kind }) => kind === 'strong'));
  return [
    ...(unnamed >= 0
      ? [
          found('table-has-headers', place, `column ${unnamed + 1} of ${name} has no heading`, {
            expected: 'a heading for each column',
          }),
        ]
      : []),
    ...(columns.length > WIDEST
      ? [
          found('table-is-plain', place, `${name} has ${columns.length} columns`, {
            expected: `at most ${WIDEST}`,
            hint: 'Part it, or exchange rows and columns.',
          }),
        ]
      : []),
    ...(ragged
      ? [
          found(
            'table-is-plain',
            place,
            `a row of ${name} has ${ragged.cells.length} cells for ${columns.length} columns`,
            {
              hint: 'Give every row a cell in each column: merged cells are lost on a screen reader.',
            },
          ),
        ]
      : []),
    ...(second
      ? [
          found('table-is-plain', place, `${name} has a second row of headings`, {
            hint: 'Put both into one heading.',
          }),
        ]
      : []),
  ];
}

function crowdedCharts(blocks: Block[], { inputs: { template } }: Checkable): Problem[] {
  return blocks.flatMap((block): Problem[] => {
    const spec = block.kind === 'chart' ? template.charts.find(({ id }) => id === block.id) : undefined;
    if (
      block.kind !== 'chart' ||
      spec?.content.kind !== 'trend' ||
      spec.content.measures.length <= MOST_SERIES
    )
      return [];
    return [
      found(
        'chart-has-few-series',
        block.place,
        `${block.number} has ${spec.content.measures.length} lines`,
        {
          expected: `at most ${MOST_SERIES}`,
          hint: 'Part it into two charts, or draw the most important.',
        },
      ),
    ];
  });
}

const COLOUR = 'red|green|amber|blue|yellow|orange|purple|pink|grey|gray';
const BY_COLOUR = new RegExp(
  String.raw`\b(?:shown|marked|shaded|highlighted|printed|coloured|colored|flagged|given)\s+(?:in\s+)?(?:${COLOUR})\b|\b(?:the|in)\s+(?:${COLOUR})\s+(?:rows?|cells?|bars?|lines?|dots?|figures?|text|numbers?|entries)\b`,
  'gi',
);

function colourWords({ sentences }: Checkable): Problem[] {
  return sentences.flatMap((sentence) =>
    typedIn(sentence, BY_COLOUR)
      .slice(0, 1)
      .map(({ match, place }) =>
        found('colour-is-not-all', place, `"${match[0]}" is lost on a reader who does not see colours`, {
          hint: 'Name what is meant, or mark it with a word or a shape as well.',
        }),
      ),
  );
}

const WHITE = '#ffffff';

/** Text and its ground need a contrast of 4.5:1, lines and dots 3:1. Hairlines and the draft mark only decorate. */
function faintColours({ theme, colourPlaces }: Inputs): Problem[] {
  const { ink, soft, accent, tint, series } = theme.colours;
  const text = [
    ...Object.entries({ ink, soft, accent }).map(([name, colour]) => ({
      name,
      colour,
      ground: WHITE,
      least: 4.5,
    })),
    ...Object.entries({ ink, soft, accent }).map(([name, colour]) => ({
      name: `${name} on tint`,
      colour,
      ground: tint,
      least: 4.5,
    })),
  ];
  const graphics = series.map((colour, index) => ({
    name: `series ${index + 1}`,
    colour,
    ground: WHITE,
    least: 3,
  }));
  return [...text, ...graphics]
    .map((pair) => ({ ...pair, ratio: contrast(pair.colour, pair.ground) }))
    .filter(({ ratio, least }) => ratio < least)
    .map(({ name, colour, ratio, least }) =>
      found(
        'contrast-is-enough',
        colourPlaces[name.split(' ')[0] ?? ''],
        `the colour ${name}, ${colour}, has a contrast of ${Math.floor(ratio * 100) / 100}:1`,
        { expected: `at least ${least}:1`, hint: 'Choose a darker one.' },
      ),
    );
}

/** The contrast ratio of WCAG 2.2 between two colours, from 1 to 21. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of `#rrggbb` as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
