import { applyEdits } from '../../edit/apply-edits.js';
import { getFile } from '../../edit/apply-edit.js';
import { formatCount } from '../../format/words.js';
import { groupBy } from '../../model/group-by.js';
import { applyProposals } from '../../review/apply-proposals.js';
import type { Proposal } from '../../review/proposal.js';
import type { EditableFiles } from '../editing/editable-files.js';
import { formatRefusal } from '../editing/format-refusal.js';
import { createTickets, type Tickets } from '../editing/tickets.js';
import { writeEdits, type Edits } from '../editing/write-edits.js';
import type { Reviewing } from '../preview-setup.js';
import { describeReview } from './describe-review.js';
import type { PaperReview } from './paper-review.js';
import type { AcceptAnswer, ReviewFacts } from './review-facts.js';

/** The files and functions with which a review writes changes. */
interface ReviewWriting {
  files: EditableFiles;
  findFaults: Reviewing['findFaults'];
  /** Adds a step to undo. */
  record: (words: string, inverse: Edits) => void;
}

/** The review of a returned file in a preview. All its windows share it. */
export interface ReviewSession {
  /** Replaces the review by one of a newer paper. Tickets of the earlier one are not valid any more. */
  update: (review: PaperReview) => void;
  getFacts: () => ReviewFacts;
  /** Writes the changes of tickets: all of them, or none. */
  accept: (tickets: readonly string[]) => Promise<AcceptAnswer>;
}

/** A review with the tickets of its changes. */
interface IssuedReview {
  review: PaperReview;
  tickets: Tickets<Proposal>;
  /** The valid ticket of each change that can be accepted. */
  current: Map<Proposal, string>;
}

const NO_REVIEW: PaperReview = { proposals: [], remarks: [], labels: [], readText: () => null };

/** Creates the review of a file. Without `writing`, its changes are only shown. */
export function createReviewSession(writing: ReviewWriting | null): ReviewSession {
  let issued = issueTickets(NO_REVIEW, false);
  return {
    getFacts: () => {
      const { review, current } = issued;
      return describeReview(review, (proposal) => current.get(proposal) ?? null);
    },
    update: (review) => {
      issued = issueTickets(review, writing !== null);
    },
    accept: async (list) => {
      const { review, tickets, current } = issued;
      const accepted = list.flatMap((ticket) => tickets.take(ticket) ?? []);
      for (const proposal of accepted) current.delete(proposal);
      const isWhole = writing !== null && accepted.length === list.length;
      const answer: AcceptAnswer = isWhole ? await accept(accepted, review, writing) : { kind: 'stale' };
      if (answer.kind !== 'saved')
        for (const proposal of accepted) current.set(proposal, tickets.issue(proposal));
      return answer;
    },
  };
}

/** Issues a ticket for each change that can be accepted. All of them are valid at once. */
function issueTickets(review: PaperReview, canWrite: boolean): IssuedReview {
  const tickets = createTickets<Proposal>(Infinity);
  const ready = canWrite ? review.proposals.filter(({ decision }) => decision.state === 'ready') : [];
  return {
    review,
    tickets,
    current: new Map(ready.map((proposal) => [proposal, tickets.issue(proposal)])),
  };
}

/** Writes changes. First the paper is built with them: it must print the new words. */
async function accept(
  accepted: readonly Proposal[],
  review: PaperReview,
  { files, findFaults, record }: ReviewWriting,
): Promise<AcceptAnswer> {
  const { edits, refusals } = applyProposals(accepted, review.readText, review.labels);
  if (refusals.size > 0)
    return refuse([...refusals].map(([number, reason]) => `Change ${number} cannot be written: ${reason}.`));
  const byFile = groupBy(edits, getFile);
  const unsaved = new Map<string, string>();
  for (const [file, inFile] of byFile) {
    const applied = applyEdits(files.read(file)?.text ?? '', inFile);
    if (applied.refusal) return refuse([`${file}: ${formatRefusal(applied.refusal)}`]);
    unsaved.set(file, applied.value.text);
  }
  const faults = await findFaults(accepted, unsaved);
  if (faults.length > 0) return refuse(faults);
  const saved: string[] = [];
  for (const [file, inFile] of byFile) {
    const result = await writeEdits(inFile, files);
    if (!('inverse' in result)) {
      const reason = 'refusal' in result ? formatRefusal(result.refusal) : result.busy;
      return refuse([...saved.map((words) => `Saved: ${words}.`), `${file}: ${reason}`]);
    }
    const words = describeAccepted(accepted.filter((proposal) => changesFile(proposal, file)));
    const named = byFile.size > 1 ? `${words}, in ${file}` : words;
    record(named, result.inverse);
    saved.push(named);
  }
  return { kind: 'saved', words: describeAccepted(accepted) };
}

function refuse(reasons: string[]): AcceptAnswer {
  return { kind: 'refused', reasons };
}

function changesFile({ decision }: Proposal, file: string): boolean {
  return decision.state === 'ready' && decision.change.file === file;
}

function describeAccepted(accepted: readonly Proposal[]): string {
  const [first] = accepted;
  return first && accepted.length === 1
    ? `Change ${first.number} of the returned file`
    : `${formatCount(accepted.length, 'change', 'changes')} of the returned file`;
}
