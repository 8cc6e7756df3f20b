import { formatDate } from '../format/dates.js';
import { PERIOD_FILES } from '../inputs/period-files/index.js';
import type { Inputs } from '../model/inputs.js';
import { advanceWords } from './advance-words.js';
import type { RollForwardPlan } from './plan-roll-forward.js';
import { rollPaper } from './roll-paper.js';
import { rollPeriodFile } from './roll-period-file.js';
import { tablePapers } from './table-papers.js';

/** A new file in the quarter's folder. */
export interface NextFile {
  /** The name without `.yaml`. */
  name: string;
  text: string;
  /** The work that the file leaves to its author: "3 to fill in". */
  work: string;
}

/** Makes the files of the new quarter's folder as planned, from the files of the earlier paper. */
export function makeNextFiles(plan: RollForwardPlan, inputs: Inputs): NextFile[] {
  return plan.files.map((name) => {
    const text = readText(`data/${plan.from}/${name}.yaml`, inputs);
    return { name, ...(name === plan.paper ? makePaper(text, plan) : makePeriodFile(name, text, plan)) };
  });
}

/** Makes the new text of `meetings.yaml`. Returns null if the plan does not change it. */
export function makeMeetings({ meeting, tabling }: RollForwardPlan, inputs: Inputs): string | null {
  if (!tabling) return null;
  const { id, date, committee } = meeting;
  const text = readText('data/meetings.yaml', inputs);
  return tablePapers(text, { id, date, committee: committee.id, papers: tabling.papers });
}

function makePeriodFile(
  name: string,
  text: string,
  { from, quarter }: RollForwardPlan,
): Omit<NextFile, 'name'> {
  const file = PERIOD_FILES.find((candidate) => candidate.name === name);
  if (!file) throw new Error(`${name} is not a period file`);
  const advance = (words: string): string | null => advanceWords(words, from, quarter);
  const rolled = rollPeriodFile(file, text, advance, `${from}: fill in the empty values and their source.`);
  return { text: rolled.text, work: `${rolled.toFillIn} to fill in` };
}

function makePaper(text: string, plan: RollForwardPlan): Omit<NextFile, 'name'> {
  const { from, meeting, madeAt, deadline, notice } = plan;
  const deadlineNote =
    deadline === null ? '' : `: publish by ${formatDate(deadline)}, ${notice ?? ''} before it`;
  const note = `${from} for the meeting on ${formatDate(meeting.date)}${deadlineNote}.`;
  const rolled = rollPaper(text, { meeting: meeting.id, madeAt, note });
  return { text: rolled.text, work: `${rolled.unreviewed.length} paragraphs to review` };
}

function readText(path: string, { files }: Inputs): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} has not been read`);
  return file.text;
}
