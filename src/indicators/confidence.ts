/** The confidence of every interval. */
export const CONFIDENCE = 0.95;

/** The significance level of every test. */
export const ALPHA = 0.05;
