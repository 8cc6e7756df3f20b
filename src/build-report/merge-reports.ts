import { formatCount, joinNames } from '../format/words.js';
import { groupBy } from '../model/group-by.js';
import type { BuildReport } from './build-report.js';
import { getShardNumber } from './select-shard.js';

/** A report and the file that it was read from. */
export interface ReportFile {
  file: string;
  report: BuildReport;
}

/** A reason to refuse the merge. The details are lines of a list; the advice says what to do. */
export interface MergeFault {
  message: string;
  details: string[];
  advice: string;
}

/** The most details that a fault lists. */
const MOST_DETAILS = 20;

/**
 * Merges the reports of all shards into the report that one run of `papers build --all` would have written. Refuses
 * unless every paper is there once, from one program and the same files.
 */
export function mergeReports(
  files: readonly [ReportFile, ...ReportFile[]],
): { report: BuildReport; faults: [] } | { report: null; faults: MergeFault[] } {
  const differences = findDifferences(files);
  // Papers are counted only against one list: otherwise each difference would be reported twice.
  const faults = differences.length > 0 ? differences : findMiscounts(files);
  if (faults.length > 0) return { report: null, faults };
  const [{ report: first }] = files;
  const papers = new Map(
    files.flatMap(({ report }) => report.papers.map((paper) => [formatPaper(paper), paper])),
  );
  const ordered = first.project.papers.flatMap((paper) => papers.get(formatPaper(paper)) ?? []);
  return { report: { ...first, shard: null, papers: ordered }, faults: [] };
}

/** Finds what all reports must have in common but have not: the program, the request and the project. */
function findDifferences(files: readonly [ReportFile, ...ReportFile[]]): MergeFault[] {
  return [
    compareValues(files, ({ tool }) => describeTool(tool), {
      message: 'the reports come from different programs',
      advice: 'Install one program and one version of Node everywhere, and build these shards again.',
    }),
    compareValues(files, describeRequest, {
      message: 'the builds were asked for different things',
      advice: 'Build all shards with the same period, --made-at and SOURCE_DATE_EPOCH.',
    }),
    compareLists(files, listPapersOfProject, {
      message: 'the builds saw different papers in the project',
      advice: 'Build all shards from one commit of the project.',
    }),
    compareLists(files, ({ project }) => new Map(project.inputs.map(({ path, sha256 }) => [path, sha256])), {
      message: 'the builds read different files',
      advice:
        'Build all shards from one commit of the project. If only line ends differ, add "* -text" to .gitattributes.',
    }),
    compareLists(files, ({ project }) => new Map(project.issued.map((version) => [version, null])), {
      message: 'the builds saw different issued versions in output/archive',
      advice: 'Give every machine the same output/archive: a working copy names the version before it.',
    }),
  ].filter((fault) => fault !== null);
}

function describeTool({ name, version, program, node, zlib }: BuildReport['tool']): string {
  return `${name} ${version}, program ${program.slice(0, 12)}…, Node ${node}, zlib ${zlib}`;
}

function describeRequest({ period, madeAt }: BuildReport): string {
  const date = madeAt === null ? "each paper's own date" : `the date ${madeAt.slice(0, 10)}`;
  return `${period === null ? 'all periods' : `only ${period}`}, with ${date}`;
}

function listPapersOfProject({ project }: BuildReport): Map<string, null> {
  return new Map(project.papers.map((paper) => [formatPaper(paper), null]));
}

type Words = Pick<MergeFault, 'message' | 'advice'>;

/** Compares one value of each report. */
function compareValues(
  files: readonly ReportFile[],
  describe: (report: BuildReport) => string,
  words: Words,
): MergeFault | null {
  const groups = groupBy(files, ({ report }) => describe(report));
  if (groups.size === 1) return null;
  const details = [...groups].map(([value, group]) => `${value}: ${joinFiles(group)}`);
  return { ...words, details };
}

/** Compares a list of each report with the first report's list. The values of a map tell equal names apart. */
function compareLists(
  [first, ...others]: readonly [ReportFile, ...ReportFile[]],
  list: (report: BuildReport) => Map<string, string | null>,
  words: Words,
): MergeFault | null {
  const expected = list(first.report);
  const details = others.flatMap(({ file, report }) => {
    const actual = list(report);
    const names = [...new Set([...expected.keys(), ...actual.keys()])].sort();
    return names.flatMap((name) => {
      if (!actual.has(name)) return [`${name} is in ${first.file} but not in ${file}`];
      if (!expected.has(name)) return [`${name} is in ${file} but not in ${first.file}`];
      return actual.get(name) === expected.get(name) ? [] : [`${name} differs: ${first.file}, ${file}`];
    });
  });
  return details.length === 0 ? null : { ...words, details: shorten(details) };
}

/** Finds papers that are in no report, in several, or not in the project. */
function findMiscounts(files: readonly [ReportFile, ...ReportFile[]]): MergeFault[] {
  const sources = groupBy(
    files.flatMap(({ file, report }) => report.papers.map((paper) => ({ name: formatPaper(paper), file }))),
    ({ name }) => name,
  );
  const known = files[0].report.project.papers.map(formatPaper);
  const missing = known.filter((name) => !sources.has(name));
  const repeated = [...sources].filter(([, group]) => group.length > 1);
  const unknown = [...sources.keys()].filter((name) => !known.includes(name));
  return [
    ...(missing.length > 0 ? [describeMissing(missing, known, files)] : []),
    ...(repeated.length > 0
      ? [
          {
            message: `${formatCount(repeated.length, 'paper is', 'papers are')} in more than one report`,
            details: shorten(repeated.map(([name, group]) => `${name}: ${joinFiles(group)}`)),
            advice: 'Name each report once, and give each machine a shard of its own, from 1/n to n/n.',
          },
        ]
      : []),
    ...(unknown.length > 0
      ? [
          {
            message: 'reports have papers that are not in the project',
            details: shorten(unknown),
            advice: 'The report was changed after the build. Build its shard again.',
          },
        ]
      : []),
  ];
}

function describeMissing(missing: string[], known: string[], files: readonly ReportFile[]): MergeFault {
  const sizes = new Set(files.map(({ report }) => report.shard?.of ?? 1));
  const [of = 1] = sizes;
  const message = `${formatCount(missing.length, 'paper is', 'papers are')} in no report`;
  if (sizes.size > 1)
    return {
      message,
      details: shorten(missing),
      advice: `The reports are of ${joinNames([...sizes].sort().map(String))} shards. Build all shards with one number.`,
    };
  const shards = [...new Set(missing.map((name) => getShardNumber(known.indexOf(name), of)))].sort(
    (a, b) => a - b,
  );
  const period = files[0]?.report.period ?? null;
  const command = period === null ? 'papers build' : `papers build ${period}`;
  const commands = shards.map((number) => `${command} --shard ${number}/${of} --report FILE`);
  return { message, details: shorten(missing), advice: `Add the report of: ${commands.join('; ')}` };
}

function formatPaper({ period, paper }: { period: string; paper: string }): string {
  return `${period} ${paper}`;
}

function joinFiles(files: readonly { file: string }[]): string {
  return joinNames(files.map(({ file }) => file));
}

function shorten(details: string[]): string[] {
  const left = details.length - MOST_DETAILS;
  return left > 0 ? [...details.slice(0, MOST_DETAILS), `and ${left} more`] : details;
}
