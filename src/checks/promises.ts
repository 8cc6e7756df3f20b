import { formatDate } from '../format/dates.js';
import type { Table } from '../model/blocks/table.js';
import { getCellText, getRowLabel } from '../model/data-set.js';
import { findEarlierDataSet } from '../model/find-earlier-data-set.js';
import { toPlainText } from '../model/inline.js';
import { listBlocks } from '../model/list-sections.js';
import type { Place, Problem } from '../model/problem.js';
import { listDoneRows, sortPromises } from '../model/sort-promises.js';
import type { CheckablePaper } from './checkable-paper.js';
import { findMentions, joinRanges, type Mention } from './date-mentions.js';
import { findTypedPlace, isTyped } from './list-passages.js';
import { reportProblem } from './report-problem.js';
import type { Sentence } from './split-sentences.js';

/** Finds promises whose date has passed by the meeting: in the text, in data sets with days due, and in typed tables. Finds promises that are gone, too. */
export function checkPromises(paper: CheckablePaper): Problem[] {
  const { date } = paper.inputs.meeting;
  return [
    ...findInText(paper, date),
    ...findInDataSets(paper, date),
    ...findDropped(paper, date),
    ...findInTables(paper, date),
  ];
}

const SAY_DONE = 'If it is done, say so: "Done in June 2009", "was published on 3 June 2009".';

function report(
  place: Place | undefined,
  promise: string,
  time: string,
  meeting: string,
  hint: string = SAY_DONE,
): Problem {
  return reportProblem(
    'promise-is-not-overdue',
    place,
    `${promise} ${time}, which is before the meeting on ${formatDate(meeting)}`,
    {
      expected: 'what became of it, or the new date',
      hint,
    },
  );
}

function findInText({ sentences }: CheckablePaper, meeting: string): Problem[] {
  return sentences.flatMap((sentence) => {
    const overdue = findOverdue(sentence, meeting);
    if (!overdue) return [];
    const place = findTypedPlace(sentence.passage, sentence.from + overdue.at);
    return [report(place, `"${overdue.words}" is about`, overdue.time, meeting)];
  });
}

interface Overdue {
  /** The offset of the word for a plan. */
  at: number;
  words: string;
  time: string;
}

/** Verbs that follow "due to" for a plan. With a noun, it gives a cause: "due to snow". */
const PLANNED_VERBS =
  'appear|appoint|arrive|be|become|begin|bring|close|come|complete|conclude|consider|decide|deliver|end|expire|finish|follow|give|go|have|hear|hold|issue|join|launch|leave|make|meet|move|open|present|produce|publish|reach|receive|report|return|roll|send|set|sign|start|take|transfer|visit|vote|work';
const PLAN = new RegExp(
  String.raw`\b(?:(?:is|are|now|still|remains?)\s+(?:also\s+|now\s+|still\s+)?(?:due|expected|planned|scheduled|intended|timetabled|set)(?:\s+for\b|(?:\s+back)?\s+to\s+(?:${PLANNED_VERBS})\b|(?=\s+(?:in|on|by|before|at|during)\b))|(?<=[(,]\s?)(?:due|scheduled)(?=\s+(?:in|on|by|for)\b))`,
  'gi',
);
/** Words that make a plan one of the past, or of others. */
const NOT_NOW =
  /\b(?:was|were|had|been|originally|previously|first|than|as|if|once|every|each)\s+(?:\w+\s+)?$/i;
/** Words before a time that say it is the time of the plan. */
const GOVERNS =
  /\b(?:in|on|by|for|before|during|at|from)\s+(?:the\s+)?(?:(?:end|start|beginning|middle|close|week|month)\s+(?:of|beginning|ending)\s+|early\s+|mid[- ]?|late\s+)?$/i;
const OTHER_CLAUSE =
  /[;:]|\b(?:that|which|who|since|after|following|agreed|launched|published|than|but|because)\b/i;

/** Finds "is due to report in May 2009" in a paper for July. */
export function findOverdue({ text, passage, from }: Sentence, meeting: string): Overdue | null {
  const plans = [...text.matchAll(PLAN)].filter(
    ({ index }) =>
      isTyped(passage, from + index) && !NOT_NOW.test(text.slice(Math.max(0, index - 30), index)),
  );
  const [plan] = plans;
  if (!plan || isPastSentence(text, plan.index)) return null;
  const end = plan.index + plan[0].length;
  const [time] = joinRanges(text, findMentions(text, meeting)).filter(({ index }) => index >= end);
  if (!time || time.last >= meeting) return null;
  const between = text.slice(end, time.index);
  if (
    isAfterParticiple(between) ||
    between.length > 100 ||
    OTHER_CLAUSE.test(between) ||
    !GOVERNS.test(`${plan[0]} ${between}`)
  )
    return null;
  return { at: plan.index, words: plan[0], time: time.text };
}

