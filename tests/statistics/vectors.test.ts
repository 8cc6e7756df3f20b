import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FUNCTIONS } from './functions.js';

interface Vectors {
  tolerance: { rel: number; abs: number };
  vectors: { id: string; fn: string; in: unknown; out: unknown; tol?: { rel?: number; abs?: number } }[];
}

const FOLDER = 'tests/statistics';

function expectToAgree(
  actual: unknown,
  expected: unknown,
  tolerance: Vectors['tolerance'],
  path: string,
): void {
  if (typeof expected === 'number' && typeof actual === 'number') {
    const distance = Math.abs(actual - expected);
    const isClose = distance <= Math.max(tolerance.abs, tolerance.rel * Math.abs(expected));
    expect(isClose, `${path}: ${actual}, expected ${expected}`).toBe(true);
  } else if (Array.isArray(expected)) {
    expect(Array.isArray(actual) && actual.length, path).toBe(expected.length);
    expected.forEach((value, index) =>
      expectToAgree((actual as unknown[])[index], value, tolerance, `${path}[${index}]`),
    );
  } else if (typeof expected === 'object' && expected !== null)
    for (const [key, value] of Object.entries(expected))
      expectToAgree((actual as Record<string, unknown> | null)?.[key], value, tolerance, `${path}.${key}`);
  else expect(actual, path).toBe(expected);
}

/** Runs every file of vectors in the folder, so that a new file needs no code. */
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe.each(files)('agrees with the independent values of %s', (file) => {
  const { vectors, tolerance } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Vectors;
  test.each(vectors.map((vector) => [vector.id, vector] as const))('computes %s', (_id, vector) => {
    const run = FUNCTIONS[vector.fn];
    if (!run) throw new Error(`no function is called ${vector.fn}`);
    expectToAgree(run(vector.in), vector.out, { ...tolerance, ...vector.tol }, vector.fn);
  });
});
