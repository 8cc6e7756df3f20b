import { makeError, type Checked, type Place, type Problem } from '../model/problem.js';
import { suggestName } from '../model/suggest-name.js';
import { PLAIN_UNITS, type OwnUnits, type Unit } from '../model/unit.js';

/** A unit as an author writes it, with the keys that some units need. */
export interface RawUnit {
  unit: string;
  in?: 'thousands' | 'millions' | undefined;
  per?: number | undefined;
}

/** Reads a unit. `placeOf` finds the place of one of its keys. An unknown unit counts as a number. */
export function readUnit(
  { unit, in: magnitude, per }: RawUnit,
  ownUnits: OwnUnits,
  placeOf: (key: 'unit' | 'in' | 'per') => Place,
): Checked<Unit> {
  const problems = [
    ...(magnitude !== undefined && unit !== 'pounds' ? [reportStray('in', 'pounds', placeOf)] : []),
    ...(per !== undefined && unit !== 'rate' ? [reportStray('per', 'rate', placeOf)] : []),
  ];
  if (unit === 'rate')
    return per === undefined
      ? { value: 'ratio', problems: [reportNoPer(placeOf('unit'))] }
      : { value: `rate per ${per}`, problems };
  if (unit === 'pounds' && magnitude !== undefined)
    return { value: magnitude === 'thousands' ? 'pounds thousand' : 'pounds million', problems };
  const known = PLAIN_UNITS.find((plain) => plain === unit) ?? findOwn(unit, ownUnits);
  return known === undefined
    ? { value: 'number', problems: [reportUnknown(unit, ownUnits, placeOf('unit'))] }
    : { value: known, problems };
}

function findOwn(name: string, ownUnits: OwnUnits): Unit | undefined {
  return Object.hasOwn(ownUnits, name) ? ownUnits[name] : undefined;
}

function reportStray(key: 'in' | 'per', unit: string, placeOf: (key: 'in' | 'per') => Place): Problem {
  return makeError('key-fits', placeOf(key), `${key}: belongs to figures in ${unit}`, {
    hint: `Delete it, or set unit: ${unit}.`,
  });
}

function reportNoPer(place: Place): Problem {
  return makeError('key-is-present', place, 'a rate does not say for how many people or cases', {
    expected: 'per: and a number, such as per: 1000',
  });
}

function reportUnknown(unit: string, ownUnits: OwnUnits, place: Place): Problem {
  const known = [...PLAIN_UNITS, 'rate', ...Object.keys(ownUnits)];
  return makeError('value-fits', place, `no unit is called "${unit}"`, {
    expected: `one of ${known.join(', ')}`,
    hint:
      suggestName(unit, known) ??
      'Add it under units: in data/measures.yaml: { singular: tonne, plural: tonnes }.',
  });
}
