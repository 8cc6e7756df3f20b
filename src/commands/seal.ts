import { InvalidArgumentError } from 'commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckedSeal, SealVerdict } from '../archive/seal/check-seals.js';
import { ARCHIVE } from '../archive/list-versions.js';
import type { ArchiveFinding } from '../archive/read-archive.js';
import { REGISTER } from '../archive/register.js';
import { readIfPresent } from '../disk/read-if-present.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';
import { sha256 } from '../sha256.js';
import {
  addCommonOptions,
  HAS_ERRORS,
  SUCCESS,
  UsageError,
  type Options,
  type Register as RegisterCommand,
} from './command.js';
import { describeSeal } from './describe-seal.js';
import { formatPath } from './format-path.js';
import { print, printJson } from './print.js';
import { readTrusted } from './read-trusted.js';
import { requireProject } from './require-project.js';
import { withArchiveLock } from './with-archive-lock.js';

interface SealOptions extends Options {
  tsa?: string;
  certificate?: string;
}

const HELP = `
A time-stamping authority signs the SHA-256 of the register, and the time. Its answer is stored as seals/1.tsr in the archive, and is checked
first. The authority learns nothing but the hash. Only this command uses the network; papers verify checks seals without it.

Examples:
  papers seal                                        ask the authority that data/organisation.yaml names
  papers seal --tsa https://timestamps.example.org   ask another one`;

export const registerSeal: RegisterCommand = (program, finish) => {
  addCommonOptions(
    program
      .command('seal')
      .description('let a time-stamping authority sign the register, to show what existed when'),
  )
    .option('--tsa <url>', 'the address of the authority (default: that in data/organisation.yaml)', parseUrl)
    .option('--certificate <file>', 'the certificates to check its answer with, as PEM (default: likewise)')
    .addHelpText('after', HELP)
    .action(async (options: SealOptions) => {
      finish(await seal(options));
    });
};

function parseUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:$/.test(new URL(text).protocol))
    throw new InvalidArgumentError('Write an address that begins with https:// or http://.');
  return text;
}

async function seal(options: SealOptions): Promise<number> {
  const archive = join(options.root, ARCHIVE);
  if (!existsSync(archive)) requireProject(options.root);
  const url = options.tsa ?? readOrganisation(options.root).value?.timeStamping?.url;
  const trusted = readTrusted(options);
  if (url === undefined) throw new UsageError(`no time-stamping authority is named\n${HOW_TO_NAME}`);
  if (trusted === null)
    throw new UsageError(
      `the certificate of the authority is not named, so its seals could not be checked\n${HOW_TO_NAME}`,
    );
  const register = readIfPresent(join(archive, REGISTER));
  if (!register || register.length === 0)
    throw new UsageError('nothing has been issued, so there is nothing to seal');
  const { checkSeals } = await import('../archive/seal/check-seals.js');
  const before = await checkSeals(archive, trusted);
  const faults = [...(await findArchiveFaults(archive)), ...before.faults];
  if (faults.length > 0) return refuse(faults, archive, options);
  const covered = before.seals.find(({ lines }) => lines === before.registerLines);
  if (covered && before.unlisted.length === 0) return report(covered, false, options);
  return askAndStore({ archive, url, trusted, register, options });
}

const HOW_TO_NAME =
  'Add to data/organisation.yaml: time-stamping: { url: https://…, certificate: data/time-stamping.pem }. Or use --tsa and --certificate.';

async function findArchiveFaults(archive: string): Promise<ArchiveFinding[]> {
  const { readArchive } = await import('../archive/read-archive.js');
  const { findLostVersions } = await import('../archive/find-lost-versions.js');
  const state = readArchive(archive);
  return [...state.faults, ...findLostVersions(state)];
}

interface SealRequest {
  archive: string;
  url: string;
  trusted: Uint8Array[];
  register: Buffer;
  options: SealOptions;
}

async function askAndStore({ archive, url, trusted, register, options }: SealRequest): Promise<number> {
  const { askAuthority, NoAnswer } = await import('../archive/seal/ask-authority.js');
  const { isInvalidTimestamp } = await import('../archive/seal/check-seals.js');
  const { makeQuery, verifyTimestamp } = await import('../archive/seal/timestamp.js');
  const query = makeQuery(sha256(register));
  try {
    const answer = await askAuthority(url, query.bytes);
    const { nonce } = await verifyTimestamp(answer, register, trusted);
    if (nonce !== query.nonce)
      return fail(`${url} answers another request: its number is not the one that was sent`, options);
    return await store(archive, Buffer.from(answer), trusted, options);
  } catch (error) {
    if (error instanceof NoAnswer) return fail(`${url} ${error.message}`, options);
    if (isInvalidTimestamp(error)) return fail(`${url}: the timestamp ${error.message}`, options);
    throw error;
  }
}

async function store(
  archive: string,
  answer: Buffer,
  trusted: Uint8Array[],
  options: SealOptions,
): Promise<number> {
  const { storeSeal } = await import('../archive/seal/store-seal.js');
  const { checkSeals } = await import('../archive/seal/check-seals.js');
  const { number } = await withArchiveLock(archive, () => storeSeal(archive, answer));
  const verdict: SealVerdict = await checkSeals(archive, trusted);
  const stored = verdict.seals.find((checked) => checked.number === number);
  return stored ? report(stored, true, options) : refuse(verdict.faults, archive, options);
}

function report(seal: CheckedSeal, isNew: boolean, { root, json }: SealOptions): number {
  const file = `${ARCHIVE}/seals/${seal.number}.tsr`;
  if (json) printJson({ sealed: isNew, file, ...seal });
  else
    print(
      `${isNew ? `sealed: ${formatPath(root, file)}` : 'Nothing to seal: nothing was issued since the last seal.'}\n${describeSeal(seal)}`,
    );
  return SUCCESS;
}

function refuse(faults: ArchiveFinding[], archive: string, options: SealOptions): number {
  const lines = faults.map(({ path, message }) => `${formatPath(archive, path)}: error: ${message}`);
  return fail(`the archive is not as it should be. Run papers verify.\n${lines.join('\n')}`, options);
}

function fail(message: string, { json }: SealOptions): number {
  if (json) printJson({ sealed: false, error: message });
  else process.stderr.write(`Not sealed: ${message}\nThe archive is unchanged.\n`);
  return HAS_ERRORS;
}
