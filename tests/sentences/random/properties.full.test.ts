import { describe, expect, test } from 'vitest';
import { findFaults, PROJECTS } from './find-faults.js';
import { makeRandomPapers } from './random-papers.js';

/** The time limit allows for a busy machine. */
describe('many papers with random data', () => {
  test.each(PROJECTS)('say nothing false: $paper', { timeout: 900_000 }, (project) => {
    const papers = makeRandomPapers(project);
    for (const seed of [1, 2]) expect(findFaults(papers, seed, 100)).toBeNull();
    papers.remove();
  });
});
