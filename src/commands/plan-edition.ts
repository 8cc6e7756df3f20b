import { join } from 'node:path';
import { addChanges } from '../archive/changes/add-changes.js';
import { findBase } from '../archive/changes/find-base.js';
import type { VersionChanges } from '../archive/changes/make-changes.js';
import { findIssuedVersions } from '../archive/find-issued-versions.js';
import type { IssueRequest, PlannedIssue } from '../archive/issue/issue-version.js';
import { getArchive } from '../archive/list-versions.js';
import type { BuiltPaper as ArchivePaper } from '../archive/make-manifest.js';
import { findHistory } from '../archive/paper-history.js';
import type { ArchivedVersion } from '../archive/read-archive.js';
import type { Validation } from '../archive/statement/statement-schema.js';
import { nameTabledPaper } from '../archive/version-folder.js';
import type { BuiltPaper } from '../build-paper.js';
import type { Access } from '../model/exemption.js';
import type { Inputs } from '../model/inputs.js';
import { STANDARD_SETS } from '../model/pdf-standards.js';
import { isError, makeError, type Checked, type Problem } from '../model/problem.js';
import type { Options } from './command.js';
import { readSourceDateEpoch } from './find-requested-paper.js';
import { makeToolRecord } from './make-tool-record.js';

/** An edition of a paper that can be issued. */
export interface PlannedEdition extends PlannedIssue {
  /** The archive's folder in the project. */
  archive: string;
  request: IssueRequest;
  /** True for the exempt edition if an earlier command issued it and was stopped before the public one. */
  isIssued: boolean;
}

export type IssueEdition = IssueRequest['edition'];

interface PlanOptions extends Pick<Options, 'root' | 'madeAt'> {
  validator?: string;
}

/**
 * Plans the issue of one edition: runs the validator on its PDF, and makes the statement and the page of changes from its own archive.
 * Returns null and the problems if it is refused. Writes nothing. `hasExemptEdition` is true if the paper has two editions.
 */
export async function planEdition(
  paper: BuiltPaper,
  edition: IssueEdition,
  hasExemptEdition: boolean,
  options: PlanOptions,
): Promise<Checked<PlannedEdition | null>> {
  const { planIssue } = await import('../archive/issue/issue-version.js');
  const { access } = paper.inputs;
  const folder = getArchive(access);
  const archive = join(options.root, folder);
  const { value: built, problems: faults } = await completeFiles(archive, paper, edition, options);
  if (!built) return { value: null, problems: faults };
  const other = getArchive(access === 'exempt' ? 'public' : 'exempt');
  const request: IssueRequest = {
    archive,
    built,
    edition,
    tool: makeToolRecord(),
    isDateStated: options.madeAt !== undefined || readSourceDateEpoch() !== null,
    otherEdition: {
      newest:
        findIssuedVersions(join(options.root, other), paper.inputs)
          .filter((version) => version !== edition.version)
          .at(-1) ?? null,
      mayHaveChanged: hasExemptEdition && access === 'public',
    },
  };
  const finished = access === 'exempt' ? await findInterrupted(request, options.root) : null;
  if (finished) {
    const { value: version, problems } = finished;
    const planned = version && { archive: folder, request, version, files: [], pages: [], isIssued: true };
    return { value: planned, problems };
  }
  const { value: planned, problems } = planIssue(request);
  return { value: planned && { archive: folder, request, ...planned, isIssued: false }, problems };
}

/**
 * Finds the version that a new one follows. An exempt edition whose public edition was never issued is issued again under its number,
 * and not followed.
 */
export function findPreviousVersion(root: string, inputs: Inputs, version: string): string | null {
  const find = (access: Access): string[] => findIssuedVersions(join(root, getArchive(access)), inputs);
  const versions = find(inputs.access);
  const isInterrupted =
    inputs.access === 'exempt' && versions.at(-1) === version && !find('public').includes(version);
  return versions.at(isInterrupted ? -2 : -1) ?? null;
}

/** Adds the statement and the page of changes to the files of a build. The value is null if the validator or the archive has a fault. */
async function completeFiles(
  archive: string,
  paper: BuiltPaper,
  edition: IssueEdition,
  { validator }: PlanOptions,
): Promise<Checked<ArchivePaper | null>> {
  const { listVersionFiles } = await import('../archive/list-version-files.js');
  const { listStatementFiles } = await import('../archive/statement/list-statement-files.js');
  const validation = validator === undefined ? null : await validate(validator, paper);
  if (validation?.problems.some(isError)) return { value: null, problems: validation.problems };
  const { inputs, document, sourceFiles } = paper;
  const made = { inputs, document, sourceFiles, files: listVersionFiles(paper) };
  const statement = listStatementFiles(made, edition.version, validation?.value ?? null);
  const whole = { ...made, files: [...made.files, ...statement] };
  const { value: changes, problems } = await compareWithBase(archive, edition, whole);
  if (problems.length > 0) return { value: null, problems };
  return { value: changes ? addChanges(whole, changes) : whole, problems: [] };
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

/**
 * Finds the exempt edition of a version whose public edition was never issued, because a command was stopped between the two. It must
 * have the bytes of this build. Null if there is none.
 */
async function findInterrupted(
  { archive, built, edition, tool }: IssueRequest,
  root: string,
): Promise<Checked<ArchivedVersion | null> | null> {
  const { version, note } = edition;
  if (findIssuedVersions(join(root, getArchive('public')), built.inputs).includes(version)) return null;
  const { readArchive } = await import('../archive/read-archive.js');
  const { makeManifest } = await import('../archive/make-manifest.js');
  const manifest = makeManifest(built, { version, note, previous: null }, tool);
  const found = findHistory(readArchive(archive).versions, manifest).find(
    (known) => known.manifest.version === version,
  );
  if (!found) return null;
  if (JSON.stringify(found.manifest.outputs) === JSON.stringify(manifest.outputs))
    return { value: found, problems: [] };
  return { value: null, problems: [reportOtherFiles(version)] };
}

function reportOtherFiles(version: string): Problem {
  const message = `the exempt edition of ${version} was issued from other files or options, and its public edition was not issued`;
  const hint = 'Restore the files and use the same options, or issue both editions under the next number.';
  return makeError('exempt-version-agrees', undefined, message, { hint });
}
