import type { Proposal } from '../review/proposal.js';
import { createPaint } from './create-paint.js';
import { UsageError } from './command.js';
import { formatProposal } from './format-word-review.js';

/** Shows the changes one by one, and asks about those that can be applied. Returns none after Ctrl-C. */
export async function askProposals(proposals: readonly Proposal[], root: string): Promise<Proposal[]> {
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError('--interactive needs a terminal\nName the changes instead, as in --accept 1,3.');
  const { isCancel, select } = await import('@clack/prompts');
  const style = { root, paint: createPaint(process.stderr) };
  const accepted: Proposal[] = [];
  for (const proposal of proposals) {
    process.stderr.write(`${formatProposal(proposal, style)}\n`);
    if (proposal.decision.state !== 'ready') continue;
    const answer = await select({
      message: `Apply change ${proposal.number}?`,
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'No' },
        { value: 'stop', label: 'No, and apply those that I have accepted' },
      ],
      output: process.stderr,
    });
    if (isCancel(answer)) return [];
    if (answer === 'stop') break;
    if (answer === 'yes') accepted.push(proposal);
  }
  return accepted;
}
