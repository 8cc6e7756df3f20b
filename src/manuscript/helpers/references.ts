import { LEFT_OUT_KINDS, type Value } from '../../model/fragment.js';
import {
  defineHelper,
  HelperCallError,
  HelperOutput,
  readText,
  type Helper,
  type HelperDefinition,
} from './helper.js';

/** `{{ref "label"}}`: "paragraph 43", linked; `{{ref "first" to="last"}}`: "paragraphs 2 to 4". */
const ref: Helper = ({ args: [label], options, place }) => {
  const example = '{{ref "label"}} or {{ref "first" to="last"}}';
  const target = readText(label, 'the label', example);
  const to = options['to'] === undefined ? null : readText(options['to'], 'the end of the range', example);
  return new HelperOutput({ kind: 'citation', target, to, place });
};

/** `{{label "key"}}` at the start of a paragraph: names it, so that it can be cited. */
const label: Helper = ({ args: [name], place }) =>
  new HelperOutput({ kind: 'label', label: readText(name, 'the label', '{{label "key"}}'), place });

/** `{{unnumbered}}` at the start of a paragraph: prints it without a number. */
const unnumbered: Helper = () => new HelperOutput({ kind: 'unnumbered' });

/**
 * `{{left-out "table" "bids" "5"}}`: keeps the number and the label of a part that the public edition leaves out. The program writes
 * it into the sources of a public edition.
 */
const leftOut: Helper = ({ args: [kind, name, number], place }) => {
  const what = LEFT_OUT_KINDS.find((known) => known === kind);
  if (what === undefined || typeof name !== 'string' || typeof number !== 'string')
    throw new HelperCallError(
      'the kind, the label or the number of what is left out is missing',
      '{{left-out "table" "bids" "5"}}; an empty text where there is none',
    );
  return new HelperOutput({ kind: 'left-out', what, label: name, number, place });
};

/** Makes the helper that places a table, chart or diagram: `{{table "name"}}`. */
function makeInsertHelper(what: Extract<Value, { kind: 'insert' }>['what']): Helper {
  return ({ args: [id], place }) =>
    new HelperOutput({
      kind: 'insert',
      what,
      id: readText(id, `the name of the ${what}`, `{{${what} "name"}}`),
      place,
    });
}

export const referenceHelpers = {
  ref: defineHelper(ref, 1, 'to'),
  label: defineHelper(label, 1),
  unnumbered: defineHelper(unnumbered, 0),
  'left-out': defineHelper(leftOut, 3),
  table: defineHelper(makeInsertHelper('table'), 1),
  chart: defineHelper(makeInsertHelper('chart'), 1),
  diagram: defineHelper(makeInsertHelper('diagram'), 1),
} satisfies Record<string, HelperDefinition>;