/** Returns true if a text ends with a participle that takes the date after it: "the grant received in". */
export function isAfterParticiple(text: string): boolean {
  return /\b(?:\p{L}{2,20}ed|set|made|held|begun|given|taken|written|sent|found|put)\s+(?:for\s+)?(?:in|on|by|from|during)\s+$/u.test(
    text.slice(-60),
  );
}

/** Returns true if a sentence with a bare "due in May 2009" reports on the past: "the works due in May were finished". */
function isPastSentence(text: string, at: number): boolean {
  const isBare = /^(?:due|scheduled)/i.test(text.slice(at));
  return (
    isBare &&
    /\b(?:was|were|had|has|have|did|overdue|late|\p{L}{2,20}ed)\b/u.test(text.replace(/\bscheduled\b/gi, ''))
  );
}

const DONE =
  /\b(?:done|complete[d]?|delivered|achieved|met|closed|finished|implemented|published|issued|launched|sent|ended|fulfilled|in\s+place|overdue|missed|withdrawn|cancelled|dropped|superseded)\b/i;
/** Words for something that goes on, which no date ends. */
const ONGOING =
  /\b(?:every|each|monthly|weekly|daily|quarterly|annually|yearly|ongoing|continuous|rolling|onwards?|from|since|after|not\s+before|to\s+be)\b/i;

/** Finds the time that ends a due text: "June 2009", "end of June 2009", "Q1 2009/10". Null if none has passed. */
function findPastDue(due: string, meeting: string): Mention | null {
  if (DONE.test(due) || ONGOING.test(due)) return null;
  const latest = findMentions(due, meeting)
    .filter(({ hasYear }) => hasYear)
    .reduce<Mention | null>((last, time) => (last && last.last >= time.last ? last : time), null);
  return latest && latest.last < meeting ? latest : null;
}

/** Finds overdue rows of the data sets that the paper prints. */
function findInDataSets({ inputs, passages }: CheckablePaper, meeting: string): Problem[] {
  const { dataSets, period } = inputs;
  return dataSets
    .filter((set) => set.period === period)
    .flatMap((set) => {
      const due = set.columns.find(({ role }) => role === 'due');
      if (!due) return [];
      const isDone = listDoneRows(set);
      const done = set.columns.find(({ role }) => role === 'done');
      const hint = done && `If it is done, write the day in the column ${done.id}.`;
      return set.rows.flatMap((row) => {
        const cell = row.cells[due.id];
        const words = (cell && getCellText(cell)) ?? '';
        const past = isDone.has(row.id) ? null : findPastDue(words, meeting);
        const label = getRowLabel(row, set);
        const isPrinted = passages.some(({ text }) => text.includes(label));
        return past && isPrinted ? [report(row.place, `"${label}" is due`, words, meeting, hint)] : [];
      });
    });
}

/** Finds promises of the period before that are gone without being done, and that the paper does not mention. */
function findDropped({ inputs, passages }: CheckablePaper, meeting: string): Problem[] {
  const { dataSets, period } = inputs;
  return dataSets
    .filter((set) => set.period === period)
    .flatMap((set) => {
      const before = findEarlierDataSet(set, dataSets);
      const dropped = sortPromises(set, before, meeting)?.dropped ?? [];
      return dropped.flatMap((row) => {
        const label = getRowLabel(row, before ?? set);
        if (passages.some(({ text }) => text.includes(label))) return [];
        return [
          reportProblem(
            'promise-is-not-dropped',
            row.place,
            `"${label}" was promised here, is not done, and is gone from ${set.place.file}`,
            {
              expected: 'the row, with the day on which it was done; or what became of it, in the text',
              hint: `{{names data.${set.id}.dropped}} names what was dropped.`,
            },
          ),
        ];
      });
    });
}

const DUE_HEADING =
  /^(?:by\s+when|due(?:\s+(?:by|date))?|deadline|target\s+date|completion(?:\s+date)?|timescale)$/i;

/** Finds overdue rows of tables that an author typed. */
function findInTables({ document, passages }: CheckablePaper, meeting: string): Problem[] {
  return listBlocks(document)
    .filter((block): block is Table => block.kind === 'table')
    .flatMap((table) => {
      const column = table.columns.findIndex(({ heading }) => DUE_HEADING.test(toPlainText(heading).trim()));
      if (column < 0) return [];
      return table.rows.flatMap(({ cells }) => {
        const cell = toPlainText(cells[column] ?? []);
        const passage = passages.find(
          ({ block, text, role }) => block === table && role === 'cell' && text === cell,
        );
        if (!passage || !isTyped(passage, 0) || cells.slice(1).some((other) => DONE.test(toPlainText(other))))
          return [];
        const past = findPastDue(cell, meeting);
        const name = toPlainText(cells[0] ?? []);
        return past ? [report(findTypedPlace(passage, 0), `"${name}" is due`, cell, meeting)] : [];
      });
    });
}
