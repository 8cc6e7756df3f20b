/** The direction of change that is an improvement. `neither` if no direction is better. */
export type BetterWhen = 'higher' | 'lower' | 'neither';
