import { cancel, intro, isCancel, outro, select, text } from '@clack/prompts';
import { formatDate } from '../format/dates.js';
import { formatPeriodMonths } from '../init/format-period-months.js';
import type { Answers, GivenAnswers } from '../init/answers.js';
import {
  readMeeting,
  readName,
  readPeriodAnswer,
  readYearStarts,
  type Answer,
} from '../init/read-answers.js';
import { STARTER } from '../init/starter-names.js';
import { suggestMeeting, suggestPeriod } from '../init/suggest-answers.js';
import { LAWS } from '../laws/index.js';
import { LAW_IDS, type Law, type LawId } from '../laws/law.js';
import { periodNoun, shiftPeriod, type Period, type PeriodKind } from '../model/period.js';
import { USUAL_YEAR_STARTS } from '../model/year-starts.js';

interface Situation {
  folder: string;
  today: Date;
  isPrintable: (character: string) => boolean;
}

/** The user pressed Ctrl-C or Escape. */
class Stopped extends Error {}

/** Asks on the terminal for the answers that the user has not given as options. Returns null after Ctrl-C. */
export async function askAnswers(given: GivenAnswers, situation: Situation): Promise<Answers | null> {
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
    const law = given.law ?? (await askLaw());
    const title =
      given.title ??
      (await askText('The title of the paper', { initial: STARTER.title, read: readPrintable }));
    const period = given.period ?? (await askPeriod(given, today));
    const meeting =
      given.meeting ??
      (await askText('The day of the meeting, as YYYY-MM-DD', {
        initial: suggestMeeting(period, today),
        read: readMeeting,
      }));
    outro(`${title}: ${committee}, ${formatDate(meeting)}`);
    return { authority, committee, law, title, period, meeting };
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

async function askLaw(): Promise<LawId> {
  return askChoice<LawId>(
    'The law on access to its meetings',
    STARTER.law,
    LAW_IDS.map((id) => ({ value: id, label: LAWS[id].name, hint: describeNotice(LAWS[id]) })),
  );
}

function describeNotice({ notice }: Law): string {
  return notice === null ? 'nothing is checked' : `${notice.days} clear days`;
}

/** Asks how often the paper comes, when years start, and for the period, unless options say so. */
async function askPeriod({ every, yearStarts }: GivenAnswers, today: Date): Promise<Period> {
  const kind = every ?? (await askEvery());
  const starts = yearStarts ?? (await askYearStarts());
  const last = suggestPeriod(today, kind, starts);
  const offered = Array.from({ length: PERIODS_OFFERED }, (_, index) => shiftPeriod(last, 1 - index));
  const noun = periodNoun(last);
  const chosen = await askChoice<Period | null>(`The first ${noun} that the paper reports on`, last, [
    ...offered.map((period) => ({ value: period, label: period.label, hint: formatPeriodMonths(period) })),
    { value: null, label: `Another ${noun}` },
  ]);
  return (
    chosen ??
    (await askText(`The ${noun}, such as ${last.id}`, { read: (typed) => readPeriodOf(kind, typed, starts) }))
  );
}

/** The periods to choose from: the one that runs now, and those before it. */
const PERIODS_OFFERED = 4;

async function askEvery(): Promise<PeriodKind> {
  return askChoice<PeriodKind>('How often the committee gets the paper', 'quarter', [
    { value: 'month', label: 'Every month' },
    { value: 'quarter', label: 'Every quarter' },
    { value: 'half', label: 'Every half-year' },
    { value: 'year', label: 'Every year' },
  ]);
}

async function askYearStarts(): Promise<number> {
  const chosen = await askChoice<number | null>('The month with which your years start', USUAL_YEAR_STARTS, [
    { value: USUAL_YEAR_STARTS, label: 'April', hint: 'financial years' },
    { value: 1, label: 'January', hint: 'calendar years' },
    { value: null, label: 'Another month' },
  ]);
  return chosen ?? (await askText('The month, such as September', { read: readYearStarts }));
}

function readPeriodOf(kind: PeriodKind, typed: string, yearStarts: number): Answer<Period> {
  const answer = readPeriodAnswer(typed, yearStarts);
  if (answer.refused !== undefined || answer.value.kind === kind) return answer;
  return { refused: `${answer.value.id} is no ${periodNoun({ kind })}.` };
}

type Choices<T> = Parameters<typeof select<T>>[0]['options'];

async function askChoice<T>(message: string, initialValue: T, options: Choices<T>): Promise<T> {
  const chosen = await select<T>({ message, initialValue, options });
  if (isCancel(chosen)) throw new Stopped();
  return chosen;
}
