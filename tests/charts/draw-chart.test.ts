import { beforeAll, describe, expect, test } from 'vitest';
import { drawPlans } from '../../src/charts/draw-plans.js';
import { drawChart, measureFrame } from '../../src/charts/draw-chart.js';
import { noCache } from '../../src/model/cache.js';
import type {
  BarChart,
  ChartData,
  ControlChart,
  Point,
  RangeChart,
  SpecialCause,
  TrendChart,
} from '../../src/model/drawing.js';
import type { Theme } from '../../src/model/theme.js';
import { buildNewest } from '../support/build-newest.js';

let theme: Theme;
beforeAll(async () => {
  ({ theme } = await buildNewest('tests/papers/parks-update'));
});

/** A text of a drawing with its box. All lengths are in the units of the drawing. */
interface Text {
  words: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function listTexts(svg: string): Text[] {
  return [...svg.matchAll(/<text([^>]*)>([^<]*)<\/text>/g)].map(([, attributes = '', words = '']) => {
    const read = (name: string): number =>
      Number(new RegExp(` ${name}="([-\\d.]+)"`).exec(attributes)?.[1] ?? NaN);
    const [left, baseline, size] = [read('x'), read('y'), read('font-size')];
    const box = { left, right: left + read('data-width'), top: baseline - 0.7 * size, bottom: baseline };
    return { words, ...box };
  });
}

function listWords(data: ChartData): string[] {
  return listTexts(drawChart('test', data, theme).svg).map(({ words }) => words);
}

/** Lists the texts that leave the drawing, and the pairs that cover each other. */
function findMisplaced(data: ChartData): string[] {
  const { svg } = drawChart('test', data, theme);
  const [, width = 0, height = 0] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.map(Number) ?? [];
  const texts = listTexts(svg);
  const outside = texts.filter(
    ({ left, right, top, bottom }) =>
      !(left >= -1 && right <= width + 1 && top >= -1 && bottom <= height + 1),
  );
  const covered = texts.flatMap((a, index) =>
    texts
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.words} / ${b.words}`),
  );
  return [...outside.map(({ words }) => words), ...covered];
}

const LONG_NAME = 'Satisfied with the way the council looks after streets, parks and squares';

function makeTrend(series: (number | null)[][], changes: Partial<TrendChart> = {}): TrendChart {
  const count = series[0]?.length ?? 0;
  return {
    kind: 'trend',
    unit: 'percent',
    targets: [],
    periods: Array.from(
      { length: count },
      (_, index) => `${2008 + Math.floor(index / 4)}/09 Q${(index % 4) + 1}`,
    ),
    series: series.map((values, index) => ({
      label: index === 0 ? LONG_NAME : `Line ${index}`,
      isEmphasised: index === 0,
      points: values.map((value) => ({
        value,
        text: value === null ? '' : changes.unit === 'points' ? '3 percentage points' : `${value * 100}%`,
        ...(value === null ? {} : { interval: [value * 0.96, value * 1.02] as [number, number] }),
      })),
    })),
    ...changes,
  };
}

const thirteen = Array.from({ length: 13 }, (_, index) => 0.4 + index / 50);

describe('a chart of periods', () => {
  test.each<[string, TrendChart]>([
    ['one period', makeTrend([[0.5]])],
    [
      'two equal lines',
      makeTrend([
        [0.5, 0.5],
        [0.5, 0.5],
      ]),
    ],
    ['thirteen periods of five lines', makeTrend([thirteen, thirteen, thirteen, thirteen, thirteen])],
    [
      '0% and 100%',
      makeTrend([
        [0, 0, 0],
        [1, 1, 1],
      ]),
    ],
    [
      'gaps',
      makeTrend([
        [0.5, null, 0.6, null],
        [null, null, 0.4, 0.4],
        [0.3, null, null, null],
      ]),
    ],
    [
      'a line without a value',
      makeTrend([
        [0.5, 0.6],
        [null, null],
      ]),
    ],
    ['points below zero', makeTrend([[-0.1, 0.03]], { unit: 'points' })],
    ['large counts', makeTrend([[1_250_000, 1_300_000]], { unit: 'count' })],
  ])('has every text inside it and apart from the others: %s', (_name, data) => {
    expect(findMisplaced(data)).toEqual([]);
  });

  test('prints the newest and the first period, however many there are', () => {
    const words = listWords(makeTrend([thirteen]));
    expect(words).toEqual(expect.arrayContaining(['2008/09', '2011/09', 'Q1']));
    for (const count of [2, 3, 5, 8, 13]) {
      const data = makeTrend([thirteen.slice(0, count)], {
        periods: Array.from({ length: count }, (_, index) => `period${index} end`),
      });
      const texts = listWords(data).join(' ');
      expect(texts).toContain('period0 end');
      expect(texts).toContain(`period${count - 1} end`);
    }
  });

  test('leaves a gap with a mark and a labelled tick at a period without a figure', () => {
    const gap = makeTrend([[0.5, 0.52, null, 0.6, 0.61]], { periods: ['a', 'b', 'no figure', 'd', 'e'] });
    expect(listWords(gap)).toEqual(expect.arrayContaining(['[x]', 'no figure']));
    const countLines = (data: TrendChart): number => {
      const { svg } = drawChart('test', data, theme);
      const paths = [...svg.matchAll(/<path d="([^"]*)" fill="none"[^>]* stroke-width="9\.6"/g)];
      return paths.map(([, path = '']) => path.split('M').length - 1).reduce((a, b) => a + b, 0);
    };
    expect(countLines(gap)).toBe(countLines(makeTrend([[0.5, 0.52, 0.56, 0.6, 0.61]])) + 1);
  });

  test('says where an axis starts that does not start at 0', () => {
    expect(listWords(makeTrend([[0.62, 0.68]])).join()).toContain('The axis starts at 50%, not at 0.');
    expect(listWords(makeTrend([[0.02, 0.68]])).join()).not.toContain('The axis starts');
  });

  test('draws no line to a point that starts the series anew', () => {
    const whole = makeTrend([[0.4, 0.45, 0.6, 0.62]]);
    const broken = {
      ...whole,
      series: whole.series.map((series) => ({
        ...series,
        points: series.points.map((point, index) => ({ ...point, startsSeries: index === 2 })),
      })),
    };
    const countLines = (data: TrendChart): number =>
      drawChart('test', data, theme).svg.match(/ stroke-width="9\.6"/g)?.length ?? 0;
    expect([whole, broken].map(countLines)).toEqual([1, 2]);
  });

  test('does not mark missing figures at an end as a gap', () => {
    const words = listWords(
      makeTrend([
        [null, 0.5, 0.6],
        [0.5, 0.6, null],
      ]),
    );
    expect(words.join()).not.toContain('[x]');
  });

  test('starts counts at 0 with separators, and names points as they are printed', () => {
    const counts = listWords(makeTrend([[5200, 5400]], { unit: 'count' }));
    expect(counts).toEqual(expect.arrayContaining(['0', '5,000']));
    expect(counts.join()).not.toContain('−');
    expect(listWords(makeTrend([[0.03, 0.12]], { unit: 'points' }))).toEqual(
      expect.arrayContaining(['0', '10']),
    );
  });
});

function makeControl(values: (number | null)[], changes: Partial<ControlChart> = {}): ControlChart {
  return {
    kind: 'control',
    unit: 'count',
    periods: values.map(
      (_, index) => `${index % 2 === 0 ? 'April' : 'September'} ${2014 + Math.floor(index / 2)}`,
    ),
    points: values.map((value) => ({ value, text: String(value), signal: null })),
    phases: [{ start: 0, heading: null, lines: makeLines(10, 8, 6) }],
    target: null,
    badges: [{ icon: 'common-cause', letter: null, title: 'Variation: common cause', detail: 'Usual.' }],
    limitsName: 'limits',
    ...changes,
  };
}

function makeLines(upper: number, mean: number, lower: number): ControlChart['phases'][number]['lines'] {
  return [
    { kind: 'limit', text: `upper limit ${upper}`, value: upper },
    { kind: 'mean', text: `mean ${mean}`, value: mean },
    { kind: 'limit', text: `lower limit ${lower}`, value: lower },
  ];
}

const months = Array.from({ length: 21 }, (_, index) => 6 + (index % 4));
const CAUSES: SpecialCause[] = ['improvement', 'concern', 'neither'];
const ASSURANCE = {
  icon: 'hit-and-miss',
  letter: null,
  title: 'Assurance: hit and miss',
  detail: 'By usual variation alone, a month may meet or miss the target of at most £1,300,000',
} as const;

describe('a control chart', () => {
  test.each<[string, ControlChart]>([
    ['many months', makeControl(months)],
    ['one month', makeControl([31], { phases: [{ start: 0, heading: null, lines: [] }] })],
    [
      'only noughts',
      makeControl([0, 0, 0], { phases: [{ start: 0, heading: null, lines: makeLines(0.3, 0.1, 0) }] }),
    ],
    [
      'a unit at the axis, with new limits',
      makeControl(months, {
        unit: 'days',
        phases: [
          { start: 0, heading: null, lines: makeLines(10, 8, 6) },
          { start: 2, heading: 'June 2014', lines: makeLines(9, 8, 7) },
        ],
      }),
    ],
    [
      'percentages, whose axis starts later',
      makeControl(
        months.map((month) => 0.85 + month / 100),
        { unit: 'percent', phases: [{ start: 0, heading: null, lines: makeLines(1, 0.93, 0.84) }] },
      ),
    ],
    [
      'limits that are close',
      makeControl(months, { phases: [{ start: 0, heading: null, lines: makeLines(8.2, 8.1, 8) }] }),
    ],
    [
      'three phases, a target and every mark',
      makeControl(months, {
        phases: [
          { start: 0, heading: null, lines: makeLines(10, 8, 6) },
          { start: 9, heading: 'September 2014', lines: makeLines(9, 8, 7) },
          { start: 18, heading: 'December 2015', lines: makeLines(8.5, 8, 7.5) },
        ],
        target: { kind: 'target', text: 'target 8', value: 8 },
        limitsName: 'limits (provisional from September 2014 and December 2015)',
        badges: [...makeControl([]).badges, ASSURANCE],
        points: months.map((value, index) => ({ value, text: '', signal: CAUSES[index] ?? null })),
      }),
    ],
  ])('has every text inside it and apart from the others: %s', (_name, data) => {
    expect(findMisplaced(data)).toEqual([]);
  });

  test('starts at 0 and never goes below', () => {
    for (const values of [months, [0, 0, 0], [1_250_000, 1_300_000]]) {
      const words = listWords(makeControl(values));
      expect(words).toContain('0');
      expect(words.join()).not.toContain('−');
    }
  });

  test('explains in a key what it draws, and nothing else', () => {
    const plain = listWords(makeControl(months)).join('; ');
    expect(plain).toContain('usual variation; mean; limits');
    expect(plain).not.toContain('special cause');
    const points = months.map((value, index) => ({ value, text: '', signal: CAUSES[index] ?? null }));
    const marked = listWords(
      makeControl(months, { points, target: { kind: 'target', text: 'target 8', value: 8 } }),
    ).join('; ');
    expect(marked).toMatch(
      /usual variation; special cause of improvement; special cause of concern; special cause; mean; limits; target/,
    );
  });

  test('tells special causes apart by shape, without colour', () => {
    const shapes = CAUSES.map((icon) => {
      const badges = [{ icon, letter: 'H' as const, title: 'Variation', detail: '' }];
      const { svg } = drawChart('test', makeControl(months, { badges }), theme);
      return /d="([^"]*)"[^>]*\/>(?:<\/g>)?(?:<g[^>]*>)?<text[^>]*>H</.exec(svg)?.[1];
    });
    expect(new Set(shapes).size).toBe(3);
    expect(shapes).not.toContain(undefined);
  });

  test('breaks the line at a month without a count', () => {
    const countPieces = (values: (number | null)[]): number => {
      const { svg } = drawChart('test', makeControl(values), theme);
      const paths = [...svg.matchAll(/<path d="([^"]*)" fill="none"[^>]* stroke-width="6\.4"/g)];
      return paths.map(([, path = '']) => path.split('M').length - 1).reduce((a, b) => a + b, 0);
    };
    expect(countPieces([6, 7, null, 8, 9])).toBe(countPieces([6, 7, 7, 8, 9]) + 1);
  });
});

function plot(value: number | null, interval?: [number, number]): Point {
  return { value, text: value === null ? '[c]' : String(value), ...(interval && { interval }) };
}

function makeBars(series: (number | null)[][], changes: Partial<BarChart> = {}): BarChart {
  const rows = (series[0] ?? []).map((_, index) => ({
    label: `Row ${index + 1}`,
    heading: null,
    target: null,
    beside: [],
  }));
  return {
    kind: 'bars',
    direction: 'across',
    arrangement: 'beside',
    rows,
    series: series.map((values, index) => ({
      label: `Series ${index + 1}`,
      isPale: false,
      points: values.map((value) => plot(value)),
    })),
    unit: 'count',
    target: null,
    targetName: null,
    beside: [],
    isLabelled: true,
    ends: null,
    isOverTime: false,
    ...changes,
  };
}

function nameRows(data: BarChart, label: (index: number) => string): BarChart {
  return { ...data, rows: data.rows.map((row, index) => ({ ...row, label: label(index) })) };
}

const forty = Array.from({ length: 40 }, (_, index) => 100 - index);
const STACK = [
  [5, 9, 0],
  [4, null, 0],
  [3, 2, 0],
];

describe('a chart of bars', () => {
  test.each<[string, BarChart]>([
    ['one row', makeBars([[5]])],
    ['40 rows', makeBars([forty])],
    [
      'names of 40 characters',
      nameRows(makeBars([[5, 3, 1]]), (index) => `${index} ${'long name '.repeat(4)}`),
    ],
    ['a word of 300 characters', nameRows(makeBars([[5, 3]]), () => 'w'.repeat(300))],
    ['values below zero', makeBars([[5, -3, -1200, 0]])],
    ['only values below zero', makeBars([[-5, -3]])],
    ['a missing value', makeBars([[5, null]])],
    [
      'five series',
      makeBars([
        [5, 4],
        [4, 3],
        [3, 2],
        [2, 1],
        [1, 0],
      ]),
    ],
    [
      'a long name of a series',
      {
        ...makeBars(STACK),
        series: makeBars(STACK).series.map((one) => ({ ...one, label: 'w'.repeat(300) })),
      },
    ],
    ['stacks', makeBars(STACK, { arrangement: 'stacked' })],
    [
      'a target',
      makeBars([[5, 3]], { target: { kind: 'target', value: 6, text: `Target ${'w'.repeat(300)}` } }),
    ],
    ['words at both sides', makeBars([[5, -3]], { ends: { below: 'Underspend', above: 'Overspend' } })],
    ['columns', makeBars([[5, 3, null]], { direction: 'up' })],
    [
      'columns with a target',
      makeBars([[5, 3]], { direction: 'up', target: { kind: 'target', value: 4, text: 'Target of all 4' } }),
    ],
    ['40 columns', makeBars([forty], { direction: 'up' })],
    ['40 columns over time', makeBars([forty], { direction: 'up', isOverTime: true })],
    ['stacked columns', makeBars(STACK, { direction: 'up', arrangement: 'stacked' })],
  ])('has every text inside it and apart from the others: %s', (_name, data) => {
    expect(findMisplaced(data)).toEqual([]);
  });

  test('draws columns as bars if their names do not fit below', () => {
    const height = (data: BarChart): number => drawChart('test', data, theme).height;
    const short = makeBars([[5, 3, 1]], { direction: 'up' });
    const long = nameRows(short, () => 'unbreakable'.repeat(12));
    expect(height(long)).toBe(height({ ...long, direction: 'across' }));
    expect(height(short)).not.toBe(height({ ...short, direction: 'across' }));
  });

  test('starts bars at zero, and draws none for a missing value', () => {
    const countBars = (data: BarChart): number =>
      [...drawChart('test', data, theme).svg.matchAll(/<path [^>]*fill="#0b3c6f"/gi)].length;
    const whole = makeBars([[90, 95]]);
    const missing = makeBars([[90, null]]);
    expect(listWords(missing)).toContain('[c]');
    expect(countBars(whole) - countBars(missing)).toBeGreaterThan(0);
  });

  test('names series at their bars where the names fit, and in a key otherwise', () => {
    const lefts = (data: BarChart): number[] =>
      listTexts(drawChart('test', data, theme).svg)
        .filter(({ words }) => words.startsWith('Series'))
        .map(({ left }) => left);
    expect(
      Math.min(
        ...lefts(
          makeBars([
            [5, 3],
            [4, 2],
          ]),
        ),
      ),
    ).toBeGreaterThan(100);
    expect(
      Math.min(
        ...lefts(
          makeBars(
            [
              [5, 3],
              [4, 2],
            ],
            { isLabelled: false },
          ),
        ),
      ),
    ).toBeLessThan(100);
  });

  test('gives series shades that differ in lightness', () => {
    const { svg } = drawChart('test', makeBars([[1], [1], [1], [1], [1]]), theme);
    const fills = new Set([...svg.matchAll(/fill="(#[0-9a-f]{6})"/g)].map(([, fill = '']) => fill));
    const grey = [...fills].map(
      (fill) => [1, 3, 5].reduce((sum, at) => sum + parseInt(fill.slice(at, at + 2), 16), 0) / 3,
    );
    expect(new Set(grey.map((value) => Math.round(value / 20))).size).toBeGreaterThanOrEqual(5);
  });
});

function makeRanges(points: Point[][], changes: Partial<RangeChart> = {}): RangeChart {
  return {
    kind: 'ranges',
    rows: points.map((each, index) => ({
      label: `Row ${index + 1}`,
      heading: null,
      points: each,
      target: null,
      beside: [],
    })),
    series: (points[0] ?? []).map((_, index) => `Series ${index + 1}`),
    unit: 'count',
    lines: [],
    targetName: null,
    beside: [],
    gap: null,
    hasIntervals: points.flat().some(({ interval }) => interval !== undefined),
    ...changes,
  };
}

describe('a chart of dots', () => {
  test.each<[string, RangeChart]>([
    ['one dot', makeRanges([[plot(5, [4, 6])], [plot(null)]])],
    ['40 rows', makeRanges(forty.map((value) => [plot(value, [value - 1, value + 2])]))],
    [
      'two dots',
      makeRanges([
        [plot(5, [4, 6]), plot(7, [6, 8])],
        [plot(9), plot(null)],
        [plot(null), plot(2)],
      ]),
    ],
    ['equal dots', makeRanges([[plot(5), plot(5)]])],
    [
      'two lines at one value',
      makeRanges([[plot(5)], [plot(8)]], {
        lines: [
          { kind: 'reference', value: 6, text: 'All areas 6' },
          { kind: 'target', value: 6.1, text: 'Target 6.1' },
        ],
      }),
    ],
    ['a gap', makeRanges([[plot(5)], [plot(3)]], { gap: { before: 1, text: '22 not shown' } })],
  ])('has every text inside it and apart from the others: %s', (_name, data) => {
    expect(findMisplaced(data)).toEqual([]);
  });

  test('joins two dots, unless one is missing or the series starts anew', () => {
    const countLinks = (pair: Point[]): number =>
      [...drawChart('test', makeRanges([pair]), theme).svg.matchAll(/ stroke-width="6\.4"/g)].length;
    expect(countLinks([plot(5), plot(7)])).toBe(1);
    expect(countLinks([plot(5), plot(null)])).toBe(0);
    expect(countLinks([plot(5), { ...plot(7), startsSeries: true }])).toBe(0);
  });
});

test('gives charts that share a number plots of one width', () => {
  const short = makeBars([[5, 3]]);
  const long = nameRows(makeBars([[5_000, 3]]), () => 'A much longer name of a row');
  expect(measureFrame(short, theme)).not.toEqual(measureFrame(long, theme));
  const { charts } = drawPlans(
    { charts: { short, long }, diagrams: {}, pairs: [['short', 'long']] },
    { theme, fonts: null },
    noCache,
  );
  const findZero = (svg: string): string | undefined => / d="M([\d.]+) [\d.]+L\1 /.exec(svg)?.[1];
  expect(findZero(charts['short']?.svg ?? '')).toBeDefined();
  expect(findZero(charts['short']?.svg ?? '')).toBe(findZero(charts['long']?.svg ?? ''));
});
