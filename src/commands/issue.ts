import { InvalidArgumentError } from 'commander';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { addChanges } from '../archive/changes/add-changes.js';
import { findBase } from '../archive/changes/find-base.js';
import type { VersionChanges } from '../archive/changes/make-changes.js';
import { findNewestVersion } from '../archive/find-newest-version.js';
import type { IssueRequest, PlannedIssue } from '../archive/issue/issue-version.js';
import { ARCHIVE } from '../archive/list-versions.js';
import { STAGING_PREFIX } from '../archive/staging.js';
import type { ArchivedVersion } from '../archive/read-archive.js';
import type { BuiltPaper as ArchivePaper } from '../archive/make-manifest.js';
import { findHistory } from '../archive/paper-history.js';
import { nameReport, nameTabledPaper } from '../archive/version-folder.js';
import { joinNames } from '../format/words.js';
import { buildPaper, type BuiltPaper } from '../build-paper.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { formatDate } from '../format/dates.js';
import { formatVersion, VERSION_PATTERN } from '../model/edition.js';
import { isError, type Checked, type Problem } from '../model/problem.js';
import { askConsent } from './ask-consent.js';
import { addPaperArguments, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { print, printFailure, printJson, printProblems, type ProblemReport } from './print.js';
import { formatPath } from './format-path.js';
import { readSourceDateEpoch } from './find-requested-paper.js';
import { makeSentenceParser } from './parse-sentence.js';
import { runOnPaper } from './run-on-paper.js';
import { makeToolRecord } from './make-tool-record.js';
import type { Validation } from '../archive/statement/statement-schema.js';
import { STANDARD_SETS } from '../model/pdf-standards.js';
import { withArchiveLock } from './with-archive-lock.js';

interface IssueOptions extends Options {
  as: string;
  note?: string;
  validator?: string;
  dryRun?: boolean;
  yes?: boolean;
}

const EXAMPLES = `
Examples:
  papers issue --as 0.1                 a first draft of the newest paper
  papers issue --as 1.0                 the final paper
  papers issue --as 1.1 --note "Table 2 corrected" --made-at 2009-04-20
  papers issue --as 1.0 --validator verapdf
  papers issue --as 1.0 --dry-run       print what would be written or refused, and write nothing

On a terminal it asks before a final version. --yes answers for scripts; without a terminal there is no question.`;

export const registerIssue: Register = (program, finish) => {
  addPaperArguments(
    program
      .command('issue')
      .description('issue a version of a paper: it is added to the archive and never changes'),
  )
    .requiredOption('--as <version>', 'the version: 0.1, 0.2 … are drafts, 1.0, 1.1 … final', parseVersion)
    .option(
      '--note <words>',
      'the changes since the previous version, in a sentence',
      makeSentenceParser('note'),
    )
    .option(
      '--validator <command>',
      'run veraPDF on the PDF first, and state its result with the version; issue nothing if it finds a fault',
    )
    .option('--dry-run', 'print what would be written, and write nothing')
    .option('--yes', 'ask no question')
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
  const outcome =
    result.state === 'built' && !result.problems.some(isError)
      ? await issueBuilt(archive, edition, result, options)
      : REFUSED;
  const report = { ...result, problems: [...result.problems, ...outcome.problems] };
  printOutcome(chosen, report, outcome, options);
  return outcome.state === 'issued' || outcome.state === 'planned' ? SUCCESS : HAS_ERRORS;
}

/** The outcome of a request to issue a version. */
interface Outcome {
  state: 'issued' | 'planned' | 'refused' | 'declined';
  planned: PlannedIssue | null;
  problems: Problem[];
}

const REFUSED: Outcome = { state: 'refused', planned: null, problems: [] };

/** Plans the issue, asks the user, and adds the version to the archive. The archive is locked, or made, only for the last. */
async function issueBuilt(
  archive: string,
  edition: IssueEdition,
  paper: BuiltPaper,
  options: IssueOptions,
): Promise<Outcome> {
  const { issueVersion, planIssue } = await import('../archive/issue/issue-version.js');
  const { listVersionFiles } = await import('../archive/list-version-files.js');
  const { listStatementFiles } = await import('../archive/statement/list-statement-files.js');
  const validation = options.validator === undefined ? null : await validate(options.validator, paper);
  if (validation?.problems.some(isError)) return { ...REFUSED, problems: validation.problems };
  const { inputs, document, sourceFiles } = paper;
  const made = { inputs, document, sourceFiles, files: listVersionFiles(paper) };
  const statement = listStatementFiles(made, edition.version, validation?.value ?? null);
  const whole = { ...made, files: [...made.files, ...statement] };
  const { value: changes, problems: faults } = await compareWithBase(archive, edition, whole);
  if (faults.length > 0) return { ...REFUSED, problems: faults };
  const built = changes ? addChanges(whole, changes) : whole;
  const isDateStated = options.madeAt !== undefined || readSourceDateEpoch() !== null;
  const request = { archive, built, edition, tool: makeToolRecord(), isDateStated };
  const { value: planned, problems } = planIssue(request);
  if (!planned) return { state: 'refused', planned, problems };
  if (options.dryRun) return { state: 'planned', planned, problems };
  const isFinal = planned.version.manifest.status === 'final';
  const question = 'Issue this final version?';
  if (isFinal && !(await askConsent(describePlan(planned, options.root), question, options)))
    return { state: 'declined', planned, problems };
  const staging = STAGING_PREFIX + randomBytes(3).toString('hex');
  const done = await withArchiveLock(archive, () => issueVersion(request, staging));
  return { state: done.value ? 'issued' : 'refused', planned, problems: done.problems };
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
  const history = findHistory(readArchive(archive).versions, nameTabledPaper(built.inputs));
  // A page of changes would publish the words of a withdrawn version again.
  const base = findBase(
    history.filter(({ withdrawal }) => withdrawal === null),
    version,
  );
  return base ? await makeChanges({ archive, base, built, version, note }) : { value: null, problems: [] };
}

/** Says what an issue adds to the archive, before it does. */
function describePlan({ version: { manifest, folder }, files, pages }: PlannedIssue, root: string): string[] {
  const { paper, version, committee, meeting, madeAt, note } = manifest;
  const date = formatDate(madeAt.slice(0, 10));
  return [
    `${formatVersion(version)} of ${nameReport(paper)} (${committee.name}, ${meeting})`,
    `  dated ${date}${note === null ? '' : `, with the note: ${note}`}`,
    `  adds ${formatPath(root, `${ARCHIVE}/${folder}`)}: ${files.map(({ name }) => name).join(', ')}`,
    `  writes ${pages.map(({ name }) => formatPath(root, `${ARCHIVE}/${name}`)).join(', ')}`,
    `  An issued version never changes. A correction is a new version.`,
  ];
}

function printOutcome(
  chosen: PaperOnFile,
  result: ProblemReport,
  { state, planned }: Outcome,
  { as, root, json, dryRun = false }: IssueOptions,
): void {
  const folder = planned && `${ARCHIVE}/${planned.version.folder}`;
  if (json)
    printJson({
      ...chosen,
      version: as,
      issued: state === 'issued',
      dryRun,
      folder: state === 'refused' ? null : folder,
      manifest: state === 'refused' ? null : (planned?.version.sha256 ?? null),
      files: planned?.files.map(({ name }) => name) ?? [],
      pages: planned?.pages.map(({ name }) => `${ARCHIVE}/${name}`) ?? [],
      problems: result.problems,
    });
  else {
    printProblems(result, root);
    if (state === 'issued' && planned && folder)
      print(`issued ${formatPath(root, folder)}${describeChanges(planned.version)}`);
    else if (state === 'planned' && planned) {
      for (const line of describePlan(planned, root)) print(line);
      print('This was a dry run: nothing was issued.');
    } else printFailure(result.problems, 'Nothing was issued. The archive is unchanged.', root);
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
