import type { Document } from '../model/document.js';
import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Label } from '../model/label.js';
import { formatPartNumber, listParts, type Part } from '../model/list-parts.js';
import type { Manuscript } from '../model/manuscript.js';
import type { LabelWords } from '../model/template.js';
import { listExpressions } from './list-expressions.js';

interface Paper {
  inputs: Inputs;
  indicators: Indicators;
  manuscript: Manuscript;
  document: Document;
}

/** Lists what the text of a paper can cite, and then what it can print. */
export function listLabels(paper: Paper): Label[] {
  const { words } = paper.inputs.template;
  return [
    ...listParts(paper)
      .filter(({ kind, number }) => kind !== 'table' || number !== null) // a small table of words
      .map((part) => describePart(part, words)),
    ...listExpressions(paper.inputs, paper.indicators),
  ];
}

function describePart(part: Part, words: LabelWords): Label {
  const { kind, label, title, sectionName, place } = part;
  const number = formatPartNumber(part, words);
  return {
    kind,
    prints: number ?? '',
    type: label === null || number === null ? null : `{{ref "${label}"}}`,
    ...(number === null && { reason: 'no number' }),
    ...(number !== null &&
      label === null && {
        reason:
          kind === 'picture'
            ? 'no label: add {#fig-name} after it'
            : 'no label: begin it with {{label "a-name"}}',
      }),
    about: title,
    section: sectionName,
    place,
  };
}
