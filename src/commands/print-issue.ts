import type { PlannedIssue } from '../archive/issue/issue-version.js';
import { ARCHIVE } from '../archive/list-versions.js';
import type { ArchivedVersion } from '../archive/read-archive.js';
import { nameReport } from '../archive/version-folder.js';
import { formatDate } from '../format/dates.js';
import { joinNames } from '../format/words.js';
import type { PaperOnFile } from '../inputs/project/list-papers.js';
import { formatVersion } from '../model/edition.js';
import type { Problem } from '../model/problem.js';
import type { Options } from './command.js';
import { formatPath } from './format-path.js';
import type { PlannedEdition } from './plan-edition.js';
import { print, printFailure, printJson, printProblems, type ProblemReport } from './print.js';

/** The outcome of a request to issue a version. */
export interface IssueOutcome {
  /** `half issued` is the exempt edition without the public one. */
  state: 'issued' | 'half issued' | 'planned' | 'refused' | 'declined';
  /** The exempt edition comes first. Empty if the version was refused before all were planned. */
  editions: PlannedEdition[];
  problems: Problem[];
}

interface PrintOptions extends Options {
  as: string;
  dryRun?: boolean;
}

/** Says what an issue adds to the archives, before it does. */
export function describeEditions(editions: PlannedEdition[], root: string): string[] {
  const [first] = editions;
  if (!first) return [];
  const { paper, version, committee, meeting, madeAt, note } = first.version.manifest;
  const date = formatDate(madeAt.slice(0, 10));
  return [
    `${formatVersion(version)} of ${nameReport(paper)} (${committee.name}, ${meeting})`,
    `  dated ${date}${note === null ? '' : `, with the note: ${note}`}`,
    ...editions.flatMap((edition) => describeFiles(edition, editions.length > 1, root)),
    `  An issued version never changes. A correction is a new version.`,
  ];
}

function describeFiles(edition: PlannedEdition, isOneOfTwo: boolean, root: string): string[] {
  const { archive, version, files, pages, isIssued } = edition;
  const folder = formatPath(root, `${archive}/${version.folder}`);
  const heading = isOneOfTwo ? [`  ${nameEdition(edition)}:`] : [];
  if (isIssued) return [...heading, `  has ${folder} already`];
  return [
    ...heading,
    `  adds ${folder}: ${files.map(({ name }) => name).join(', ')}`,
    `  writes ${pages.map(({ name }) => formatPath(root, `${archive}/${name}`)).join(', ')}`,
  ];
}

function isPublic({ archive }: PlannedEdition): boolean {
  return archive === ARCHIVE;
}

function nameEdition(edition: PlannedEdition): string {
  return isPublic(edition) ? 'public edition' : 'exempt edition, not for publication';
}

/** Prints what became of a request to issue a version. */
export function printIssue(
  chosen: PaperOnFile,
  result: ProblemReport,
  outcome: IssueOutcome,
  options: PrintOptions,
): void {
  const { root } = options;
  if (options.json) {
    printJson({ ...chosen, ...describeAsJson(outcome, options), problems: result.problems });
    return;
  }
  printProblems(result, root);
  const { state, editions } = outcome;
  switch (state) {
    case 'issued':
      for (const edition of editions) print(describeIssued(edition, editions.length > 1, root));
      break;
    case 'half issued':
      for (const edition of editions.filter((planned) => !isPublic(planned)))
        print(describeIssued(edition, true, root));
      printFailure(
        result.problems,
        'The public edition was not issued. Run the command again to finish.',
        root,
      );
      break;
    case 'planned':
      for (const line of describeEditions(editions, root)) print(line);
      print('This was a dry run: nothing was issued.');
      break;
    case 'refused':
    case 'declined':
      printFailure(result.problems, 'Nothing was issued. The archive is unchanged.', root);
      break;
    default:
      state satisfies never;
  }
}

function describeAsJson(
  { state, editions }: IssueOutcome,
  { as, dryRun = false }: PrintOptions,
): Record<string, unknown> {
  const published = editions.find(isPublic);
  const exempt = editions.find((edition) => !isPublic(edition));
  return {
    version: as,
    issued: state === 'issued',
    dryRun,
    ...(published ? describeEdition(published) : NO_EDITION),
    ...(exempt && { exempt: describeEdition(exempt) }),
  };
}

const NO_EDITION = { folder: null, manifest: null, files: [], pages: [] };

function describeEdition({ archive, version, files, pages }: PlannedEdition): Record<string, unknown> {
  return {
    folder: `${archive}/${version.folder}`,
    manifest: version.sha256,
    files: files.map(({ name }: PlannedIssue['files'][number]) => name),
    pages: pages.map(({ name }: PlannedIssue['pages'][number]) => `${archive}/${name}`),
  };
}

function describeIssued(edition: PlannedEdition, isOneOfTwo: boolean, root: string): string {
  const { archive, version, isIssued } = edition;
  const name = isOneOfTwo ? ` (${nameEdition(edition)})` : '';
  const verb = isIssued ? 'issued earlier:' : 'issued';
  return `${verb} ${formatPath(root, `${archive}/${version.folder}`)}${name}${describeChanges(version)}`;
}

/** Names the page of changes and counts them. Empty for a version without one. */
function describeChanges({ manifest: { changes } }: ArchivedVersion): string {
  if (!changes) return '';
  const counts = changes.summary.length === 0 ? 'nothing that a reader sees' : joinNames(changes.summary);
  return `\n${changes.page} in it shows what changed since ${changes.since}: ${counts}`;
}
