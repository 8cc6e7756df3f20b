import { InvalidArgumentError } from 'commander';
import { randomBytes } from 'node:crypto';
import { ARCHIVE } from '../archive/list-versions.js';
import { describeOwner } from '../archive/pages/archive-owner.js';
import { STAGING_PREFIX } from '../archive/staging.js';
import type { BuiltPaper } from '../build-paper.js';
import { getVersionStatus, VERSION_PATTERN } from '../model/edition.js';
import type { Access } from '../model/exemption.js';
import { isError, type Checked, type Problem } from '../model/problem.js';
import { askConsent } from './ask-consent.js';
import { buildEditions, type BuiltEditions } from './build-editions.js';
import { addPaperArguments, HAS_ERRORS, SUCCESS, type Options, type Register } from './command.js';
import { makeSentenceParser } from './parse-sentence.js';
import { findPreviousVersion, planEdition, type IssueEdition, type PlannedEdition } from './plan-edition.js';
import { describeEditions, printIssue, type IssueOutcome } from './print-issue.js';
import { runOnPaper } from './run-on-paper.js';
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

async function issue(
  period: string | undefined,
  paper: string | undefined,
  options: IssueOptions,
): Promise<number> {
  // The editions of this build are kept, because the archives may change before the version is added to them.
  const base: IssueEdition = { version: options.as, after: null, note: options.note ?? null };
  const editions: Record<Access, IssueEdition> = { public: base, exempt: base };
  const { chosen, result } = await runOnPaper(period, paper, options, (request) =>
    buildEditions({
      ...request,
      edition: (inputs) => {
        const after = findPreviousVersion(options.root, inputs, options.as);
        editions[inputs.access] = { ...base, after };
        return editions[inputs.access];
      },
    }),
  );
  const outcome =
    result.state === 'built' && !result.problems.some(isError)
      ? await issueBuilt(result, editions, options)
      : refuse([]);
  const inputs = result.state === 'built' ? result.publicEdition.inputs : result.inputs;
  const report = { inputs, problems: [...result.problems, ...outcome.problems] };
  printIssue(chosen, report, outcome, options);
  return outcome.state === 'issued' || outcome.state === 'planned' ? SUCCESS : HAS_ERRORS;
}

function refuse(problems: Problem[]): IssueOutcome {
  return { state: 'refused', editions: [], problems };
}

/**
 * Plans both editions, searches the public one for leaks, asks the user, and adds the editions to their archives, the exempt one first.
 * The archives are locked, or made, only for the last.
 */
async function issueBuilt(
  built: BuiltEditions,
  editions: Record<Access, IssueEdition>,
  options: IssueOptions,
): Promise<IssueOutcome> {
  const { value: planned, problems } = await planEditions(built, editions, options);
  if (!planned) return refuse(problems);
  if (options.dryRun) return { state: 'planned', editions: planned, problems };
  const isFinal = getVersionStatus(options.as) === 'final';
  const question = 'Issue this final version?';
  if (isFinal && !(await askConsent(describeEditions(planned, options.root), question, options)))
    return { state: 'declined', editions: planned, problems };
  return addEditions(planned);
}

async function planEditions(
  { publicEdition, exemptEdition }: BuiltEditions,
  editions: Record<Access, IssueEdition>,
  options: IssueOptions,
): Promise<Checked<PlannedEdition[] | null>> {
  const planned: PlannedEdition[] = [];
  const problems: Problem[] = [];
  for (const paper of [exemptEdition, publicEdition].filter((edition) => edition !== null)) {
    const edition = editions[paper.inputs.access];
    const plan = await planEdition(paper, edition, exemptEdition !== null, options);
    problems.push(...plan.problems.filter(isNewIn(problems)));
    if (plan.value) planned.push(plan.value);
  }
  const leaks = exemptEdition ? await searchForLeaks(planned, exemptEdition, options.note ?? null) : [];
  problems.push(...leaks);
  return { value: problems.some(isError) ? null : planned, problems };
}

/** Both editions are often refused for the same reason. */
function isNewIn(problems: Problem[]): (problem: Problem) => boolean {
  return ({ rule, message }) => !problems.some((known) => known.rule === rule && known.message === message);
}

/** Searches everything that the public archive would get for words and numbers of the exempt parts. */
async function searchForLeaks(
  planned: PlannedEdition[],
  { inputs, document }: BuiltPaper,
  note: string | null,
): Promise<Problem[]> {
  const published = planned.find(({ archive }) => archive === ARCHIVE);
  if (!published) return [];
  const { findLeaks } = await import('../archive/leaks/find-leaks.js');
  const { findUnlistedFigures } = await import('../archive/leaks/find-unlisted-figures.js');
  const { keepNewLines } = await import('../archive/leaks/keep-new-lines.js');
  const { listSecrets } = await import('../archive/leaks/list-secrets.js');
  const words = { name: 'the note of the version', bytes: Buffer.from(note ?? '') };
  const pages = published.pages.map((page) => keepNewLines(published.request.archive, page));
  return [
    ...findUnlistedFigures(inputs, document),
    ...(await findLeaks([words, ...published.files, ...pages], listSecrets(inputs, document))),
  ];
}

async function addEditions(editions: PlannedEdition[]): Promise<IssueOutcome> {
  const { issueVersion } = await import('../archive/issue/issue-version.js');
  const { refreshPages } = await import('../archive/pages/refresh-pages.js');
  const problems: Problem[] = [];
  let added = 0;
  for (const { request, version, isIssued } of editions) {
    const staging = STAGING_PREFIX + randomBytes(3).toString('hex');
    const done = await withArchiveLock(request.archive, () => {
      if (!isIssued) return issueVersion(request, staging);
      // The command that was stopped may not have come to the pages of the archive.
      refreshPages(request.archive, describeOwner(request.built.inputs.organisation));
      return { value: version, problems: [] };
    });
    problems.push(...done.problems.filter(isNewIn(problems)));
    if (!done.value) return { state: added === 0 ? 'refused' : 'half issued', editions, problems };
    added += 1;
  }
  return { state: 'issued', editions, problems };
}

function parseVersion(text: string): string {
  if (!VERSION_PATTERN.test(text))
    throw new InvalidArgumentError(
      'A version is two numbers with a point between, such as 0.1, 1.0 or 1.10.',
    );
  return text;
}
