import type { Picture } from '../model/blocks/picture.js';
import { computeResolution } from '../model/compute-picture-size.js';
import { listBlocks } from '../model/list-sections.js';
import type { Problem } from '../model/problem.js';
import type { CheckablePaper } from './checkable-paper.js';
import { reportProblem } from './report-problem.js';

/** The least resolution at which a reader does not see the dots, in dots per inch. */
const LEAST_RESOLUTION = 100;

/** Checks that pictures are sharp in print, and that photographs do not say where they were taken. */
export function checkPictures({ document, inputs }: CheckablePaper): Problem[] {
  const pictures = listBlocks(document).filter((block) => block.kind === 'picture');
  return [
    ...pictures.flatMap(findBlurred),
    ...pictures.flatMap((picture) => {
      const file = inputs.pictures.get(picture.file);
      return file?.image && file.hasLocation ? [reportLocation(picture)] : [];
    }),
  ];
}

function findBlurred(picture: Picture): Problem[] {
  const resolution = computeResolution(picture);
  if (resolution === null || resolution >= LEAST_RESOLUTION) return [];
  const share = Math.floor((resolution / LEAST_RESOLUTION) * 100);
  return [
    reportProblem(
      'picture-is-sharp',
      picture.place,
      `${picture.number} is printed at ${Math.floor(resolution)} dots per inch`,
      {
        expected: `at least ${LEAST_RESOLUTION} dots per inch`,
        hint: `Use a picture with more pixels, or make it narrower, to ${share}% of this width or less.`,
      },
    ),
  ];
}

function reportLocation({ number, file, place }: Picture): Problem {
  return reportProblem('picture-hides-place', place, `the file of ${number} says where it was taken`, {
    hint: `The paper's sources contain ${file} as it is. Save it without its location.`,
  });
}
