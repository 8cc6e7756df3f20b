import { listBlocks } from '../model/list-sections.js';
import type { Block } from '../model/blocks/block.js';
import { computeContrast } from '../model/compute-contrast.js';
import type { Inputs } from '../model/inputs.js';
import type { Problem } from '../model/problem.js';
import type { ChartContent } from '../model/template.js';
import { getSignalColour } from '../model/theme.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

const MAX_SERIES = 5;

/** Checks the needs of readers with low vision, with a screen reader, or with a print in black and white. */
export function checkAccessibility(paper: CheckablePaper): Problem[] {
  const { document, inputs } = paper;
  const blocks = listBlocks(document);
  return [...findBlankTitles(paper), ...findCrowdedCharts(blocks, paper), ...findFaintColours(inputs)];
}

function findBlankTitles({ document, inputs: { template } }: CheckablePaper): Problem[] {
  const blank = [
    ...(document.title.trim() === '' ? ['title'] : []),
    ...(document.subject.trim() === '' ? ['description'] : []),
  ];
  return blank.map((key) =>
    reportProblem('document-is-titled', template.place, `the ${key} of the paper is blank`, {
      expected: 'text: screen readers say it first, and windows show it',
    }),
  );
}

function findCrowdedCharts(blocks: Block[], { inputs: { template } }: CheckablePaper): Problem[] {
  return blocks.flatMap((block): Problem[] => {
    const spec = block.kind === 'chart' ? template.charts.find(({ id }) => id === block.id) : undefined;
    const lineCount = spec ? countLines(spec.content) : 0;
    if (block.kind !== 'chart' || lineCount <= MAX_SERIES) return [];
    return [
      reportProblem('chart-has-few-series', block.place, `${block.number} has ${lineCount} lines`, {
        expected: `at most ${MAX_SERIES} lines`,
        hint: 'Split it into two charts, or show the most important lines.',
      }),
    ];
  });
}

/** Counts the lines that a reader has to tell apart. */
function countLines(content: ChartContent): number {
  switch (content.kind) {
    case 'trend':
      return content.measures.length;
    case 'control':
      return 1;
    case 'ranking':
    case 'dots':
    // A chart of rows with too many series is an error.
    case 'bars':
    case 'columns':
    case 'grouped':
    case 'stacked':
    case 'diverging':
    case 'lines':
    case 'slopes':
      return 0;
    default:
      return content satisfies never;
  }
}

const WHITE = '#ffffff';

/** Finds colours with too little contrast. Text needs 4.5:1, lines and dots 3:1. The colour of concern is for both. Hairlines and the draft mark are decoration. */
function findFaintColours({ theme, colourPlaces }: Inputs): Problem[] {
  const { ink, soft, accent, tint, series } = theme.colours;
  const words = Object.entries({ ink, soft, accent });
  const text = [
    ...words.map(([name, colour]) => ({ name, colour, background: WHITE, least: 4.5 })),
    ...words.map(([name, colour]) => ({ name: `${name} on tint`, colour, background: tint, least: 4.5 })),
  ];
  const concern = getSignalColour('concern', theme);
  const graphics = series.map((colour, index) => ({
    name: `series ${index + 1}`,
    colour,
    background: WHITE,
    least: colour === concern ? 4.5 : 3,
  }));
  return [...text, ...graphics]
    .map((pair) => ({ ...pair, ratio: computeContrast(pair.colour, pair.background) }))
    .filter(({ ratio, least }) => ratio < least)
    .map(({ name, colour, ratio, least }) =>
      reportProblem(
        'contrast-is-enough',
        colourPlaces[name.split(' ')[0] ?? ''],
        `the colour ${name}, ${colour}, has a contrast of ${Math.floor(ratio * 100) / 100}:1`,
        { expected: `at least ${least}:1`, hint: 'Choose a darker colour.' },
      ),
    );
}
