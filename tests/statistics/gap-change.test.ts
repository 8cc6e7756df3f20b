import { expect, test } from 'vitest';
import { gapChange, type Groups } from '../../src/statistics/gap.js';
import { overlapChange, rollingProportion, type Wave } from '../../src/statistics/survey.js';

// Four waves of each group. The windows share the middle two. All numbers are invented.
const makeWaves = (counts: readonly number[], n: number): Wave[] =>
  counts.map((wNum, index) => ({ period: `w${index}`, n, wBase: n, wNum, deff: 1.5 }));
const waves = { reference: makeWaves([200, 203, 199, 220], 400), other: makeWaves([90, 96, 94, 70], 300) };
const [before, after] = [
  ['w0', 'w1', 'w2'],
  ['w1', 'w2', 'w3'],
];

function poolGroups(window: readonly string[]): Groups {
  const pool = (group: readonly Wave[]) => {
    const { p, n, deff } = rollingProportion(group, window, 0.95);
    return { x: (p ?? 0) * (n ?? 0), n: n ?? 0, deff: deff ?? 1 };
  };
  return { reference: pool(waves.reference), other: pool(waves.other) };
}

test('counts interviews in both windows once, as the difference of the waves that only one of them has', () => {
  const correlate = (group: readonly Wave[]): number => overlapChange(group, before, after, 0.95).rho ?? 0;
  const { change, z } = gapChange(poolGroups(before), poolGroups(after), 0.95, {
    reference: correlate(waves.reference),
    other: correlate(waves.other),
  });
  // A third of the change of the gap between the first and the last wave, with the variance of these four samples.
  const variance = ({ wNum, n, deff }: Wave): number => ((wNum / n) * (1 - wNum / n) * deff) / n;
  const ends = [waves.reference[0], waves.reference[3], waves.other[0], waves.other[3]] as Wave[];
  const gapOf = (index: number): number =>
    (waves.reference[index]?.wNum ?? 0) / 400 - (waves.other[index]?.wNum ?? 0) / 300;
  const expected = (gapOf(3) - gapOf(0)) / 3;
  expect(change).toBeCloseTo(expected, 12);
  const direct = expected / (Math.sqrt(ends.map(variance).reduce((a, b) => a + b)) / 3);
  expect((z ?? 0) / direct).toBeCloseTo(1, 1); // the pooled windows estimate the variance of the shares
  const independent = gapChange(poolGroups(before), poolGroups(after), 0.95);
  expect(z ?? 0).toBeGreaterThan(1.5 * (independent.z ?? 0));
});
