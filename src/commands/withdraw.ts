import { randomBytes } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ARCHIVE, EXEMPT_ARCHIVE } from '../archive/list-versions.js';
import type { Archive, ArchivedVersion, ArchiveFinding } from '../archive/read-archive.js';
import { STAGING_PREFIX } from '../archive/staging.js';
import { nameReport } from '../archive/version-folder.js';
import { KEPT } from '../archive/withdraw/kept-folder.js';
import type { PlannedVersion, WithdrawalRequest } from '../archive/withdraw/withdraw-version.js';
import { formatDate, formatIsoDate } from '../format/dates.js';
import { formatVersion } from '../model/edition.js';
import { findArchiveOwner } from './archive-owner.js';
import { askConsent } from './ask-consent.js';
import {
  addCommonOptions,
  HAS_ERRORS,
  parseDate,
  SUCCESS,
  UsageError,
  type Options,
  type Register,
} from './command.js';
import { formatPath } from './format-path.js';
import { makeSentenceParser } from './parse-sentence.js';
import { print, printJson } from './print.js';
import { readToday } from './read-today.js';
import { requireProject } from './require-project.js';
import { withArchiveLock } from './with-archive-lock.js';

interface WithdrawOptions extends Options {
  reason: string;
  dryRun?: boolean;
  yes?: boolean;
}

/** The folder that keeps withdrawn files. */
const KEPT_FOLDER = `output/${KEPT}`;

const HELP = `
The version's files leave ${ARCHIVE}, and go to ${KEPT_FOLDER}, which is not for the public. Its manifest, a notice
with the reason, and its lines in the register stay. A withdrawal cannot be taken back; issue a new version instead.

Examples:
  papers withdraw 1.0 --reason "Table 2 names a person."
  papers withdraw ${ARCHIVE}/performance/2009-04-02/8-performance-report/v1.0 --reason "…"
  papers withdraw 1.0 --reason "…" --dry-run    print what would change, and change nothing

On a terminal it asks first. --yes answers for scripts; without a terminal there is no question.`;

export const registerWithdraw: Register = (program, finish) => {
  addCommonOptions(
    program.command('withdraw').description('take the files of an issued version out of the public archive'),
  )
    .argument('<version>', 'a version such as 1.0, or its folder')
    .requiredOption(
      '--reason <words>',
      'the reason, in a sentence that readers see',
      makeSentenceParser('reason'),
    )
    .option('--made-at <date>', 'the day of the withdrawal, as YYYY-MM-DD (default: today)', parseDate)
    .option('--dry-run', 'print what would change, and change nothing')
    .option('--yes', 'ask no question')
    .addHelpText('after', HELP)
    .action(async (name: string, options: WithdrawOptions) => finish(await withdraw(name, options)));
};

async function withdraw(name: string, options: WithdrawOptions): Promise<number> {
  const { root, reason, madeAt = readToday() } = options;
  requireProject(root);
  const archive = join(root, ARCHIVE);
  const { readArchive } = await import('../archive/read-archive.js');
  const state = readArchive(archive);
  const request: WithdrawalRequest = {
    archive,
    folder: findFolder(name, archive, state),
    withdrawnOn: formatIsoDate(madeAt),
    reason,
    owner: findArchiveOwner(root, state),
    staging: STAGING_PREFIX + randomBytes(3).toString('hex'),
  };
  const { planWithdrawal, withdrawVersion } = await import('../archive/withdraw/withdraw-version.js');
  const { value: planned, refusals } = planWithdrawal(request);
  if (!planned || options.dryRun) return report(request, planned, refusals, options);
  const facts = describeWithdrawal(request, planned, root);
  if (!(await askConsent(facts, 'Withdraw this version?', options))) {
    print('Nothing was withdrawn. The archive is unchanged.');
    return HAS_ERRORS;
  }
  const done = await withArchiveLock(archive, () => withdrawVersion(request));
  const withdrawn = done.value && { version: done.value, quotes: planned.quotes };
  return report(request, withdrawn, done.refusals, options);
}

