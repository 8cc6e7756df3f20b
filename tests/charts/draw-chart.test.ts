import { beforeAll, describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/draw-chart.js';
import type { ChartData, ControlChart, SpecialCause, TrendChart } from '../../src/model/drawing.js';
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

  test('crosses a period without a figure with dots that the drawing explains', () => {
    const gap = drawChart('test', makeTrend([[0.5, null, 0.6]]), theme).svg;
    expect(gap).toContain('fine dots: no figure in between');
    const whole = drawChart('test', makeTrend([[0.5, 0.55, 0.6]]), theme).svg;
    expect(whole).not.toContain('fine dots');
    expect(gap).toMatch(/stroke-dasharray="3\.2 12"/);
    expect(whole).not.toContain('stroke-dasharray');
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

  test('does not call missing figures at an end a gap', () => {
    expect(
      listWords(
        makeTrend([
          [null, 0.5, 0.6],
          [0.5, 0.6, null],
        ]),
      ).join(),
    ).not.toContain('fine dots');
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
