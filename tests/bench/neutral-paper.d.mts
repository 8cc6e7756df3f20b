export const PERIOD: string;
export const PAPER: string;
/** Writes the neutral paper as a project. Returns its folder. */
export function writeNeutralProject(root: string, factor: number, seed?: number): string;
