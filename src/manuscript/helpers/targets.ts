import { TO_COME } from '../../model/figure.js';
import type { Target } from '../../model/indicator.js';
import type { Inline } from '../../model/inline.js';
import { isIndicator, makeFigureInline, makeOutput, makeTextInline } from './figure-values.js';
import { defineHelper, HelperCallError, type Helper, type HelperDefinition } from './helper.js';

const WORDS = {
  met: 'met',
  'not met': 'did not meet',
  'on course': 'is on course to meet',
  'at risk': 'is at risk of missing',
  'off course': 'is not on course to meet',
  'not available': 'cannot be compared with',
} satisfies Record<Target['status'], string>;

/** `{{target measures.name}}`: "is on course to meet its target of 66%". */
const target: Helper = ({ args: [value] }) => {
  const aim = isIndicator(value) ? value.target : null;
  if (!aim)
    throw new HelperCallError(
      'this measure has no target',
      '{{target measures.name}} of a measure that has target: in data/measures.yaml',
    );
  return makeOutput(...describeTarget(aim));
};

/** Describes the position against a target: "met its target of 66%". */
export function describeTarget({ status, reason, figure }: Target): Inline[] {
  const isAwaited = status === 'not available' && reason === TO_COME;
  const words = isAwaited ? 'is still to be compared with' : WORDS[status];
  return [makeTextInline(`${words} its target of `), makeFigureInline(figure)];
}

export const targetHelpers = { target: defineHelper(target, 1) } satisfies Record<string, HelperDefinition>;
