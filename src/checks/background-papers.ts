import { formatCount, joinNames } from '../format/words.js';
import type { Figure } from '../model/figure.js';
import { toPlainText } from '../model/inline.js';
import { listPrintedFigures } from '../model/list-printed-figures.js';
import { formatPlace, type Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { describeMissing, findSection } from './find-section.js';
import { hintAtLaw, joinHints } from './hint-at-law.js';
import { reportProblem } from './report-problem.js';

/** Checks the list of background papers, for a committee whose law requires one. */
export function checkBackgroundPapers(paper: CheckablePaper): Problem[] {
  const { law } = paper.inputs.meeting.committee.law;
  if (!law.backgroundPapers) return [];
  return [
    ...findMissingBackgroundPapers(paper, law.backgroundPapers.source),
    ...findFalseNone(paper, law.backgroundPapers.source),
  ];
}

function findMissingBackgroundPapers(paper: CheckablePaper, source: string): Problem[] {
  const { place, title, section } = findSection('background-papers', paper);
  if (section) return [];
  const { message, expected } = describeMissing(
    'background-papers',
    title,
    'the papers relied on, or "None."',
  );
  return [
    reportProblem('background-papers-are-listed', place, message, {
      expected,
      hint: joinHints(`Required by ${source}.`, hintAtLaw(paper.inputs.meeting.committee.law)),
    }),
  ];
}

/** Ways to write that there are none. */
const NONE =
  /^\s*(?:none|nil|n\/a|not applicable|(?:there (?:are|were) )?no(?:ne)? background papers?)(?: (?:was|were) (?:used|relied (?:up)?on))?\s*\.?\s*$/i;

/** Finds a list that says "None" although figures of the paper come from sources that are not published. */
function findFalseNone(paper: CheckablePaper, source: string): Problem[] {
  const { place, title, section } = findSection('background-papers', paper);
  if (!section) return [];
  const text = section.blocks
    .map((block) => ('content' in block ? toPlainText(block.content) : ''))
    .join(' ');
  if (!NONE.test(text)) return [];
  const used = findUnpublished(paper);
  const names = [...new Set(used.map(({ name }) => name))];
  if (names.length === 0) return [];
  return [
    reportProblem(
      'background-papers-name-sources',
      section.blocks[0]?.place ?? place,
      `"${title ?? ''}" says "${text.trim()}", but ${formatCount(used.length, 'figure')} of the paper ${used.length === 1 ? 'comes' : 'come'} from ${joinNames(names.map((name) => `"${name}"`))}, which ${names.length === 1 ? 'is' : 'are'} not published`,
      {
        expected: `a list with ${joinNames(names.map((name) => `"${name}"`))}`,
        hint: `unpublished-sources: in data/organisation.yaml lists such sources. Required by ${source}.`,
      },
    ),
  ];
}

/** Finds the printed figures whose source, or that of a figure in their formula, is not published. */
function findUnpublished({ document, inputs }: CheckablePaper): { figure: Figure; name: string }[] {
  const { unpublishedSources } = inputs.organisation;
  const findName = (figure: Figure): string | undefined =>
    unpublishedSources.find((name) => figure.source.startsWith(name)) ??
    figure.inputs?.map(findName).find((name) => name !== undefined);
  if (unpublishedSources.length === 0) return [];
  const figures = new Map(
    listPrintedFigures(document).map(({ figure }) => [`${figure.id} ${formatPlace(figure.place)}`, figure]),
  ).values();
  return [...figures].flatMap((figure) => {
    const name = findName(figure);
    return name === undefined ? [] : [{ figure, name }];
  });
}
