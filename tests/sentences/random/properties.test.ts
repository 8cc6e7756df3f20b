import { describe, expect, test } from 'vitest';
import { findFaults, PROJECTS, REFERENCE } from './find-faults.js';
import { makeRandomPapers } from './random-papers.js';

/** `properties.full.test.ts` composes many more papers. */
const SEED = 20090402;

describe('papers with random data', () => {
  test.each(PROJECTS)('say nothing false: $paper', (project) => {
    const papers = makeRandomPapers(project);
    expect(findFaults(papers, SEED, 20)).toBeNull();
    papers.remove();
  });
});

const NARRATIVE = 'data/2008-09-q3/tp-thematic-performance.yaml';
const CHANGE = '{{change measures.confidence}}';
const VERDICT = 'an improvement larger than chance alone would explain';

/** False sentences, and the words of the fault that the properties must find in them. */
const PLANTED: [name: string, from: string, to: string, fault: RegExp][] = [
  [
    'a fixed direction',
    CHANGE,
    'rose by {{points measures.confidence}}',
    /from [\d.]+ to [\d.]+|change of a missing figure/,
  ],
  ['a fixed verdict', CHANGE, `{{change measures.confidence recent=false}}, ${VERDICT}`, /the verdict is/],
  [
    'a fixed lack of change',
    CHANGE,
    'hardly changed, at {{measures.confidence.value}}',
    /from [\d.]+ to [\d.]+|change of a missing figure/,
  ],
  ['a fixed plural', '{{plural facts.special-bases "base" "bases"}}', 'bases', /singular or plural/],
  ['an empty bracket', CHANGE, `${CHANGE} ({{#if data.off-course.rows}}x{{/if}})`, /a gap/],
];

describe('the properties', () => {
  test.each(PLANTED)('find %s', (_name, from, to, fault) => {
    const papers = makeRandomPapers(REFERENCE, [NARRATIVE, from, to]);
    expect(findFaults(papers, SEED, 40)).toMatch(fault);
    papers.remove();
  });
});
