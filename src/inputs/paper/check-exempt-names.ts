import { EXEMPT_KINDS, type ExemptKind } from '../../model/exemption.js';
import { listFiguresIn, type ExemptFigureSources } from '../redaction/list-figures-in.js';
import { makeError, type Problem } from '../../model/problem.js';
import type { Paper } from '../../model/paper.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { Template } from '../../model/template.js';

/** The names that can be exempt, besides those of the paper and its template. */
export type ExemptSources = ExemptFigureSources;

const WORDS: Record<ExemptKind, string> = {
  paragraphs: 'no paragraph of the narrative has the label',
  appendices: 'the paper has no appendix',
  'data-sets': 'this period has no data set',
  figures: 'this period has no figure of its own called',
};

/** Checks that every name in the list of what is exempt exists. */
export function checkExemptNames(
  { exempt, narrative }: Paper,
  { appendices }: Template,
  sources: ExemptSources,
): Problem[] {
  if (exempt.length === 0) return [];
  const { period, dataSets } = sources;
  const known: Record<ExemptKind, string[]> = {
    paragraphs: narrative.flatMap(({ entries }) => entries.map(({ label }) => label)),
    appendices: appendices.map(({ id }) => id),
    'data-sets': dataSets.filter((set) => set.period.id === period.id).map(({ id }) => id),
    figures: listFiguresIn(sources),
  };
  return exempt.flatMap(({ parts }) =>
    EXEMPT_KINDS.flatMap((kind) =>
      parts[kind]
        .filter(({ name }) => !known[kind].includes(name))
        .map(({ name, place }) =>
          makeError('exempt-part-exists', place, `${WORDS[kind]} "${name}"`, {
            ...adviseOnName(name, known[kind].slice(0, MOST_NAMES)),
            hint: adviseOnName(name, known[kind]).hint ?? (kind === 'figures' ? FIGURES_HINT : undefined),
          }),
        ),
    ),
  );
}

/** The most names that a message lists. */
const MOST_NAMES = 12;

const FIGURES_HINT =
  'A figure that is computed from others is exempt if they are: list those. A figure of a survey’s own answers cannot be exempt alone.';
