import type { LawId } from '../laws/law.js';
import type { ArrangedPaper } from '../model/arranged-paper.js';
import type { Organisation } from '../model/organisation.js';

/** The name of the committee is in the first lines of a paper. */
const FIRST_LINES = 20;

/**
 * Finds the law of a paper in a project: that of the committee that its first lines name, or else the only one of the project. "unclear"
 * if the project has several. Null if it states none.
 */
export function findLaw(
  { title, lines }: Pick<ArrangedPaper, 'title' | 'lines'>,
  { committees }: Pick<Organisation, 'committees'>,
): LawId | 'unclear' | null {
  const first = [title, ...lines.slice(0, FIRST_LINES)].join('\n').toLowerCase();
  const named = committees.filter(({ name }) => first.includes(name.toLowerCase()));
  const laws = new Set((named.length > 0 ? named : committees).map(({ law }) => law));
  const [law = null] = laws;
  return laws.size > 1 ? 'unclear' : law;
}
