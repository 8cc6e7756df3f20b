import type { Answers } from '../init/answers.js';
import { readMeeting, readName, readPeriod, type Answer } from '../init/read-answers.js';
import { UsageError } from './command.js';

/** The options of `papers init` that answer its questions, as typed. */
export type InitFlags = Partial<Record<keyof Answers, string>>;

/** Reads the answers that the user gave as options. Throws UsageError for one that is not valid. */
export function readInitFlags(
  { authority, committee, title, period, meeting }: InitFlags,
  isPrintable: (character: string) => boolean,
): Partial<Answers> {
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
  const flags = {
    authority: read('authority', authority, readPrintable),
    committee: read('committee', committee, readPrintable),
    title: read('title', title, readPrintable),
    period: read('period', period, readPeriod),
    meeting: read('meeting', meeting, readMeeting),
  };
  return Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
}
