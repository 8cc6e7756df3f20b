import { parseDays } from '../../format/parse-days.js';
import { defineHelper, readText, type Helper, type HelperDefinition } from './helper.js';

const EXAMPLE = '{{tense data.events "was" "is" "will be"}}';

/**
 * `{{tense data.events "was" "is" "will be"}}`: the word for a time before, around or after the meeting. The time is words, such
 * as "May 2009", or what has a `period`. Without a third word, or without a time that can be read, the second word is used.
 */
const tense: Helper = ({ args: [time, past, present, future = present], inputs }) => {
  const words = [past, present, future].map((word) => readText(word, 'a word', EXAMPLE));
  const period = parseDays(findWords(time));
  if (!period) return words[1];
  const { date } = inputs.meeting;
  return period.to < date ? words[0] : period.from > date ? words[2] : words[1];
};

function findWords(time: unknown): string {
  if (typeof time === 'string') return time;
  const period = typeof time === 'object' && time !== null && 'period' in time ? time.period : null;
  return typeof period === 'string' ? period : '';
}

export const timeHelpers = { tense: defineHelper(tense, 4) } satisfies Record<string, HelperDefinition>;
