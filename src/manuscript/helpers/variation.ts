import type { Control } from '../../model/control.js';
import { isIndicator, makeOutput, makeTextInline } from './figure-values.js';
import { defineHelper, HelperCallError, type Helper, type HelperDefinition } from './helper.js';

/** `{{variation measures.name}}`: "special cause of concern: November 2015 is above the upper limit". */
const variation: Helper = ({ args: [value] }) => {
  const { words, detail } = readControl(value, 'variation').variation;
  return makeOutput(makeTextInline(`${words}: ${detail}`));
};

/** `{{assurance measures.name}}`: "hit and miss: by usual variation alone, a month may meet or miss the target of at most 400". */
const assurance: Helper = ({ args: [value] }) => {
  const judged = readControl(value, 'assurance').assurance;
  if (!judged)
    throw new HelperCallError(
      'this measure has no monthly target',
      '{{assurance measures.name}} of a measure that has target: in data/measures.yaml',
    );
  return makeOutput(makeTextInline(`${judged.status}: ${judged.detail}`));
};

function readControl(value: unknown, helper: string): Control {
  const control = isIndicator(value) ? value.control : null;
  if (control) return control;
  throw new HelperCallError(
    'this is not a measure of the kind control-chart',
    `{{${helper} measures.name}} of a measure of the kind control-chart`,
  );
}

export const variationHelpers = {
  variation: defineHelper(variation, 1),
  assurance: defineHelper(assurance, 1),
} satisfies Record<string, HelperDefinition>;
