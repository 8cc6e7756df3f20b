import type { Indicator } from '../../model/indicator.js';
import type { CheckablePaper } from '../checkable-paper.js';
import type { Passage } from '../list-passages.js';
import { splitSentences, type Sentence } from '../split-sentences.js';
import { findNaming, type MeasureNames, type Naming } from './measure-names.js';
import { splitWords } from './split-words.js';

/** A sentence with what a word such as "it" or "performance" can mean in it. */
export interface SentenceInContext {
  sentence: Sentence;
  /** The measures whose figures the sentence prints. */
  cited: Indicator[];
  /** The measures whose figures the sentence before prints, in the same paragraph. */
  before: Indicator[];
  /** The measures whose figures the sentence after prints, in the same paragraph. */
  after: Indicator[];
  /** The measures that the heading names. */
  heading: Indicator[];
  /** The words of the heading. */
  headingWords: string[];
}

/** Lists the sentences of the running text, the headings and the captions, each with its context. */
export function listSentencesInContext(paper: CheckablePaper, names: MeasureNames): SentenceInContext[] {
  let heading = '';
  let section: Passage['section'] = null;
  return paper.passages
    .filter(({ role }) => role !== 'header' && role !== 'cell' && role !== 'column')
    .flatMap((passage) => {
      if (passage.section !== section) [section, heading] = [passage.section, passage.section?.title ?? ''];
      if (passage.role === 'heading') heading = passage.text;
      const words = passage.role === 'caption' ? [] : splitWords(heading);
      return readPassage(passage, paper, { words, named: listNamed(findNaming(words, names)) });
    });
}

function readPassage(
  passage: Passage,
  paper: CheckablePaper,
  heading: { words: string[]; named: Indicator[] },
): SentenceInContext[] {
  const sentences = splitSentences(passage);
  const cited = sentences.map((sentence) => listCited(sentence, paper));
  return sentences.map((sentence, index) => ({
    sentence,
    cited: cited[index] ?? [],
    before: cited[index - 1] ?? [],
    after: cited[index + 1] ?? [],
    heading: heading.named,
    headingWords: heading.words,
  }));
}

function listNamed(naming: Naming): Indicator[] {
  return naming.kind === 'named' ? naming.measures : [];
}

/** Lists the measures whose figures a sentence prints. */
function listCited({ passage, from, text }: Sentence, { indicators }: CheckablePaper): Indicator[] {
  const ids = passage.parts.flatMap(({ from: at, inline }) =>
    at >= from && at < from + text.length && inline.kind === 'value' && inline.figure
      ? [inline.figure.id.split('.')[0] ?? '']
      : [],
  );
  return [...new Set(ids)].flatMap((id) => indicators.measures[id] ?? []);
}
