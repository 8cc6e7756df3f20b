import { composePaper } from '../build-paper.js';
import { formatCount } from '../format/words.js';
import { DATA_MODEL } from '../model/data-model.js';
import type { Document } from '../model/document.js';
import { WORKING_EDITION } from '../model/edition.js';
import type { Inputs } from '../model/inputs.js';
import { isError } from '../model/problem.js';
import type { RedlineTheme } from '../model/theme.js';
import type { Options } from './command.js';
import type { OpenVersion } from './open-version.js';
import { printProblems } from './print.js';
import { runOnPaper } from './run-on-paper.js';

/** A version, and the name that the user gave it. */
export type NamedVersion = OpenVersion & { name: string };

/** A version as a document. `inputs` is null if only its stored document can be read. */
export interface ReadVersion {
  document: Document;
  theme: RedlineTheme;
  inputs: Inputs | null;
}

/** Returns true if the files of a version follow other rules than those of this program. */
export function hasOtherDataModel({ dataModel }: OpenVersion): boolean {
  return dataModel !== DATA_MODEL;
}

/**
 * Reads a version as a document: the stored one, or else one composed from its files. Returns `unreadable` if its files follow
 * other rules and no document was stored. Returns `broken` after it has printed the errors in the files.
 */
export async function readVersion(
  version: NamedVersion,
  options: Options,
  draw: boolean,
): Promise<ReadVersion | 'unreadable' | 'broken'> {
  const { name, root, period, paper, stored, edition = WORKING_EDITION } = version;
  if (hasOtherDataModel(version)) return stored ? { ...stored, inputs: null } : 'unreadable';
  const { result } = await runOnPaper(period, paper, { ...options, root }, (request) =>
    // The drawings of a stored document are stored with it.
    composePaper({ ...request, edition: () => edition }, { draw: draw && stored === null }),
  );
  if (stored) return { ...stored, inputs: result.inputs };
  const errors = result.problems.filter(isError);
  if (result.state === 'unread') {
    process.stderr.write(`papers: ${name} cannot be read, so there is nothing to compare\n`);
    printProblems({ ...result, problems: errors }, root);
    return 'broken';
  }
  const count = formatCount(errors.length, 'error');
  if (errors.length > 0)
    process.stderr.write(`papers: ${name} has ${count}. To list them, run: papers check\n`);
  const { inputs, document } = result;
  return { document, theme: inputs.theme, inputs };
}
