import type { Document } from '../model/document.js';
import type { Inputs } from '../model/inputs.js';
import type { Indicators } from '../model/indicator.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Problem } from '../model/problem.js';
import { checkAcronyms } from './acronyms.js';
import { checkDescriptions } from './descriptions.js';
import { checkSections } from './sections.js';
import { checkShares } from './shares.js';

/** What a check may look at. */
export interface Checkable {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
}

const CHECKS: ((paper: Checkable) => Problem[])[] = [
  checkSections,
  checkDescriptions,
  checkAcronyms,
  checkShares,
];

/** Stage 6: what a paper fit to publish must also be. A build goes on with these; an issue does not go on with errors. */
export function checkPaper(paper: Checkable): Problem[] {
  return CHECKS.flatMap((check) => check(paper));
}
