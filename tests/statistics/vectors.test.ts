import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FUNCTIONS } from './functions.js';

interface Vectors {
  tolerance: { rel: number; abs: number };
  vectors: { id: string; fn: string; in: unknown; out: unknown; tol?: { rel?: number; abs?: number } }[];
}

const FOLDER = 'tests/statistics';

function agrees(got: unknown, want: unknown, tolerance: Vectors['tolerance'], path: string): void {
  if (typeof want === 'number' && typeof got === 'number') {
    const off = Math.abs(got - want);
    const within = off <= Math.max(tolerance.abs, tolerance.rel * Math.abs(want));
    expect(within, `${path}: ${got}, wanted ${want}`).toBe(true);
  } else if (Array.isArray(want)) {
    expect(Array.isArray(got) && got.length, path).toBe(want.length);
    want.forEach((one, index) => agrees((got as unknown[])[index], one, tolerance, `${path}[${index}]`));
  } else if (typeof want === 'object' && want !== null)
    for (const [key, one] of Object.entries(want))
      agrees((got as Record<string, unknown> | null)?.[key], one, tolerance, `${path}.${key}`);
  else expect(got, path).toBe(want);
}

/** Every file of vectors in the folder is run: another one needs only to be put there. */
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

describe.each(files)('every function agrees with values computed independently: %s', (file) => {
  const { vectors, tolerance } = JSON.parse(readFileSync(`${FOLDER}/${file}`, 'utf8')) as Vectors;
  test.each(vectors.map((vector) => [vector.id, vector] as const))('%s', (_id, vector) => {
    const run = FUNCTIONS[vector.fn];
    if (!run) throw new Error(`no function is called ${vector.fn}`);
    agrees(run(vector.in), vector.out, { ...tolerance, ...vector.tol }, vector.fn);
  });
});
