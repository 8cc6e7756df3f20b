import { capitalise, formatDate } from '../format.js';
import type { Paper } from '../model/paper.js';
import type { Manuscript } from '../model/manuscript.js';
import { makePlainFragment } from '../model/fragment.js';

/** What the header block says after the template's own fields: why a paper is late or not public, and who has cleared it. */
export function statusLines(paper: Paper): Manuscript['header'] {
  const { urgency, exempt, clearance, places, place } = paper;
  const line = (name: string, text: string, key: string): Manuscript['header'][number] => ({
    name,
    value: makePlainFragment(text, places[key] ?? place),
  });
  return [
    ...(urgency === undefined ? [] : [line('Late paper', urgency, 'urgency')]),
    ...(exempt?.paragraph === undefined
      ? []
      : [
          line(
            'Exempt',
            `under paragraph ${exempt.paragraph} of Schedule 12A to the Local Government Act 1972`,
            'exempt',
          ),
        ]),
    ...clearance.map(({ id, name, date }) =>
      line(`${capitalise(id.replaceAll('-', ' '))} clearance`, `${name}, ${formatDate(date)}`, 'clearance'),
    ),
  ];
}

/** What stands in the place of an appendix that is published later. */
export function toFollowText(date: string, word: string): string {
  return `This ${word.toLowerCase()} is to follow by ${formatDate(date)}.`;
}
