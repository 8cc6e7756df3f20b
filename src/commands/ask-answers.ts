import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts';
import { formatDate } from '../format/dates.js';
import { formatPeriodMonths } from '../init/format-period-months.js';
import type { Answers } from '../init/answers.js';
import { readMeeting, readName, readPeriod, type Answer } from '../init/read-answers.js';
import { STARTER } from '../init/starter-names.js';
import { suggestMeeting, suggestPeriod } from '../init/suggest-answers.js';
import { shiftPeriod, type Period } from '../model/period.js';

interface Situation {
  folder: string;
  today: Date;
  isPrintable: (character: string) => boolean;
}

/** The user pressed Ctrl-C or Escape. */
class Stopped extends Error {}

/** Asks on the terminal for the answers that the user has not given as options. Returns null after Ctrl-C. */
export async function askAnswers(given: Partial<Answers>, situation: Situation): Promise<Answers | null> {
  const { folder, today, isPrintable } = situation;
  const readPrintable = (typed: string): Answer<string> => readName(typed, isPrintable);
  intro(`A new project in ${folder}`);
  try {
    const authority =
      given.authority ??
      (await askText('The name of your authority', { placeholder: STARTER.authority, read: readPrintable }));
    const committee =
      given.committee ??
      (await askText('The committee that receives the paper', {
        initial: STARTER.committee,
        read: readPrintable,
      }));
    const title =
      given.title ??
      (await askText('The title of the paper', { initial: STARTER.title, read: readPrintable }));
    const period = given.period ?? (await askPeriod(today));
    const meeting =
      given.meeting ??
      (await askText('The day of the meeting, as YYYY-MM-DD', {
        initial: suggestMeeting(period, today),
        read: readMeeting,
      }));
    outro(`${title}: ${committee}, ${formatDate(meeting)}`);
    return { authority, committee, title, period, meeting };
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    cancel('Stopped.');
    return null;
  }
}

interface Question<T> {
  /** The answer that is typed already, and can be edited. */
  initial?: string;
  /** An example, shown while nothing is typed. */
  placeholder?: string;
  read: (typed: string) => Answer<T>;
}

async function askText<T>(message: string, { initial, placeholder, read }: Question<T>): Promise<T> {
  const typed = await text({
    message,
    ...(initial !== undefined && { initialValue: initial }),
    ...(placeholder !== undefined && { placeholder: `such as ${placeholder}` }),
    validate: (value) => read(value ?? '').refused,
  });
  if (isCancel(typed)) throw new Stopped();
  const answer = read(typed);
  if (answer.refused !== undefined) throw new Error(`an answer was accepted and then refused: ${typed}`);
  return answer.value;
}

/** The quarters to choose from: the one that runs now, and those before it. */
const QUARTERS_OFFERED = 4;

async function askPeriod(today: Date): Promise<Period> {
  const last = suggestPeriod(today);
  const offered = Array.from({ length: QUARTERS_OFFERED }, (_, index) => shiftPeriod(last, 1 - index));
  const chosen = await select<Period | null>({
    message: 'The first quarter that the paper reports on',
    initialValue: last,
    options: [
      ...offered.map((period) => ({
        value: period,
        label: period.label,
        hint: formatPeriodMonths(period),
      })),
      { value: null, label: 'Another quarter' },
    ],
  });
  if (isCancel(chosen)) throw new Stopped();
  return chosen ?? (await askText('The quarter, such as 2025-26-q2', { read: readPeriod }));
}
