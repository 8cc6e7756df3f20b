/** A design effect that is ordinary in surveys with clustered or weighted interviews. */
export const ORDINARY_DESIGN_EFFECT = 2;
