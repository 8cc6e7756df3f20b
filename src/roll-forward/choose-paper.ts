import { comparePeriods, parsePeriod, type Period } from '../model/period.js';
import { describeForms, suggestForm } from '../model/period-forms.js';
import { suggestName } from '../model/suggest-name.js';

/** The arguments of the command as the user typed them. */
export interface RollForwardRequest {
  period: string;
  paper?: string | undefined;
  from?: string | undefined;
}

/** The paper to roll forward, and the periods from which and to which. */
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

/** Chooses the paper to roll forward from those on file, oldest first. The default is the last one before the new period. */
export function choosePaper(
  request: RollForwardRequest,
  onFile: readonly { period: string; paper: string }[],
  yearStarts: number,
): Choice | Refusal {
  const period = parsePeriod(request.period, yearStarts);
  if (!period) return refusePeriod(request.period, yearStarts);
  const from = request.from === undefined ? undefined : parsePeriod(request.from, yearStarts);
  if (from === null) return refusePeriod(request.from ?? '', yearStarts);
  if (from && comparePeriods(from, period) >= 0)
    return {
      refused: `${from.id} is not before ${period.id}: a paper is rolled forward from an earlier period`,
    };

  const papers = onFile.flatMap((listed) => {
    const listedPeriod = parsePeriod(listed.period, yearStarts);
    return listedPeriod ? [{ period: listedPeriod, paper: listed.paper }] : [];
  });
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
    (listed) =>
      comparePeriods(listed.period, period) < 0 &&
      (from === undefined ? listed.period.kind === period.kind : listed.period === from),
  );
  const last = earlier.at(-1);
  if (!last)
    return {
      refused: `there is no paper ${from === undefined ? `before ${period.id}` : `in ${from.id}`} to roll forward\n${listPapers(papers)}`,
    };
  const candidates = earlier.filter(({ paper, period: listed }) =>
    name === undefined ? listed === last.period : paper === name,
  );
  const newest = candidates.at(-1);
  if (!newest)
    return refusePaper(
      name ?? '',
      earlier.map(({ paper }) => paper),
      from?.id ?? 'an earlier period',
    );
  if (name === undefined && candidates.length > 1)
    return {
      refused: `${last.period.id} has several papers: name one of ${candidates.map(({ paper }) => paper).join(', ')}`,
    };
  return newest;
}

function refusePeriod(name: string, yearStarts: number): Refusal {
  return {
    refused: [
      `"${name}" is not a period of this project`,
      suggestForm(name, yearStarts) ?? `Write a period such as ${describeForms(yearStarts)}.`,
    ].join('\n'),
  };
}

function refuseExisting(period: Period, paper: string): Refusal {
  return {
    refused: `${period.label} already has the paper ${paper}: data/${period.id}/${paper}.yaml\nExisting files are never overwritten. To start again, move that file away first.`,
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
    : `Existing papers: ${papers.map(({ period, paper }) => `${period.id} ${paper}`).join(', ')}.`;
}
