/** The source of a pattern without groups: words for a rise. */
export const UP =
  'rose|risen|rises?|increased?|increases|grew|grown|growth|up|higher|improved|improvement|gained?|gains';

/** The source of a pattern without groups: words for a fall. */
export const DOWN =
  'fell|fallen|falls?|dropped|drops?|decreased?|decreases|declined?|declines|reduced|reductions?|down|lower|cut';
