import { InvalidArgumentError } from 'commander';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Issued, IssueOrder } from '../archive/issue/issue-version.js';
import type { BuiltPaper } from '../archive/make-manifest.js';
import { findNewestVersion } from '../archive/find-newest-version.js';
import { ARCHIVE } from '../archive/list-versions.js';
import { buildPaper } from '../build-paper.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { VERSION_PATTERN } from '../model/edition.js';
import { isError } from '../model/problem.js';
import { withArchiveLock } from './with-archive-lock.js';
import { runOnPaper } from './run-on-paper.js';
import { HAS_ERRORS, SUCCESS, addPaperArguments, type Options, type Register } from './command.js';
import { print, printJson, printProblems, type ProblemReport } from './print.js';
import { makeToolRecord } from './tool-record.js';

interface IssueOptions extends Options {
  as: string;
  note?: string;
}

export const registerIssue: Register = (program, finish) => {
  addPaperArguments(
    program
      .command('issue')
      .description('issue a version of a paper: it goes into the archive and never changes'),
  )
    .requiredOption('--as <version>', 'the version: 0.1, 0.2 … are drafts, 1.0, 1.1 … final', readVersion)
    .option('--note <words>', 'what has changed since the version before, in a sentence', readNote)
    .action(async (quarter: string | undefined, paper: string | undefined, options: IssueOptions) => {
      finish(await issue(quarter, paper, options));
    });
};

async function issue(
  quarter: string | undefined,
  paper: string | undefined,
  options: IssueOptions,
): Promise<number> {
  const archive = join(options.root, ARCHIVE);
  let edition = { version: options.as, after: null as string | null, note: options.note ?? null };
  const { chosen, result } = await runOnPaper(quarter, paper, options, (request) =>
    buildPaper({
      ...request,
      edition: (inputs) => {
        edition = { ...edition, after: findNewestVersion(archive, inputs) };
        return edition;
      },
    }),
  );
  const { problems, version } =
    result.state === 'built' && !result.problems.some(isError)
      ? await enter(archive, edition, {
          inputs: result.inputs,
          document: result.document,
          files: [...result.files, { name: 'sources.zip', bytes: result.sources }],
        })
      : { problems: [], version: null };
  report(chosen, { ...result, problems: [...result.problems, ...problems] }, version, options);
  return version ? SUCCESS : HAS_ERRORS;
}

async function enter(archive: string, edition: IssueOrder['edition'], made: BuiltPaper): Promise<Issued> {
  const { issueVersion } = await import('../archive/issue/issue-version.js');
  const { STAGING_PREFIX } = await import('../archive/issue/plan-issue-steps.js');
  const staging = STAGING_PREFIX + randomBytes(3).toString('hex');
  return withArchiveLock(archive, () =>
    issueVersion({ archive, made, edition, tool: makeToolRecord(), staging }),
  );
}

function report(
  chosen: PaperOnFile,
  outcome: ProblemReport,
  version: Issued['version'],
  { as, root, json }: IssueOptions,
): void {
  const folder = version && `${ARCHIVE}/${version.folder}`;
  if (json)
    printJson({
      ...chosen,
      version: as,
      issued: version !== null,
      folder,
      manifest: version?.sha256 ?? null,
      problems: outcome.problems,
    });
  else {
    printProblems(outcome, root);
    print(folder ? `issued ${folder}` : 'Nothing was issued; the archive is as it was.');
  }
}

function readVersion(text: string): string {
  if (!VERSION_PATTERN.test(text))
    throw new InvalidArgumentError(
      'A version is two numbers with a point between, such as 0.1, 1.0 or 1.10.',
    );
  return text;
}

/** More is no note: it stands in the paper's first lines, and in a list. */
const LONGEST_NOTE = 500;

function readNote(text: string): string {
  const note = text.trim().replace(/\s+/g, ' ');
  if (note === '') throw new InvalidArgumentError('The note is empty.');
  if (note.length > LONGEST_NOTE)
    throw new InvalidArgumentError(
      `The note has ${note.length} characters; at most ${LONGEST_NOTE} are printed.`,
    );
  if (/[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff]/.test(note))
    throw new InvalidArgumentError('The note has a character that cannot be printed.');
  return note;
}
