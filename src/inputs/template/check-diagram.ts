import type { DiagramData } from '../../model/drawing.js';
import { makeError, type Place, type Problem } from '../../model/problem.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { YamlFile } from '../yaml/yaml-file.js';

interface Box {
  id: string;
  place: Place;
}

/** Checks that boxes have different ids, and that each arrow goes from one box to another. */
export function checkDiagram({ rows, arrows }: DiagramData, file: YamlFile): Problem[] {
  const boxes = rows.flatMap((row, rowIndex) =>
    row.map(({ id }, index): Box => ({ id, place: file.placeOf(['rows', rowIndex, index, 'id']) })),
  );
  const ids = boxes.map(({ id }) => id);
  return [
    ...findRepeatedBoxes(boxes),
    ...arrows.flatMap((arrow, index) => checkArrow(arrow, index, ids, file)),
  ];
}

function findRepeatedBoxes(boxes: readonly Box[]): Problem[] {
  return boxes
    .filter(({ id }, index) => boxes.findIndex((box) => box.id === id) < index)
    .map(({ id, place }) =>
      makeError('box-is-unique', place, `two boxes have the id "${id}"`, {
        hint: 'Rename one of the two, so that arrows are clear.',
      }),
    );
}

function checkArrow(
  { from, to }: DiagramData['arrows'][number],
  index: number,
  boxes: readonly string[],
  file: YamlFile,
): Problem[] {
  const unknown = Object.entries({ from, to }).filter(([, box]) => !boxes.includes(box));
  if (unknown.length === 0 && from === to)
    return [
      makeError(
        'box-exists',
        file.placeOf(['arrows', index, 'to']),
        `the arrow goes from "${from}" to itself`,
        { expected: 'another box' },
      ),
    ];
  return unknown.map(([key, box]) =>
    makeError(
      'box-exists',
      file.placeOf(['arrows', index, key]),
      `no box is called "${box}"`,
      adviseOnName(box, boxes),
    ),
  );
}
