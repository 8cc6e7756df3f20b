/** The advice about a returned file without tracked changes. */
export const NOTHING_TRACKED =
  'Changes that were made without Track Changes cannot be seen. In Word, compare the file with the one that you sent (Review, Compare), and save the result.';
