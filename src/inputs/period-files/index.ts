import { activity } from './activity.js';
import { areas } from './areas.js';
import { facts } from './facts.js';
import type { PeriodFile } from './period-file.js';
import { shares } from './shares.js';
import { survey } from './survey.js';

/** Every kind of data file in a period's folder, in the order in which `papers new` lists them. */
export const PERIOD_FILES = [survey, areas, activity, shares, facts] as const satisfies readonly PeriodFile[];

/** The parts of a period's figures that a file contributes to. A missing one is a compile error in `readQuarter`. */
export type FilledKey = (typeof PERIOD_FILES)[number]['fills'][number];
