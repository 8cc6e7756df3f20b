import { checkOutsidePaper } from '../checks/outside/check-outside-paper.js';
import { formatIsoDate } from '../format/dates.js';
import { isProject } from '../inputs/project/find-project.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';
import { LAWS } from '../laws/index.js';
import type { LawId } from '../laws/law.js';
import type { ArrangedPaper } from '../model/arranged-paper.js';
import { isError, type Problem } from '../model/problem.js';
import { arrangePaper } from '../outside/arrange-paper.js';
import { createSarifLog } from '../report/create-sarif-log.js';
import { sortProblems } from '../report/describe-problems.js';
import { formatGithubAnnotations } from '../report/format-github-annotations.js';
import { TOOL } from '../tool.js';
import { HAS_ERRORS, SUCCESS, type Options } from './command.js';
import { print, printJson, printProblems } from './print.js';
import { readPaperFile } from './read-paper-file.js';

export interface CheckFileOptions extends Options {
  format: 'text' | 'json' | 'github' | 'sarif';
  full?: boolean;
  meeting?: Date;
  law?: LawId;
  sections?: string[];
}

/** Checks a paper that was written without this program, as far as that needs no data. */
export async function checkFile(file: string, options: CheckFileOptions): Promise<number> {
  const path = file.replaceAll('\\', '/');
  const { value, problems: unread } = await readPaperFile(path);
  const paper = value && arrangePaper(value);
  const meeting = options.meeting ? formatIsoDate(options.meeting) : (paper?.meeting ?? null);
  const problems = [...unread, ...(paper ? findProblems(paper, meeting, options) : [])];
  printChecked(
    path,
    { paper, meeting, problems, hasTrackedChanges: value?.hasTrackedChanges ?? false },
    options,
  );
  return problems.some(isError) ? HAS_ERRORS : SUCCESS;
}

function findProblems(
  paper: ArrangedPaper,
  meeting: string | null,
  { root, law, sections = [] }: CheckFileOptions,
): Problem[] {
  return checkOutsidePaper(paper, {
    meeting,
    law: law === undefined ? null : LAWS[law],
    sections,
    organisation: isProject(root) ? readOrganisation(root).value : null,
  });
}

/** The result of a check. */
interface CheckedFile {
  /** Null if the file cannot be read. */
  paper: ArrangedPaper | null;
  meeting: string | null;
  problems: Problem[];
  hasTrackedChanges: boolean;
}

function printChecked(
  file: string,
  { paper, meeting, problems, hasTrackedChanges }: CheckedFile,
  options: CheckFileOptions,
): void {
  const quote = (line: number): string | undefined => paper?.lines[line - 1];
  switch (options.format) {
    case 'json':
      printJson({
        file,
        meeting,
        hasTrackedChanges,
        problems: sortProblems(problems).map((problem) => addQuote(problem, quote)),
      });
      return;
    case 'github':
      if (problems.length > 0) print(formatGithubAnnotations(problems, ''));
      return;
    case 'sarif':
      print(JSON.stringify(createSarifLog(problems, '', TOOL.version), null, 2));
      return;
    case 'text':
      printProblems({ problems, inputs: null }, options.root, {
        isFull: options.full ?? false,
        source: { formatFile: (path) => path, findLine: (_file, line) => quote(line) },
      });
      if (hasTrackedChanges)
        print('The file has tracked changes. The text was checked with all of them accepted.');
      if (paper && meeting === null)
        print('not checked: tenses, because the file names no day of the meeting. Add --meeting YYYY-MM-DD.');
      if (problems.length === 0) print(`${file}: no problems found`);
      return;
    default:
      options.format satisfies never;
  }
}

/** Adds the text that a problem is about. */
function addQuote(
  problem: Problem,
  quote: (line: number) => string | undefined,
): Problem & { quote?: string } {
  const text = problem.place === undefined ? undefined : quote(problem.place.line);
  return text === undefined ? problem : { ...problem, quote: text };
}
