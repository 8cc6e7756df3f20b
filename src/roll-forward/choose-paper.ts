import { parseQuarter, quarterLabel, type Quarter } from '../model/quarter.js';
import { suggestName } from '../model/suggest-name.js';

/** The arguments of the command as the user typed them. */
export interface RollForwardRequest {
  quarter: string;
  paper?: string | undefined;
  from?: string | undefined;
}

/** The paper to roll forward, and the quarters from which and to which. */
export interface Choice {
  quarter: Quarter;
  paper: string;
  from: Quarter;
}

/** The reason why a request is refused. Further lines say what to do. */
export interface Refusal {
  refused: string;
}

interface ListedPaper {
  quarter: Quarter;
  paper: string;
}

/** Chooses the paper to roll forward from those on file, oldest first. The default is the last one before the new quarter. */
export function choosePaper(request: RollForwardRequest, papers: readonly ListedPaper[]): Choice | Refusal {
  const quarter = parseQuarter(request.quarter);
  if (!quarter) return refuseQuarter(request.quarter);
  const from = request.from === undefined ? undefined : parseQuarter(request.from);
  if (from === null) return refuseQuarter(request.from ?? '');
  if (from !== undefined && from >= quarter)
    return { refused: `${from} is not before ${quarter}: a paper is rolled forward from an earlier quarter` };

  const earlier = chooseEarlierPaper(request.paper, quarter, from, papers);
  if ('refused' in earlier) return earlier;
  const { paper } = earlier;
  return papers.some((listed) => listed.quarter === quarter && listed.paper === paper)
    ? refuseExisting(quarter, paper)
    : { quarter, paper, from: earlier.quarter };
}

function chooseEarlierPaper(
  name: string | undefined,
  quarter: Quarter,
  from: Quarter | undefined,
  papers: readonly ListedPaper[],
): ListedPaper | Refusal {
  const earlier = papers.filter(
    (listed) => listed.quarter < quarter && (from === undefined || listed.quarter === from),
  );
  const last = earlier.at(-1);
  if (!last)
    return {
      refused: `there is no paper ${from === undefined ? `before ${quarter}` : `in ${from}`} to roll forward\n${listPapers(papers)}`,
    };
  const candidates = earlier.filter(({ paper, quarter: listed }) =>
    name === undefined ? listed === last.quarter : paper === name,
  );
  const newest = candidates.at(-1);
  if (!newest)
    return refusePaper(
      name ?? '',
      earlier.map(({ paper }) => paper),
      from ?? 'an earlier quarter',
    );
  if (name === undefined && candidates.length > 1)
    return {
      refused: `${last.quarter} has several papers: name one of ${candidates.map(({ paper }) => paper).join(', ')}`,
    };
  return newest;
}

function refuseQuarter(name: string): Refusal {
  const match = /^(\d{4})-(\d{2})-q[1-4]$/.exec(name);
  const nextYear = match ? String((Number(match[1]) + 1) % 100).padStart(2, '0') : '';
  return {
    refused: [
      `"${name}" is not a quarter of a financial year`,
      match
        ? `Write two years that follow each other: ${match[1] ?? ''}-${nextYear}${name.slice(7)}.`
        : 'Write a quarter such as 2008-09-q3: October to December 2008.',
    ].join('\n'),
  };
}

function refuseExisting(quarter: Quarter, paper: string): Refusal {
  return {
    refused: `${quarterLabel(quarter)} already has the paper ${paper}: data/${quarter}/${paper}.yaml\nExisting files are never overwritten. To start again, move that file away first.`,
  };
}

function refusePaper(name: string, known: readonly string[], quarters: string): Refusal {
  const names = [...new Set(known)];
  const hint = suggestName(name, names);
  return {
    refused: [
      `there is no paper "${name}" in ${quarters}`,
      `Name one of ${names.join(', ')}.`,
      ...(hint === undefined ? [] : [hint]),
    ].join('\n'),
  };
}

function listPapers(papers: readonly ListedPaper[]): string {
  return papers.length === 0
    ? 'There are no papers yet. Write the first paper by hand.'
    : `Existing papers: ${papers.map(({ quarter, paper }) => `${quarter} ${paper}`).join(', ')}.`;
}
