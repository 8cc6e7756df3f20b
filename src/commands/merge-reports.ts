import { resolve } from 'node:path';
import { encodeBuildReport, type BuildReport } from '../build-report/build-report.js';
import { mergeReports, type MergeFault, type ReportFile } from '../build-report/merge-reports.js';
import { parseBuildReport } from '../build-report/parse-build-report.js';
import { readIfPresent } from '../disk/read-if-present.js';
import { replaceFile } from '../disk/replace-file.js';
import { formatCount } from '../format/words.js';
import { HAS_ERRORS, SUCCESS, UsageError, type Register } from './command.js';
import { print } from './print.js';

const HELP = `
The merged report is the one that papers build --all --report would have written.
Refuses unless every paper is in the reports once, and all were built by one program from the same files.

Examples:
  papers build --shard 1/2 --report part-1.json                     on one machine
  papers build --shard 2/2 --report part-2.json                     on another
  papers merge-reports part-1.json part-2.json --output all.json`;

export const registerMergeReports: Register = (program, finish) => {
  program
    .command('merge-reports')
    .description('merge the reports of shards that were built apart')
    .argument('<files...>', 'the reports of all shards')
    .option('--output <file>', 'write the merged report to this file (default: print it)')
    .addHelpText('after', HELP)
    .action((files: string[], { output }: { output?: string }) => {
      finish(merge(files, output));
    });
};

function merge(paths: string[], output: string | undefined): number {
  const { reports, faults: unreadable } = readReports(paths);
  const [first, ...others] = reports;
  const { report, faults } =
    unreadable.length > 0 || !first ? { report: null, faults: unreadable } : mergeReports([first, ...others]);
  if (!report) {
    process.stderr.write(`${faults.map(describeFault).join('\n\n')}\n`);
    process.stderr.write('\nThe reports were not merged.\n');
    return HAS_ERRORS;
  }
  if (output === undefined) process.stdout.write(encodeBuildReport(report));
  else {
    replaceFile(resolve(output), Buffer.from(encodeBuildReport(report)));
    print(
      `made ${output}: ${formatCount(report.papers.length, 'paper')} of ${formatCount(paths.length, 'report')}`,
    );
  }
  return warnOfFailed(report) ? HAS_ERRORS : SUCCESS;
}

function readReports(paths: string[]): { reports: ReportFile[]; faults: MergeFault[] } {
  const reports: ReportFile[] = [];
  const faults: MergeFault[] = [];
  for (const file of paths) {
    const bytes = readIfPresent(file);
    if (!bytes) throw new UsageError(`there is no file ${file}`);
    const { report, error } = parseBuildReport(bytes);
    if (report) reports.push({ file, report });
    else
      faults.push({
        message: `${file} cannot be used`,
        details: [error],
        advice: 'Copy it again, or build its shard again.',
      });
  }
  return { reports, faults };
}

function describeFault({ message, details, advice }: MergeFault): string {
  return [`error: ${message}`, ...details, `hint: ${advice}`].join('\n    ');
}

/** Lists the papers that failed. Returns true if there are any. */
function warnOfFailed({ papers }: BuildReport): boolean {
  const failed = papers.filter(({ result }) => result === 'failed');
  if (failed.length === 0) return false;
  const names = failed.map(
    ({ period, paper, errors }) => `${period} ${paper}: ${formatCount(errors, 'error')}`,
  );
  process.stderr.write(`${formatCount(failed.length, 'paper')} failed:\n    ${names.join('\n    ')}\n`);
  return true;
}
