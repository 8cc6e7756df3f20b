import type { Inputs } from '../model/inputs.js';
import type { Problem } from '../model/problem.js';
import type { Severity } from '../model/rule.js';
import { checkAccessibility } from './accessibility.js';
import { checkAcronyms } from './acronyms.js';
import { checkAnnouncements } from './announcements.js';
import { checkBackgroundPapers } from './background-papers.js';
import { checkChanges } from './changes.js';
import type { CheckablePaper } from './checkable-paper.js';
import { checkClaims } from './claims.js';
import { checkColumns } from './columns.js';
import { checkCalendar } from './calendar.js';
import { checkDateStyles } from './date-styles.js';
import { checkDescriptions } from './descriptions.js';
import { findCellRow } from './find-cell-row.js';
import { isRunningText, listPassages } from './list-passages.js';
import { checkMarkNotes } from './mark-notes.js';
import { checkPictures } from './pictures.js';
import { checkPromises } from './promises.js';
import { checkPublication } from './publication.js';
import { checkRequiredSections } from './required-sections.js';
import { checkPeriodFigures } from './period-figures.js';
import { checkRankings } from './rankings.js';
import { checkReferences } from './references.js';
import { checkRepeatedFigures } from './repeated-figures.js';
import { checkSections } from './sections.js';
import { checkSigns } from './signs.js';
import { splitSentences } from './split-sentences.js';
import { checkShares } from './shares.js';
import { checkSignificance } from './significance.js';
import { checkStatedFigures } from './stated-figures.js';
import { checkStructure } from './structure.js';
import { checkUnchangedParagraphs } from './unchanged-paragraphs.js';
import { checkUnfinished } from './unfinished.js';
import { checkTenses } from './tenses.js';
import { checkTypedChanges } from './typed-changes.js';
import { checkTypedReferences } from './typed-references.js';
import { checkTypedShares } from './typed-shares.js';
import { checkUnboundNumbers } from './unbound-numbers.js';
import { checkWords } from './words.js';
import { checkYears } from './years.js';

const CHECKS: ((paper: CheckablePaper) => Problem[])[] = [
  checkReferences,
  checkTypedReferences,
  checkUnboundNumbers,
  checkStatedFigures,
  checkRepeatedFigures,
  checkSignificance,
  checkMarkNotes,
  checkChanges,
  checkTypedChanges,
  checkClaims,
  checkSigns,
  checkRankings,
  checkShares,
  checkTypedShares,
  checkColumns,
  checkUnfinished,
  checkPeriodFigures,
  (paper) => checkAcronyms(paper, (passage) => findCellRow(passage, paper)),
  checkDateStyles,
  checkCalendar,
  checkTenses,
  checkPromises,
  checkYears,
  checkWords,
  checkUnchangedParagraphs,
  checkDescriptions,
  checkPictures,
  checkAccessibility,
  checkStructure,
  checkSections,
  checkRequiredSections,
  checkBackgroundPapers,
  checkPublication,
  checkAnnouncements,
];

/**
 * Stage 6: checks what a paper needs besides correct inputs before it can be published. A build succeeds despite these problems.
 * An issue is refused if one is an error. The template sets a rule's severity for its kind of paper, and a paper can switch
 * rules off.
 */
export function checkPaper(written: Omit<CheckablePaper, 'passages' | 'sentences'>): Problem[] {
  const passages = listPassages(written.document);
  const sentences = passages.filter(isRunningText).flatMap(splitSentences);
  const paper: CheckablePaper = { ...written, passages, sentences };
  return applySeverities(
    CHECKS.flatMap((check) => check(paper)),
    paper.inputs,
  );
}

/** Gives each problem the severity that the template sets for its rule. Leaves out rules that the paper switches off. */
export function applySeverities(problems: readonly Problem[], { template, paper }: Inputs): Problem[] {
  const settings: Partial<Record<string, Severity | 'off'>> = {
    ...template.rules,
    ...Object.fromEntries(paper.switchedOff.map(({ rule }) => [rule, 'off'])),
  };
  return problems.flatMap((problem) => {
    const severity = settings[problem.rule] ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
}
