import type * as z from 'zod';
import { EXEMPT_KINDS, type Exemption, type ExemptName } from '../../model/exemption.js';
import type { ValidYaml } from '../source-reader.js';
import type { Path } from '../yaml/yaml-file.js';
import type { paperSchema } from './paper-schema.js';

/** Converts the list of what is exempt. One entry may stand without a list. */
export function normaliseExempt({ data, file }: ValidYaml<z.infer<typeof paperSchema>>): Exemption[] {
  const { exempt } = data;
  if (exempt === undefined) return [];
  const entries = Array.isArray(exempt) ? exempt : [exempt];
  return entries.map((entry, index): Exemption => {
    const at: Path = Array.isArray(exempt) ? ['exempt', index] : ['exempt'];
    const listNames = (kind: (typeof EXEMPT_KINDS)[number]): ExemptName[] =>
      (entry[kind] ?? []).map((name, position) => ({ name, place: file.placeOf([...at, kind, position]) }));
    return {
      paragraph: entry.paragraph === undefined ? undefined : file.sourceOf([...at, 'paragraph']),
      publicInterest: entry['public-interest'],
      parts: {
        paragraphs: listNames('paragraphs'),
        appendices: listNames('appendices'),
        'data-sets': listNames('data-sets'),
        figures: listNames('figures'),
      },
      place: Array.isArray(exempt) ? file.placeOf(at) : file.keyPlaceOf(at),
    };
  });
}
