/** The names that a page of changes can have. */
export const CHANGES_NAMES: readonly string[] = ['changes.html', 'what-changed.html'];

/** Returns the name of a paper's page of changes. A paper named "changes" has a page of that name already. */
export function formatChangesName(paper: string): string {
  return paper === 'changes' ? 'what-changed.html' : 'changes.html';
}
