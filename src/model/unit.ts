/** The units that the program knows by name. */
export const PLAIN_UNITS = [
  'count',
  'number',
  'percent',
  'points',
  'ratio',
  'pounds',
  'days',
  'hours',
  'minutes',
  'months',
  'year',
] as const;

type PlainUnit = (typeof PLAIN_UNITS)[number];

/** The sizes in which large sums are stated. */
export const MAGNITUDES = ['thousand', 'million'] as const;

export type Magnitude = (typeof MAGNITUDES)[number];

/**
 * The unit of a figure, with everything that print needs. `percent` values are fractions (0.64) and `points` are differences of
 * fractions (0.08). A unit of the project's own has its singular and its plural: `tonne/tonnes`.
 */
export type Unit = PlainUnit | `pounds ${Magnitude}` | `rate per ${number}` | `${string}/${string}`;

/** A unit by its parts. */
export type UnitParts =
  | { kind: 'count' | 'number' | 'percent' | 'points' | 'ratio' | 'year' }
  /** `magnitude` is null for single pounds. */
  | { kind: 'pounds'; magnitude: Magnitude | null }
  | { kind: 'rate'; per: number }
  /** A unit that is printed after the number, in its singular or its plural. */
  | { kind: 'noun'; singular: string; plural: string };

const TIMES = {
  days: { kind: 'noun', singular: 'day', plural: 'days' },
  hours: { kind: 'noun', singular: 'hour', plural: 'hours' },
  minutes: { kind: 'noun', singular: 'minute', plural: 'minutes' },
  months: { kind: 'noun', singular: 'month', plural: 'months' },
} as const;

/** Splits a unit into its parts. */
export function parseUnit(unit: Unit): UnitParts {
  switch (unit) {
    case 'count':
    case 'number':
    case 'percent':
    case 'points':
    case 'ratio':
    case 'year':
      return { kind: unit };
    case 'days':
    case 'hours':
    case 'minutes':
    case 'months':
      return TIMES[unit];
    case 'pounds':
      return { kind: 'pounds', magnitude: null };
    case 'pounds thousand':
    case 'pounds million':
      return { kind: 'pounds', magnitude: unit === 'pounds thousand' ? 'thousand' : 'million' };
    default: {
      const per = /^rate per (\d+(?:\.\d+)?)$/.exec(unit)?.[1];
      const [singular = '', plural = ''] = unit.split('/');
      return per === undefined ? { kind: 'noun', singular, plural } : { kind: 'rate', per: Number(per) };
    }
  }
}

/** The units that a project adds, by name. */
export type OwnUnits = Readonly<Record<string, Unit>>;

/** Makes the unit of a project's own noun. */
export function makeNounUnit(singular: string, plural: string): Unit {
  return `${singular}/${plural}`;
}

/** Names a unit in one word or a few, as `figures.csv` does: "percent", "pounds thousand", "tonnes". */
export function nameUnit(unit: Unit): string {
  const parts = parseUnit(unit);
  return parts.kind === 'noun' ? parts.plural : unit;
}

/** Returns true for percentages and their differences, whose values are fractions. */
export function isFraction(unit: Unit): boolean {
  return unit === 'percent' || unit === 'points';
}

/** Returns true for sums of money, in pounds, thousands or millions. */
export function isMoney(unit: Unit): boolean {
  return parseUnit(unit).kind === 'pounds';
}
