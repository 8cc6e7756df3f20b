import { suggestName } from '../model/suggest-name.js';
import { parseQuarter, quarterLabel, type Quarter } from '../model/quarter.js';

/** What was asked for, as typed. */
export interface Wish {
  quarter: string;
  paper?: string | undefined;
  from?: string | undefined;
}

/** Which paper is rolled forward, from where to where. */
export interface Choice {
  quarter: Quarter;
  paper: string;
  from: Quarter;
}

/** Why something cannot be done, in a sentence and perhaps a hint below it. */
export interface Refusal {
  refused: string;
}

/** The paper to roll forward: the last one before the wanted quarter, unless said. `papers` are those on file, oldest first. */
export function choosePaper(
  wish: Wish,
  papers: readonly { quarter: Quarter; paper: string }[],
): Choice | Refusal {
  const quarter = parseQuarter(wish.quarter);
  if (!quarter) return noQuarter(wish.quarter);
  const from = wish.from === undefined ? undefined : parseQuarter(wish.from);
  if (from === null) return noQuarter(wish.from ?? '');
  if (from !== undefined && from >= quarter)
    return { refused: `${from} is not before ${quarter}: a paper is rolled forward from an earlier quarter` };

  const earlier = papers.filter(
    (one) => one.quarter < quarter && (from === undefined || one.quarter === from),
  );
  const source = earlier.at(-1)?.quarter;
  if (source === undefined)
    return {
      refused: `there is no ${from === undefined ? `paper before ${quarter}` : `paper in ${from}`} to roll forward\n${onFile(papers)}`,
    };
  const named =
    wish.paper === undefined
      ? earlier.filter((one) => one.quarter === source)
      : earlier.filter((one) => one.paper === wish.paper);
  const found = named.at(-1);
  if (!found)
    return unknownPaper(
      wish.paper ?? '',
      earlier.map(({ paper }) => paper),
      from ?? `an earlier quarter`,
    );
  if (named.length > 1 && wish.paper === undefined)
    return {
      refused: `${source} has several papers: name one of ${named.map(({ paper }) => paper).join(', ')}`,
    };
  if (papers.some((one) => one.quarter === quarter && one.paper === found.paper))
    return {
      refused: `${quarterLabel(quarter)} has its ${found.paper} already: data/${quarter}/${found.paper}.yaml\nNothing that exists is overwritten. To begin it anew, move that file away first.`,
    };
  return { quarter, paper: found.paper, from: found.quarter };
}

function noQuarter(name: string): Refusal {
  const years = /^(\d{4})-(\d{2})-q[1-4]$/.exec(name);
  const next = years ? String((Number(years[1]) + 1) % 100).padStart(2, '0') : '';
  return {
    refused: [
      `"${name}" is not a quarter of a financial year`,
      years
        ? `The years follow each other: ${years[1] ?? ''}-${next}${name.slice(7)}.`
        : 'A quarter is named such as 2008-09-q3: October to December 2008.',
    ].join('\n'),
  };
}

function unknownPaper(name: string, known: string[], where: string): Refusal {
  const names = [...new Set(known)];
  const hint = suggestName(name, names);
  return {
    refused: [
      `there is no paper "${name}" in ${where}`,
      `There is ${names.join(', ')}.`,
      ...(hint ? [hint] : []),
    ].join('\n'),
  };
}

function onFile(papers: readonly { quarter: Quarter; paper: string }[]): string {
  return papers.length === 0
    ? 'No paper is on file at all: the first one is written by hand.'
    : `On file: ${papers.map(({ quarter, paper }) => `${quarter} ${paper}`).join(', ')}.`;
}
