import { humanise } from '../format/words.js';
import {
  isWhole,
  formatUnder,
  getSchedule,
  writeReason,
  type Exemption,
  type ExemptName,
} from '../model/exemption.js';
import type { Fragment, Value } from '../model/fragment.js';
import type { Inputs } from '../model/inputs.js';
import type { Manuscript } from '../model/manuscript.js';
import { makePlaceholder } from '../model/placeholder.js';

type HeaderLine = Manuscript['header'][number];

/**
 * Makes the line of the header block that says what is exempt, and why. In the public edition that is what is left out. In the
 * exempt one it is what must not be published.
 */
export function describeExemptions(inputs: Inputs): HeaderLine {
  const { access, paper } = inputs;
  const values: Value[] = [];
  const print = (value: Value): string => makePlaceholder(values.push(value) - 1);
  const write = (text: string): string => print({ kind: 'inlines', content: [{ kind: 'text', text }] });
  const lines = paper.exempt.map((exemption) => {
    const law = formatUnder(exemption, getSchedule(inputs.meeting));
    const parts = listParts(exemption, inputs).map((part) =>
      typeof part === 'string' ? write(part) : print(part),
    );
    const reason = writeReason(exemption);
    if (isWhole(exemption))
      return write((law.trim() || 'exempt information') + (reason === '' ? '' : `.${reason}`));
    const opening = write(access === 'public' ? 'This edition leaves out ' : 'Not for publication: ');
    const verb = parts.length === 1 && exemption.parts.figures.length === 0 ? 'is' : 'are';
    return `${opening}${joinParts(parts, write)}${write(`, which ${verb} exempt${law}.${reason}`)}`;
  });
  const place = paper.places['exempt'] ?? paper.place;
  const value: Fragment = { markdown: lines.join('\n\n'), values, origins: [{ offset: 0, place }] };
  const isAnyWhole = paper.exempt.some(isWhole);
  const name = access === 'public' && !isAnyWhole ? 'Not published' : 'Exempt';
  return { name, value };
}

/** Lists the exempt parts: texts of this paper as citations, and data by the words for it. */
function listParts({ parts }: Exemption, inputs: Inputs): (string | Value)[] {
  const cite = ({ name, place }: ExemptName): Value => ({ kind: 'citation', target: name, to: null, place });
  return [
    ...parts.paragraphs.map(cite),
    ...parts.appendices.map(cite),
    ...parts['data-sets'].map(({ name }) => `the data “${nameSet(name, inputs)}”`),
    ...parts.figures.map(({ name }) => `the figures for “${nameFigure(name, inputs)}”`),
  ];
}

function nameSet(id: string, { dataSets, period }: Inputs): string {
  const title = dataSets.find((set) => set.id === id && set.period.id === period.id)?.title.text;
  return title === undefined || title.includes('{{') ? humanise(id) : title;
}

function nameFigure(name: string, inputs: Inputs): string {
  const [kind = '', id = '', ...rest] = name.split('.');
  if (kind === 'facts') return inputs.history.at(-1)?.facts[id]?.label ?? humanise(id);
  if (kind === 'data') {
    const set = inputs.dataSets.find((one) => one.id === id && one.period.id === inputs.period.id);
    const column = set?.columns.find((one) => one.id === rest.at(-1))?.label.text;
    const shown = column === undefined || column.includes('{{') ? humanise(rest.at(-1) ?? id) : column;
    return `${nameSet(id, inputs)}: ${shown}`;
  }
  return inputs.measures.find((measure) => measure.id === kind)?.label ?? humanise(kind);
}

function joinParts(parts: readonly string[], write: (text: string) => string): string {
  return parts
    .map((part, index) =>
      index === 0 ? part : `${write(index === parts.length - 1 ? ' and ' : ', ')}${part}`,
    )
    .join('');
}
