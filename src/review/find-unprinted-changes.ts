import type { Passage } from './passage.js';
import type { Proposal } from './proposal.js';
import { normaliseCharacter } from './passage.js';
import { PARAGRAPH_END } from './word-text.js';
import { groupBy } from '../model/group-by.js';

/** An accepted change that the new text does not print. */
export interface UnprintedChange {
  proposal: Proposal;
  /** The text that the paragraph should have. */
  expected: string;
}

/**
 * Finds accepted changes whose words the changed paper does not print as they are in the returned file. The source of a text is more
 * than its words, so the paper is built to be sure.
 */
export function findUnprintedChanges(
  accepted: readonly Proposal[],
  now: readonly Passage[],
): UnprintedChange[] {
  const printed = new Set(now.map(({ text }) => squeeze(text)));
  return [...groupBy(accepted, ({ passage, what }) => (what === 'words' ? passage : null))].flatMap(
    ([passage, proposals]) =>
      passage === null
        ? proposals
            .filter(({ what }) => what === 'paragraph added')
            .map((proposal) => ({ proposal, expected: proposal.after }))
            .filter(({ expected }) => !printed.has(squeeze(expected)))
        : findInPassage(passage, proposals, printed),
  );
}

function findInPassage(
  passage: Passage,
  proposals: readonly Proposal[],
  printed: ReadonlySet<string>,
): UnprintedChange[] {
  const expected = changeText(passage.text, proposals);
  if (expected.split(PARAGRAPH_END).every((part) => squeeze(part) === '' || printed.has(squeeze(part))))
    return [];
  return proposals.map((proposal) => ({ proposal, expected }));
}

/** Returns the text with the accepted changes. */
function changeText(text: string, proposals: readonly Proposal[]): string {
  let changed = text;
  for (const { decision, inserted } of proposals.toReversed()) {
    const slot = decision.state === 'ready' ? decision.slot : null;
    if (slot) changed = changed.slice(0, slot.from) + inserted + changed.slice(slot.to);
  }
  return changed;
}

function squeeze(text: string): string {
  return Array.from(text, normaliseCharacter).join('').replace(/ +/g, ' ').trim();
}
