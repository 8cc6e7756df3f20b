import { expect, test } from 'vitest';
import { writeTargetNote } from '../../src/charts/kinds/write-target-note.js';
import type { Change } from '../../src/model/change.js';

const PLACE = { file: 'measures.yaml', line: 1, column: 1 };

/** A measure with a target for its change, in per cent. Only its words matter here. */
function makeMeasure(short: string, value: number, isLimit = false) {
  const figure = {
    id: 'target',
    label: short,
    value,
    unit: 'percent' as const,
    source: 'Invented',
    place: PLACE,
    isSigned: true,
  };
  const target = { figure, distance: figure, status: 'met' as const, reason: null, isLimit };
  const noun = value > 0 ? ('rise' as const) : ('fall' as const);
  return { short, target: null, series: [], change: { target: { ...target, noun } } as unknown as Change };
}

test('names the targets for changes that the lines of a chart do not show', () => {
  expect(writeTargetNote([{ short: 'Visits', change: null, target: null, series: [] }])).toBeNull();
  expect(writeTargetNote([makeMeasure('Fires', -0.1)])).toBe(
    'The lines do not show the target of a fall of 10% for fires.',
  );
  expect(writeTargetNote([makeMeasure('Fires', -0.1), makeMeasure('Costs', 0.02, true)])).toBe(
    'The lines do not show the targets of a fall of 10% for fires and a rise of no more than 2% for costs.',
  );
});
