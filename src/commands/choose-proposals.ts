import type { Proposal } from '../review/proposal.js';
import { UsageError } from './command.js';

/** Chooses the changes that the user names: "all", or numbers as "1,3-5". Throws UsageError for others. */
export function chooseProposals(wanted: string, proposals: readonly Proposal[]): Proposal[] {
  const ready = proposals.filter(({ decision }) => decision.state === 'ready');
  if (wanted === 'all') return ready;
  const numbers = new Set(wanted.split(',').flatMap(readRange));
  return [...numbers].sort((a, b) => a - b).map((number) => findProposal(number, proposals));
}

/** The most numbers of one range. */
const MOST = 10_000;

function readRange(text: string): number[] {
  const [, first, last = first] = /^\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*$/.exec(text) ?? [];
  const [from, to] = [Number(first), Number(last)];
  if (first === undefined || to < from || to - from > MOST)
    throw new UsageError(
      `"${text}" names no change\nName changes by their numbers, as in --accept 1,3-5, or all.`,
    );
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function findProposal(number: number, proposals: readonly Proposal[]): Proposal {
  const proposal = proposals.find((candidate) => candidate.number === number);
  if (!proposal)
    throw new UsageError(
      `there is no change ${number}\n${
        proposals.length === 0
          ? 'The file has no tracked changes.'
          : `The file has changes 1 to ${proposals.length}.`
      }`,
    );
  const { decision } = proposal;
  switch (decision.state) {
    case 'ready':
      return proposal;
    case 'applied':
      throw new UsageError(`change ${number} is already in the text\nLeave it out.`);
    case 'conflict':
      throw new UsageError(
        `change ${number} is in conflict with the text\nIt reads now: ${decision.now}\nChange it by hand.`,
      );
    case 'refused':
      throw new UsageError(`change ${number} cannot be applied: ${decision.reason}\n${decision.hint}`);
    default:
      return decision satisfies never;
  }
}
