import { parsePeriod, periodLabel, type Period } from '../model/period.js';
import { suggestName } from '../model/suggest-name.js';

/** The arguments of the command as the user typed them. */
export interface RollForwardRequest {
  period: string;
  paper?: string | undefined;
  from?: string | undefined;
}

/** The paper to roll forward, and the quarters from which and to which. */
export interface Choice {
  period: Period;
  paper: string;
  from: Period;
}

/** The reason why a request is refused. Further lines say what to do. */
export interface Refusal {
  refused: string;
}

interface ListedPaper {
  period: Period;
  paper: string;
}

/** Chooses the paper to roll forward from those on file, oldest first. The default is the last one before the new quarter. */
export function choosePaper(request: RollForwardRequest, papers: readonly ListedPaper[]): Choice | Refusal {
  const period = parsePeriod(request.period);
  if (!period) return refusePeriod(request.period);
  const from = request.from === undefined ? undefined : parsePeriod(request.from);
  if (from === null) return refusePeriod(request.from ?? '');
  if (from !== undefined && from >= period)
    return { refused: `${from} is not before ${period}: a paper is rolled forward from an earlier quarter` };

  const earlier = chooseEarlierPaper(request.paper, period, from, papers);
  if ('refused' in earlier) return earlier;
  const { paper } = earlier;
  return papers.some((listed) => listed.period === period && listed.paper === paper)
    ? refuseExisting(period, paper)
    : { period, paper, from: earlier.period };
}

function chooseEarlierPaper(
  name: string | undefined,
  period: Period,
  from: Period | undefined,
  papers: readonly ListedPaper[],
): ListedPaper | Refusal {
  const earlier = papers.filter(
    (listed) => listed.period < period && (from === undefined || listed.period === from),
  );
  const last = earlier.at(-1);
  if (!last)
    return {
      refused: `there is no paper ${from === undefined ? `before ${period}` : `in ${from}`} to roll forward\n${listPapers(papers)}`,
    };
  const candidates = earlier.filter(({ paper, period: listed }) =>
    name === undefined ? listed === last.period : paper === name,
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
      refused: `${last.period} has several papers: name one of ${candidates.map(({ paper }) => paper).join(', ')}`,
    };
  return newest;
}

function refusePeriod(name: string): Refusal {
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

function refuseExisting(period: Period, paper: string): Refusal {
  return {
    refused: `${periodLabel(period)} already has the paper ${paper}: data/${period}/${paper}.yaml\nExisting files are never overwritten. To start again, move that file away first.`,
  };
}

function refusePaper(name: string, known: readonly string[], periods: string): Refusal {
  const names = [...new Set(known)];
  const hint = suggestName(name, names);
  return {
    refused: [
      `there is no paper "${name}" in ${periods}`,
      `Name one of ${names.join(', ')}.`,
      ...(hint === undefined ? [] : [hint]),
    ].join('\n'),
  };
}

function listPapers(papers: readonly ListedPaper[]): string {
  return papers.length === 0
    ? 'There are no papers yet. Write the first paper by hand.'
    : `Existing papers: ${papers.map(({ period, paper }) => `${period} ${paper}`).join(', ')}.`;
}
