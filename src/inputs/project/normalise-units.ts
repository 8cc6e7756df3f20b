import { slugify } from '../../model/slugify.js';
import { makeNounUnit, type OwnUnits } from '../../model/unit.js';

/** An entry under `units:` of `measures.yaml`: a noun, or a unit with both its forms. */
type RawUnitNoun = string | { singular: string; plural: string };

/** Reads the nouns that papers count, and the units among them that figures can be in. */
export function normaliseUnits(raw: readonly RawUnitNoun[]): { units: string[]; ownUnits: OwnUnits } {
  const own = raw.filter((entry) => typeof entry === 'object');
  return {
    units: raw.flatMap((entry) => (typeof entry === 'string' ? entry : [entry.singular, entry.plural])),
    ownUnits: Object.fromEntries(
      own.map(({ singular, plural }) => [slugify(singular), makeNounUnit(singular, plural)]),
    ),
  };
}
