import fc from 'fast-check';
import { isError } from '../../../src/model/problem.js';
import { listDocumentTexts } from '../../support/list-document-texts.js';
import { findFalseSentences } from './find-false-sentences.js';
import type { RandomPaper, RandomPapers, RandomProject } from './random-papers.js';

export const REFERENCE: RandomProject = {
  project: '.',
  paper: 'tp-thematic-performance',
  optional: ['understanding', 'dealing', 'informed', 'asb-worry'],
  edit: [
    'templates/tp-thematic-performance/sections/summary.md.hbs',
    '{{key-figures measures.confidence measures.informed measures.dealing measures.asb-worry}}',
    '{{key-figures (which "any" "public-attitude")}}',
  ],
};

/** The projects whose papers are composed with random data. */
export const PROJECTS: RandomProject[] = [
  REFERENCE,
  { project: 'tests/papers/quarterly-performance', paper: 'quarterly-performance', optional: [] },
  { project: 'tests/papers/parks-update', paper: 'parks-update', optional: [] },
  { project: 'tests/papers/estates-review', paper: 'estates-review', optional: [] },
];

/**
 * Composes papers with random data, and returns the faults of the first paper that has any. It does not shrink: each step would be
 * a whole paper.
 */
export function findFaults(papers: RandomPapers, seed: number, numRuns: number): string | null {
  const property = fc.property(fc.gen(), (generate) => {
    const paper = papers.compose(generate);
    fc.pre(paper !== null);
    const faults = [...findFalseSentences(paper), ...findFiguresToCome(paper)];
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  const { failed, errorInstance } = fc.check(property, { seed, numRuns, endOnFailure: true });
  return failed ? String(errorInstance) : null;
}

/** A final paper with a figure to come has an error. */
function findFiguresToCome({ document, check }: RandomPaper): string[] {
  const isFinal = document.status === 'final';
  if (!isFinal || !listDocumentTexts(document).join().includes('[to come]') || check().some(isError))
    return [];
  return ['a final paper prints “[to come]”'];
}
