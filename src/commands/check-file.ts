import { checkOutsidePaper } from '../checks/outside/check-outside-paper.js';
import { formatIsoDate } from '../format/dates.js';
import { isProject } from '../inputs/project/find-project.js';
import { readOrganisation } from '../inputs/project/read-organisation.js';
import { LAWS } from '../laws/index.js';
import type { LawId } from '../laws/law.js';
import type { ArrangedPaper } from '../model/arranged-paper.js';
import type { Organisation } from '../model/organisation.js';
import { isError, type Problem } from '../model/problem.js';
import { arrangePaper } from '../outside/arrange-paper.js';
import { findLaw } from '../outside/find-law.js';
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

/** Checks papers that were written without this program, as far as that needs no data. */
export async function checkFiles(files: readonly string[], options: CheckFileOptions): Promise<number> {
  const organisation = isProject(options.root) ? readOrganisation(options.root).value : null;
  const checked: CheckedFile[] = [];
  for (const file of files) checked.push(await checkFile(file.replaceAll('\\', '/'), organisation, options));
  printChecked(checked, options);
  return checked.some(({ problems }) => problems.some(isError)) ? HAS_ERRORS : SUCCESS;
}

/** The result of a check. */
interface CheckedFile {
  file: string;
  /** Null if the file cannot be read. */
  paper: ArrangedPaper | null;
  meeting: string | null;
  /** The law whose demands were checked: the one that the user names, or that of the project. Null for none. */
  law: LawId | 'unclear' | null;
  problems: Problem[];
  hasTrackedChanges: boolean;
}

async function checkFile(
  file: string,
  organisation: Organisation | null,
  options: CheckFileOptions,
): Promise<CheckedFile> {
  const { value, problems: unread } = await readPaperFile(file);
  const hasTrackedChanges = value?.hasTrackedChanges ?? false;
  if (!value) return { file, paper: null, meeting: null, law: null, problems: unread, hasTrackedChanges };
  const paper = arrangePaper(value);
  const meeting = options.meeting ? formatIsoDate(options.meeting) : paper.meeting;
  const law = options.law ?? (organisation ? findLaw(paper, organisation) : null);
  const problems = checkOutsidePaper(paper, {
    meeting,
    law: law === null || law === 'unclear' ? null : LAWS[law],
    sections: options.sections ?? [],
    organisation,
  });
  return { file, paper, meeting, law, problems: [...unread, ...problems], hasTrackedChanges };
}

function printChecked(checked: readonly CheckedFile[], options: CheckFileOptions): void {
  const problems = checked.flatMap((one) => one.problems);
  switch (options.format) {
    case 'json': {
      const [first, ...others] = checked.map(describeChecked);
      printJson(first && others.length === 0 ? first : { files: [first, ...others] });
      return;
    }
    case 'github':
      if (problems.length > 0) print(formatGithubAnnotations(problems, ''));
      return;
    case 'sarif':
      print(JSON.stringify(createSarifLog(problems, '', TOOL.version), null, 2));
      return;
    case 'text':
      for (const one of checked) printText(one, options);
      return;
    default:
      options.format satisfies never;
  }
}

function describeChecked({
  file,
  paper,
  meeting,
  law,
  hasTrackedChanges,
  problems,
}: CheckedFile): Record<string, unknown> {
  return {
    file,
    meeting,
    law: law === 'unclear' ? null : law,
    hasTrackedChanges,
    problems: sortProblems(problems).map((problem) => addQuote(problem, (line) => paper?.lines[line - 1])),
  };
}

function printText(
  { file, paper, meeting, law, problems, hasTrackedChanges }: CheckedFile,
  { root, full = false, law: named }: CheckFileOptions,
): void {
  printProblems({ problems, inputs: null }, root, {
    isFull: full,
    source: { formatFile: (path) => path, findLine: (_file, line) => paper?.lines[line - 1] },
  });
  if (hasTrackedChanges)
    print('The file has tracked changes. The text was checked with all of them accepted.');
  if (paper && meeting === null)
    print('not checked: tenses, because the file names no day of the meeting. Add --meeting YYYY-MM-DD.');
  if (law === 'unclear')
    print(
      'not checked: sections that the law demands, because the committees of this project have several laws and the file names no committee. Add --law.',
    );
  else if (law !== null && named === undefined) print(`law of the project: ${law}`);
  if (problems.length === 0) print(`${file}: no problems found`);
}

/** Adds the text that a problem is about. */
function addQuote(
  problem: Problem,
  quote: (line: number) => string | undefined,
): Problem & { quote?: string } {
  const text = problem.place === undefined ? undefined : quote(problem.place.line);
  return text === undefined ? problem : { ...problem, quote: text };
}
