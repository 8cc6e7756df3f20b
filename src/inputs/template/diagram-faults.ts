import { suggestName } from '../../model/suggest-name.js';
import type { DiagramData } from '../../model/drawing.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { YamlFile } from '../yaml/yaml-file.js';

/** Arrows that do not lead from one box to another, and boxes that arrows could not tell apart. */
export function diagramFaults({ rows, arrows }: DiagramData, file: YamlFile): Problem[] {
  const boxes = rows.flat().map((box) => box.id);
  return [
    ...boxesTwice(rows, file),
    ...arrows.flatMap((arrow, index) => looseEnds(arrow, index, boxes, file)),
  ];
}

function looseEnds(
  { from, to }: DiagramData['arrows'][number],
  index: number,
  boxes: string[],
  file: YamlFile,
): Problem[] {
  const ends = Object.entries({ from, to }).filter(([, box]) => !boxes.includes(box));
  if (ends.length === 0 && from === to)
    return [
      makeError(
        'box-exists',
        file.placeOf(['arrows', index, 'to']),
        `the arrow leads from "${from}" to itself`,
      ),
    ];
  return ends.map(([end, box]) =>
    makeError('box-exists', file.placeOf(['arrows', index, end]), `no box is called "${box}"`, {
      expected: `one of ${boxes.join(', ')}`,
      hint: suggestName(box, boxes),
    }),
  );
}

function boxesTwice(rows: DiagramData['rows'], file: YamlFile): Problem[] {
  const seen = new Set<string>();
  return rows.flatMap((row, y) =>
    row.flatMap(({ id }, x) => {
      const again = seen.has(id);
      seen.add(id);
      return again
        ? [
            makeError('box-is-unique', file.placeOf(['rows', y, x, 'id']), `two boxes are called "${id}"`, {
              hint: 'Arrows could not tell the two apart: rename one.',
            }),
          ]
        : [];
    }),
  );
}
