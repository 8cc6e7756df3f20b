import type { Document } from '../model/document.js';
import type { Inputs } from '../model/inputs.js';
import type { Indicators } from '../model/indicator.js';
import type { Manuscript } from '../model/manuscript.js';
import type { Problem } from '../model/problem.js';
import type { Severity } from '../model/rules.js';
import { checkAcronyms } from './acronyms.js';
import { checkDescriptions } from './descriptions.js';
import { checkSections } from './sections.js';
import { checkShares } from './shares.js';
import { checkUnfinished } from './unfinished.js';

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
  checkUnfinished,
];

/**
 * Stage 6: what a paper fit to publish must also be. A build goes on with these; an issue does not go on with errors. The
 * template says how grave each is in papers of its kind; the paper may have switched some off.
 */
export function checkPaper(paper: Checkable): Problem[] {
  const { template, paper: own } = paper.inputs;
  const settings: Partial<Record<string, Severity | 'off'>> = {
    ...template.rules,
    ...Object.fromEntries(own.switchedOff.map(({ rule }) => [rule, 'off'])),
  };
  return CHECKS.flatMap((check) => check(paper)).flatMap((problem) => {
    const severity = settings[problem.rule] ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
}