/** Finds the version's folder below the archive. Throws UsageError if there is none, or several have this version. */
function findFolder(name: string, archive: string, { versions }: Archive): string {
  const named = [resolve(name), resolve(archive, name)]
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory())
    .map((path) => relative(resolve(archive), path).split(sep).join('/'))
    .find((folder) => versions.some((version) => version.folder === folder));
  if (named !== undefined) return named;
  const [match, ...others] = versions.filter(({ manifest }) => manifest.version === name);
  if (match && others.length > 0)
    throw new UsageError(
      [
        `several papers have the version ${name}: name its folder`,
        ...[match, ...others].map(({ folder }) => `  ${formatPath('.', join(archive, folder))}`),
      ].join('\n'),
    );
  if (match) return match.folder;
  throw new UsageError(
    `no issued version is ${name}\nName a version such as 1.0, or its folder. "papers archive" lists them.`,
  );
}

/** Says what a withdrawal changes, before and after it. */
function describeWithdrawal(
  { folder, withdrawnOn, reason }: WithdrawalRequest,
  { version: { manifest }, quotes }: Withdrawn,
  root: string,
): string[] {
  const { paper, version, committee, meeting, outputs } = manifest;
  return [
    `${formatVersion(version)} of ${nameReport(paper)} (${committee.name}, ${meeting})`,
    `  is withdrawn on ${formatDate(withdrawnOn)}: ${reason}`,
    `  leave ${formatPath(root, `${ARCHIVE}/${folder}`)}: ${outputs.map(({ name }) => name).join(', ')}`,
    `  are kept in ${formatPath(root, `${KEPT_FOLDER}/${folder}`)}, which is not for the public`,
    `  stay: manifest.json, the record of the withdrawal, a notice with the reason, and the register`,
    ...describeQuotes(quotes, root).map((line) => `  ${line}`),
    `  A withdrawal cannot be taken back.`,
  ];
}

/** A version that is withdrawn or would be, and the later versions that quote it. */
type Withdrawn = Pick<PlannedVersion, 'version' | 'quotes'>;

function describeQuotes(quotes: ArchivedVersion[], root: string): string[] {
  return quotes.map(({ folder, manifest: { changes } }) => {
    const page = formatPath(root, `${ARCHIVE}/${folder}/${changes?.page ?? ''}`);
    return `${page} quotes it, and stays public. Withdraw that version, too, if it must not.`;
  });
}

function report(
  request: WithdrawalRequest,
  done: Withdrawn | null,
  refusals: ArchiveFinding[],
  { root, json, dryRun = false }: WithdrawOptions,
): number {
  const { folder, withdrawnOn, reason } = request;
  if (json)
    printJson({
      folder: `${ARCHIVE}/${folder}`,
      kept: `${KEPT_FOLDER}/${folder}`,
      withdrawn: done !== null && !dryRun,
      dryRun,
      withdrawnOn,
      reason,
      record: done?.version.withdrawal?.sha256 ?? null,
      quotedBy: done?.quotes.map(({ folder: later }) => `${ARCHIVE}/${later}`) ?? [],
      refusals,
    });
  else if (!done) {
    for (const { path, message } of refusals)
      process.stderr.write(`${formatPath(join(root, ARCHIVE), path)}: error: ${message}\n`);
    print('Nothing was withdrawn. The archive is unchanged.');
  } else if (dryRun) {
    for (const line of describeWithdrawal(request, done, root)) print(line);
    print('This was a dry run: nothing was withdrawn.');
  } else {
    print(`withdrew ${formatPath(root, `${ARCHIVE}/${folder}`)}`);
    print(
      `Its files are in ${formatPath(root, `${KEPT_FOLDER}/${folder}`)}. Keep this folder, and do not publish it.`,
    );
    for (const line of describeQuotes(done.quotes, root)) print(line);
    const exempt = `${EXEMPT_ARCHIVE}/${folder}`;
    if (existsSync(join(root, exempt)))
      print(
        `Its exempt edition is not withdrawn, and stays in ${formatPath(root, exempt)}, which is not for the public.`,
      );
    print(
      'Copies elsewhere are unchanged: a web server, a backup, or the history of git may still have the files.',
    );
  }
  return done ? SUCCESS : HAS_ERRORS;
}
