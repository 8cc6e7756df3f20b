import type { Edition } from '../model/edition.js';
import { TOOL } from '../tool.js';

/** What the command line decided of a build: with the sources, all that it takes to make the same bytes again. */
export interface BuildRecord extends Edition {
  tool: { name: string; version: string };
  quarter: string;
  paper: string;
  status: 'draft' | 'final';
  madeAt: Date;
}

export function makeBuildRecord(
  { quarter, paper }: Pick<BuildRecord, 'quarter' | 'paper'>,
  { status, madeAt }: Pick<BuildRecord, 'status' | 'madeAt'>,
  edition: Edition,
): BuildRecord {
  return { tool: TOOL, quarter, paper, status, madeAt, ...edition };
}

export const BUILD_RECORD = 'build.json';
