import { capitalise, humanise } from '../format/words.js';
import { formatDate } from '../format/dates.js';
import type { Inputs } from '../model/inputs.js';
import { describeExemptions } from './describe-exemptions.js';
import type { Manuscript } from '../model/manuscript.js';
import { makePlainFragment } from '../model/fragment.js';

type HeaderLine = Manuscript['header'][number];

/** Makes the header lines that follow the template's fields: why a paper is late or not public, and who has cleared it. */
export function makeStatusLines(inputs: Inputs): HeaderLine[] {
  const { urgency, exempt, keyDecision, clearance, places, place } = inputs.paper;
  const makeLine = (name: string, text: string, key: string): HeaderLine => ({
    name,
    value: makePlainFragment(text, places[key] ?? place),
  });
  const lines: HeaderLine[] = [];
  if (urgency !== undefined) lines.push(makeLine('Late paper', urgency, 'urgency'));
  if (exempt.length > 0) lines.push(describeExemptions(inputs));
  if (keyDecision)
    lines.push(makeLine('Key decision', `announced on ${formatDate(keyDecision.announced)}`, 'key-decision'));
  const cleared = clearance.map(({ id, name, date }) =>
    makeLine(`${humanise(id)} clearance`, `${name}, ${formatDate(date)}`, 'clearance'),
  );
  return [...lines, ...cleared];
}

/** Formats the sentence that replaces an appendix until it is published. `word` is the paper's word for an appendix. */
export function formatToFollow(date: string, word: string): string {
  return `This ${word.toLowerCase()} is to follow by ${formatDate(date)}.`;
}

/** Formats the sentence that replaces a restricted appendix. */
export function formatRestricted(reason: string, word: string): string {
  const sentence = capitalise(reason.trim());
  return `This ${word.toLowerCase()} is not published. ${/[.!?]$/.test(sentence) ? sentence : `${sentence}.`}`;
}
