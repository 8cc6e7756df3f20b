import type { Answers, GivenAnswers } from './answers.js';
import { STARTER } from './starter-names.js';
import { suggestMeeting, suggestPeriod } from './suggest-answers.js';

/** An answer that the user did not give, and the file in which to replace it. */
export interface Invented {
  what: keyof Answers;
  value: string;
}

/** Completes the user's answers with defaults, and lists what was invented. */
export function completeAnswers(
  { every, yearStarts, ...given }: GivenAnswers,
  today: Date,
): { value: Answers; invented: Invented[] } {
  const { authority, committee, law, title } = STARTER;
  const period = given.period ?? suggestPeriod(today, every, yearStarts);
  const value = {
    authority,
    committee,
    law,
    title,
    period,
    meeting: suggestMeeting(period, today),
    ...given,
  };
  const names = ['authority', 'committee', 'law', 'title', 'period', 'meeting'] as const;
  return {
    value,
    invented: names
      .filter((what) => given[what] === undefined)
      .map((what) => ({ what, value: what === 'period' ? period.id : value[what] })),
  };
}
