import type { Block } from '../model/blocks/block.js';
import { toPlainText } from '../model/inline.js';
import { listBlocks } from '../model/list-sections.js';
import type { OfKind } from '../model/of-kind.js';
import type { Problem } from '../model/problem.js';
import type { CheckableText } from './checkable-text.js';
import { reportProblem } from './report-problem.js';

type Described = OfKind<Block, 'chart' | 'diagram' | 'picture'>;

/** The fewest words that can say what a picture shows. */
const FEWEST_WORDS = 3;

/** Checks that each chart, diagram and picture has a text alternative that says more than its title. */
export function checkDescriptions({ document }: CheckableText): Problem[] {
  return listBlocks(document)
    .filter((block) => block.kind === 'chart' || block.kind === 'diagram' || block.kind === 'picture')
    .flatMap(findPoorDescription);
}

function findPoorDescription(block: Described): Problem[] {
  const words = foldWords(block.alternative);
  const isPicture = block.kind === 'picture';
  const key = isPicture ? 'fig-alt="…"' : 'alternative:';
  const report = (message: string): Problem[] => [
    reportProblem('figure-described', block.place, message, {
      expected: `${key} what the ${isPicture ? 'picture' : 'drawing'} shows, in a sentence or two`,
    }),
  ];
  if ([foldWords(toPlainText(block.title)), ''].includes(words))
    return report(`${block.number} has no text alternative, or only its title`);
  const isShort = isPicture && words.split(' ').length < FEWEST_WORDS;
  return isShort ? report(`"${block.alternative}" does not say what ${block.number} shows`) : [];
}

/** Removes capitals and punctuation, so that equal words compare as equal. */
function foldWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
