import type { Document } from '../model/document.js';
import { walkInlines } from '../model/document.js';
import type { Problem } from '../model/problem.js';
import type { Checkable } from './check-paper.js';
import { found } from './found.js';

const CAPITALS = /(?<![\p{L}\p{N}])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?=s?(?![\p{L}\p{N}]))/gu;

/** Capitals that are neither in the glossary nor among the names: a reader may not know them. Said once for each. */
export function checkAcronyms({ document, inputs }: Checkable): Problem[] {
  const { acronyms, names } = inputs.organisation;
  const known = new Set([...acronyms.map(({ term }) => term), ...names, inputs.organisation.short]);
  const expanded = new Set([...known].flatMap((term) => term.split(/[^A-Za-z0-9]+/)));
  const reported = new Set<string>();
  return [...paragraphs(document)].flatMap(({ content, place }) =>
    [...walkInlines(content)]
      .filter((inline) => inline.kind === 'text')
      .flatMap(({ text }) => text.match(CAPITALS) ?? [])
      .filter((term) => !expanded.has(term) && !reported.has(term) && reported.add(term))
      .map((term) =>
        found('acronym-expanded', place, `"${term}" is not expanded`, {
          hint: 'Add it to `acronyms:` in data/organisation.yaml, or to `names:` if it is a name.',
        }),
      ),
  );
}

function* paragraphs(document: Document) {
  for (const section of [...document.sections, ...document.appendices])
    for (const block of section.blocks) if (block.kind === 'paragraph') yield block;
}
