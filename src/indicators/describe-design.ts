import { NO_PART, type Figure } from '../model/figure.js';

type Design = Pick<Figure, 'designEffect' | 'designKnownFor'>;

/** Describes the design effect of a sample of `all` parts, of which `known` parts have a known one. */
export function describeDesign(effect: number | null, known: number, all: number, parts: string): Design {
  if (known < all) return { designKnownFor: known === 0 ? NO_PART : `${known} of ${all} ${parts}` };
  return effect === null ? {} : { designEffect: effect };
}

/** Describes the part of the samples of two compared figures whose design effect is known. */
export function joinDesigns(from: Figure, to: Figure): Design {
  const unknown = [from, to].flatMap(({ designKnownFor }) => designKnownFor ?? []);
  if (unknown.length === 0) return {};
  if (unknown.length === 1) return { designKnownFor: unknown[0] === NO_PART ? '1 of 2 periods' : SOME };
  return { designKnownFor: unknown.every((part) => part === NO_PART) ? NO_PART : SOME };
}

/** Returns true if the design effects of both figures are known for the whole of their samples. */
export function hasUnknownDesign(from: Figure, to: Figure): boolean {
  return joinDesigns(from, to).designKnownFor !== undefined;
}

const SOME = 'some of the interviews';
