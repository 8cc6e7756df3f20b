import type * as z from 'zod';
import { makeError, type Problem } from '../../model/problem.js';
import { suggestName } from '../../model/suggest-name.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import type { meetingsSchema } from './meetings-schema.js';

type RawMeeting = z.infer<typeof meetingsSchema>['meetings'][string];
type RawItem = NonNullable<RawMeeting['agenda']>[number];

/** Checks the items of a meeting's agenda. Papers that it does not list are no fault: they come last. */
export function checkAgenda(
  meeting: string,
  { papers, agenda = [] }: Pick<RawMeeting, 'papers' | 'agenda'>,
  file: YamlFile,
): Problem[] {
  return agenda.flatMap((item, index) => {
    const fault = findFault(item, Object.keys(papers), agenda.slice(0, index));
    if (!fault) return [];
    const place = file.placeOf(['meetings', meeting, 'agenda', index]);
    return [makeError('agenda-fits-papers', place, fault.message, fault)];
  });
}

interface Fault {
  message: string;
  expected: string;
  hint?: string | undefined;
}

function findFault(
  { paper, title, number }: RawItem,
  known: readonly string[],
  earlier: readonly RawItem[],
): Fault | null {
  if (paper === undefined)
    return title === undefined
      ? { message: 'the item has no title', expected: 'a title, or `paper:` with a paper of the meeting' }
      : null;
  if (!known.includes(paper))
    return {
      message: `the meeting has no paper "${paper}"`,
      expected: known.length > 0 ? `one of ${known.join(', ')}` : 'a paper that `papers:` lists',
      hint: suggestName(paper, known),
    };
  if (earlier.some((item) => item.paper === paper))
    return { message: `"${paper}" is on the agenda twice`, expected: 'one item for each paper' };
  if (title !== undefined || number !== undefined)
    return {
      message: `the item has a ${title === undefined ? 'number' : 'title'} besides its paper "${paper}"`,
      expected: '`paper:` without `title:` and `number:`',
      hint: 'The number and the title are those in the list of papers.',
    };
  return null;
}
