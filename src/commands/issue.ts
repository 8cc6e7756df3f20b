import { InvalidArgumentError } from 'commander';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addChanges } from '../archive/changes/add-changes.js';
import { findBase } from '../archive/changes/find-base.js';
import type { VersionChanges } from '../archive/changes/make-changes.js';
import { findNewestVersion } from '../archive/find-newest-version.js';
import type { IssueRequest } from '../archive/issue/issue-version.js';
import type { BuiltPaper as ArchivePaper } from '../archive/make-manifest.js';
import { findHistory } from '../archive/paper-history.js';
import { formatPaperFolder, nameTabledPaper } from '../archive/version-folder.js';
import { ARCHIVE } from '../archive/list-versions.js';
import type { ArchivedVersion } from '../archive/read-archive.js';
import { STAGING_PREFIX } from '../archive/staging.js';
import { buildPaper, type BuiltPaper } from '../build-paper.js';
import type { Validation } from '../archive/statement/statement-schema.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { joinNames } from '../format/words.js';
import { VERSION_PATTERN } from '../model/edition.js';
import { STANDARD_SETS } from '../model/pdf-standards.js';
import { isError, type Checked } from '../model/problem.js';
import { addPaperArguments, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { print, printFailure, printJson, printProblems, type ProblemReport } from './print.js';
import { formatPath } from './format-path.js';
import { runOnPaper } from './run-on-paper.js';
import { makeToolRecord } from './make-tool-record.js';
import { withArchiveLock } from './with-archive-lock.js';

interface IssueOptions extends Options {
  as: string;
  note?: string;
  validator?: string;
}

const EXAMPLES = `
Examples:
  papers issue --as 0.1                 a first draft of the newest paper
  papers issue --as 1.0                 the final paper
  papers issue --as 1.1 --note "Table 2 corrected"
  papers issue --as 1.0 --validator verapdf`;

export const registerIssue: Register = (program, finish) => {
  addPaperArguments(
    program
      .command('issue')
      .description('issue a version of a paper: it is added to the archive and never changes'),
  )
    .requiredOption('--as <version>', 'the version: 0.1, 0.2 … are drafts, 1.0, 1.1 … final', parseVersion)
    .option('--note <words>', 'the changes since the previous version, in a sentence', parseNote)
    .option(
      '--validator <command>',
      'run veraPDF on the PDF first, and state its result with the version; issue nothing if it finds a fault',
    )
    .addHelpText('after', EXAMPLES)
    .action(async (period: string | undefined, paper: string | undefined, options: IssueOptions) => {
      finish(await issue(period, paper, options));
    });
};

type IssueEdition = IssueRequest['edition'];

async function issue(
  period: string | undefined,
  paper: string | undefined,
  options: IssueOptions,
): Promise<number> {
  const archive = join(options.root, ARCHIVE);
  // The edition of this build is kept, because the archive may change before the version is added to it.
  let edition: IssueEdition = { version: options.as, after: null, note: options.note ?? null };
  const { chosen, result } = await runOnPaper(period, paper, options, (request) =>
    buildPaper({
      ...request,
      edition: (inputs) => {
        edition = { ...edition, after: findNewestVersion(archive, inputs) };
        return edition;
      },
    }),
  );
  const { value: version, problems } =
    result.state === 'built' && !result.problems.some(isError)
      ? await addToArchive(archive, edition, result, options.validator)
      : { value: null, problems: [] };
  printResult(chosen, { ...result, problems: [...result.problems, ...problems] }, version, options);
  return version ? SUCCESS : HAS_ERRORS;
}

async function addToArchive(
  archive: string,
  edition: IssueEdition,
  paper: BuiltPaper,
  validator: string | undefined,
): Promise<Checked<ArchivedVersion | null>> {
  const { issueVersion } = await import('../archive/issue/issue-version.js');
  const staging = STAGING_PREFIX + randomBytes(3).toString('hex');
  const { listVersionFiles } = await import('../archive/list-version-files.js');
  const { listStatementFiles } = await import('../archive/statement/list-statement-files.js');
  const validation = validator === undefined ? null : await validate(validator, paper);
  if (validation?.problems.some(isError)) return { value: null, problems: validation.problems };
  const { inputs, document, sourceFiles } = paper;
  const made = { inputs, document, sourceFiles, files: listVersionFiles(paper) };
  const statement = listStatementFiles(made, edition.version, validation?.value ?? null);
  const built = { ...made, files: [...made.files, ...statement] };
  const { value: changes, problems } = await compareWithBase(archive, edition, built);
  if (problems.length > 0) return { value: null, problems };
  const whole = changes ? addChanges(built, changes) : built;
  return withArchiveLock(archive, () =>
    issueVersion({ archive, built: whole, edition, tool: makeToolRecord(), staging }),
  );
}

async function validate(command: string, { files, inputs }: BuiltPaper): Promise<Checked<Validation | null>> {
  const { runValidator } = await import('./run-validator.js');
  const pdf = files.find(({ name }) => name.endsWith('.pdf'))?.bytes ?? new Uint8Array();
  return runValidator(command, pdf, STANDARD_SETS[inputs.theme.pdf.version]);
}

/** Compares with an earlier version before the archive is locked. Issued versions never change. */
async function compareWithBase(
  archive: string,
  { version, note }: IssueEdition,
  built: ArchivePaper,
): Promise<Checked<VersionChanges | null>> {
  const { makeChanges } = await import('../archive/changes/make-changes.js');
  const { readArchive } = await import('../archive/read-archive.js');
  const history = findHistory(
    readArchive(archive).versions,
    formatPaperFolder(nameTabledPaper(built.inputs)),
  );
  const base = findBase(history, version);
  return base ? await makeChanges({ archive, base, built, version, note }) : { value: null, problems: [] };
}

function printResult(
  chosen: PaperOnFile,
  result: ProblemReport,
  version: ArchivedVersion | null,
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
      problems: result.problems,
    });
  else {
    printProblems(result, root);
    if (version)
      print(`issued ${formatPath(root, `${ARCHIVE}/${version.folder}`)}${describeChanges(version)}`);
    else printFailure(result.problems, 'Nothing was issued. The archive is unchanged.', root);
  }
}

/** Names the page of changes and counts them. Empty for a version without one. */
function describeChanges({ manifest: { changes } }: ArchivedVersion): string {
  if (!changes) return '';
  const counts = changes.summary.length === 0 ? 'nothing that a reader sees' : joinNames(changes.summary);
  return `\n${changes.page} in it shows what changed since ${changes.since}: ${counts}`;
}

function parseVersion(text: string): string {
  if (!VERSION_PATTERN.test(text))
    throw new InvalidArgumentError(
      'A version is two numbers with a point between, such as 0.1, 1.0 or 1.10.',
    );
  return text;
}

/** The most characters of a note. Papers print it among their first lines, and lists show it. */
const LONGEST_NOTE = 500;

function parseNote(text: string): string {
  const note = text.trim().replace(/\s+/g, ' ');
  if (note === '') throw new InvalidArgumentError('The note is empty.');
  if (note.length > LONGEST_NOTE)
    throw new InvalidArgumentError(
      `The note has ${note.length} characters. Shorten it to at most ${LONGEST_NOTE}.`,
    );
  if (/[\u0000-\u001f\u007f-\u009f\ue000-\uf8ff]/.test(note))
    throw new InvalidArgumentError('The note has a character that cannot be printed.');
  return note;
}
