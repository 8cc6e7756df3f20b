import type { SoundPaper, UnreadPaper, UnsoundPaper } from '../build-paper.js';
import { isError, removeDuplicates, type Problem } from '../model/problem.js';
import { findUnprintedChanges } from '../review/find-unprinted-changes.js';
import type { Proposal } from '../review/proposal.js';
import type { ReadText } from '../review/source-offsets.js';
import { listPaperPassages } from './review-paper.js';

/** Lists new errors, if the paper cannot be built, and changes that it would not print as they are in the returned file. */
export function listReviewFaults(
  accepted: readonly Proposal[],
  before: { problems: readonly Problem[] },
  after: UnreadPaper | UnsoundPaper | SoundPaper,
  readText: ReadText,
): string[] {
  if (after.state === 'unread' || after.state === 'unsound')
    return listNewErrors(before, after).map((error) => `With these changes: ${error}`);
  return findUnprintedChanges(accepted, listPaperPassages(after, readText)).map(
    ({ proposal, expected }) =>
      `Change ${proposal.number} would not print as it is in the file: ${expected.slice(0, 200)}`,
  );
}

/** Lists the errors of a paper that it did not have before, each with its place. */
export function listNewErrors(
  before: { problems: readonly Problem[] },
  after: { problems: Problem[] },
): string[] {
  const known = new Set(before.problems.map(({ message }) => message));
  return removeDuplicates(after.problems)
    .filter((problem) => isError(problem) && !known.has(problem.message))
    .map(({ message, place }) => `${message}${place ? ` (${place.file}:${place.line})` : ''}.`);
}
