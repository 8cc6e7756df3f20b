import type { Document } from '../../model/document.js';
import { isWhollyExempt, listExempt } from '../../model/exemption.js';
import type { Inputs } from '../../model/inputs.js';
import { joinOverlays, type Overlay } from './overlay.js';
import { planDataRedaction } from './plan-data-redaction.js';
import { planTextRedaction } from './plan-text-redaction.js';
import { planWholeRedaction } from './plan-whole-redaction.js';

/**
 * Plans the public edition of a paper: what is read in place of the files that hold something exempt. Redacted files give the same
 * plan again, so a build from the sources of a public edition gives the same bytes.
 */
export function planRedaction(inputs: Inputs, document: Document): Overlay {
  const { exempt } = inputs.paper;
  if (isWhollyExempt(exempt)) return planWholeRedaction(inputs);
  const texts = planTextRedaction(inputs, document);
  const publicTexts = new Map(
    inputs.files
      .filter(({ path }) => !texts.without.has(path))
      .map(({ path, text }) => [path, texts.texts.get(path) ?? text]),
  );
  const data = {
    period: inputs.period.id,
    dataSets: listExempt(exempt, 'data-sets').map(({ name }) => name),
    figures: listExempt(exempt, 'figures').map(({ name }) => name),
  };
  return joinOverlays(texts, planDataRedaction(inputs, [data], publicTexts));
}
