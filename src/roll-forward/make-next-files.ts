import { formatDate } from '../format/dates.js';
import { PERIOD_FILES } from '../inputs/period-files/index.js';
import type { Inputs } from '../model/inputs.js';
import type { SourceFile } from '../model/source-file.js';
import { advanceWords } from './advance-words.js';
import type { RollForwardPlan } from './plan-roll-forward.js';
import { rollPaper } from './roll-paper.js';
import { makeReviewFile, rollDataSetFile, rollSpreadsheet } from './roll-data-set.js';
import { rollPeriodFile, type RolledFile } from './roll-period-file.js';
import { tablePapers } from './table-papers.js';

/** A new file in the period's folder. */
export interface NextFile {
  /** The name in the period's folder: `survey.yaml`, `images/map.png`. */
  name: string;
  content: string | Uint8Array;
  /** The work that the file leaves to its author: "3 to fill in". */
  work: string;
}

/** Makes the files of the new period's folder as planned, from the files of the earlier paper. */
export function makeNextFiles(plan: RollForwardPlan, inputs: Inputs): NextFile[] {
  return plan.files.map((name) => ({
    name,
    ...(name === `${plan.paper}.yaml`
      ? makePaper(readText(`data/${plan.from.id}/${name}`, inputs), plan)
      : makePeriodFile(name, plan, inputs)),
  }));
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
  { from, period }: RollForwardPlan,
  inputs: Inputs,
): Omit<NextFile, 'name'> {
  const picture = findPicture(`data/${from.id}/${name}`, inputs);
  if (picture) return { content: picture.bytes, work: 'a picture to check' };
  const advance = (words: string): string | null => advanceWords(words, from, period);
  const note = `${from.id}: fill in the empty values and their source.`;
  const path = `data/${from.id}/${name}`;
  const set = inputs.dataSets.find(
    (known) => known.period === from && (known.spreadsheet?.path === path || `${known.id}.yaml` === name),
  );
  const file = PERIOD_FILES.find((known) => `${known.name}.yaml` === name);
  const roll = (): RolledFile => {
    if (set?.spreadsheet && !inputs.files.some((read) => read.path === path)) return makeReviewFile(set);
    const text = readText(path, inputs);
    if (file) return rollPeriodFile(file, text, advance, note);
    if (!set) throw new Error(`${name} is not a period file`);
    return set.spreadsheet?.path === path
      ? rollSpreadsheet(set, text)
      : rollDataSetFile(set, text, advance, note);
  };
  const rolled = roll();
  return { content: rolled.text, work: `${rolled.toFillIn} to fill in` };
}

function makePaper(text: string, plan: RollForwardPlan): Omit<NextFile, 'name'> {
  const { from, meeting, madeAt, deadline, notice, starts } = plan;
  const deadlineNote =
    deadline === null ? '' : `: publish by ${formatDate(deadline)}, ${notice ?? ''} before it`;
  const note = `${from.id} for the meeting on ${formatDate(meeting.date)}${deadlineNote}.`;
  const rolled = rollPaper(text, { meeting: meeting.id, madeAt, note, starts });
  return { content: rolled.text, work: `${rolled.unreviewed.length} paragraphs to review` };
}

/** Finds a picture that the earlier paper prints from its period's folder. Its narrative is carried over, so it needs the file. */
function findPicture(path: string, { files, pictures }: Inputs): SourceFile | undefined {
  return pictures.has(path) ? files.find((file) => file.path === path) : undefined;
}

function readText(path: string, { files }: Inputs): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`${path} has not been read`);
  return file.text;
}
