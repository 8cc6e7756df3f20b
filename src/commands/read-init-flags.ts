import type { GivenAnswers } from '../init/answers.js';
import {
  readEvery,
  readLaw,
  readMeeting,
  readName,
  readPeriodAnswer,
  readYearStarts,
  type Answer,
} from '../init/read-answers.js';
import { UsageError } from './command.js';

/** The options of `papers init` that answer its questions, as typed. */
export type InitFlags = Partial<Record<keyof GivenAnswers, string>>;

/** Reads the answers that the user gave as options. Throws UsageError for one that is not valid. */
export function readInitFlags(
  { authority, committee, law, title, every, yearStarts, period, meeting }: InitFlags,
  isPrintable: (character: string) => boolean,
): GivenAnswers {
  const read = <T>(
    flag: string,
    text: string | undefined,
    readText: (text: string) => Answer<T>,
  ): T | undefined => {
    if (text === undefined) return undefined;
    const answer = readText(text);
    if (answer.refused !== undefined)
      throw new UsageError(`--${flag} "${text}" is not valid\n${answer.refused}`);
    return answer.value;
  };
  const readPrintable = (text: string): Answer<string> => readName(text, isPrintable);
  const starts = read('year-starts', yearStarts, readYearStarts);
  const flags = {
    authority: read('authority', authority, readPrintable),
    committee: read('committee', committee, readPrintable),
    law: read('law', law, readLaw),
    title: read('title', title, readPrintable),
    every: read('every', every, readEvery),
    yearStarts: starts,
    period: read('period', period, (text) => readPeriodAnswer(text, starts)),
    meeting: read('meeting', meeting, readMeeting),
  };
  if (flags.period && flags.every && flags.period.kind !== flags.every)
    throw new UsageError(
      `--every ${flags.every} and --period ${flags.period.id} do not fit each other\nOmit --every: the period says it too.`,
    );
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}
