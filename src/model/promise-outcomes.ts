/**
 * What can have become of the rows of a data set with days due and days done: done by the day due, done later, not done though
 * the day has passed, not done yet, or gone from the data set without being done.
 */
export const PROMISE_OUTCOMES = ['kept', 'late', 'overdue', 'open', 'dropped'] as const;

export type PromiseOutcome = (typeof PROMISE_OUTCOMES)[number];
