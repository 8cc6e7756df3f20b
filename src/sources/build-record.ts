import { DATA_MODEL } from '../model/data-model.js';
import type { Edition } from '../model/edition.js';
import type { Access } from '../model/exemption.js';
import { TOOL } from '../tool.js';

/** The choices of a build that are not in the author's files. With the sources they determine every byte of the paper. */
export interface BuildRecord extends Edition {
  tool: { name: string; version: string };
  'data-model': number;
  period: string;
  paper: string;
  status: 'draft' | 'final';
  madeAt: Date;
  /** Only of an exempt edition. */
  access?: 'exempt';
}

/** The name of the record's file in `sources.zip`. */
export const BUILD_RECORD = 'build.json';

/** Makes the record of a build by this program. */
export function makeBuildRecord(
  { period, paper }: Pick<BuildRecord, 'period' | 'paper'>,
  { status, madeAt }: Pick<BuildRecord, 'status' | 'madeAt'>,
  edition: Edition,
  access: Access,
): BuildRecord {
  const record = { tool: TOOL, 'data-model': DATA_MODEL, period, paper, status, madeAt, ...edition };
  return access === 'exempt' ? { ...record, access } : record;
}
