import type { BuildRequest, SoundPaper, UnreadPaper, UnsoundPaper } from '../build-paper.js';
import type { PublishablePaper, Reviewing } from '../preview/preview-setup.js';
import type { ReadText } from '../review/source-offsets.js';
import { listReviewFaults } from './list-review-faults.js';
import { openProjectTexts } from './open-project-texts.js';
import type { ReturnedFile } from './read-returned-file.js';
import { reviewPaper } from './review-paper.js';

/** The functions that compare a returned file with the papers of a preview. */
interface Reviewer {
  review: (paper: SoundPaper) => ReturnType<PublishablePaper['review']>;
  findFaults: Reviewing['findFaults'];
}

/** Builds the paper without its drawings and checks. */
type Compose = (
  edition: Pick<BuildRequest, 'access' | 'unsaved'>,
) => Promise<UnreadPaper | UnsoundPaper | SoundPaper>;

/** Creates the reviewer of a returned file. */
export function createReviewer(root: string, { word, access }: ReturnedFile, compose: Compose): Reviewer {
  return {
    review: async (paper) => {
      const isItsEdition = access === 'exempt' || paper.inputs.access === 'public';
      const edition = isItsEdition ? paper : await compose({ access });
      if (edition.state === 'unread') return null;
      const readText = keepTexts(openProjectTexts(root).readText);
      return { ...reviewPaper(edition, word, readText), readText };
    },
    findFaults: async (accepted, unsaved) => {
      const after = await compose({ access, unsaved });
      const { readText } = openProjectTexts(root);
      // While the paper has errors, a change cannot be tried. So all of them are listed.
      return listReviewFaults(
        accepted,
        { problems: [] },
        after,
        (file) => unsaved.get(file) ?? readText(file),
      );
    },
  };
}

/** Reads each file once, so that a change is made in the text for which it was planned. */
function keepTexts(readText: ReadText): ReadText {
  const texts = new Map<string, string | null>();
  return (file) => {
    const known = texts.get(file);
    if (known !== undefined) return known;
    const text = readText(file);
    texts.set(file, text);
    return text;
  };
}
