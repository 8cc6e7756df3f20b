import fc, { type GeneratorValue } from 'fast-check';
import { parse } from 'yaml';

/** A parsed YAML file, or a part of it. */
type Tree = Record<string, unknown>;

/** Returns a whole number from 0 to `max`. A failing paper shrinks towards 0, which leaves the data unchanged. */
type Draw = (max: number) => number;

export function makeDraw(generate: GeneratorValue): Draw {
  return (max) => generate(fc.integer, { min: 0, max });
}

export interface Variation {
  draw: Draw;
  /** The date of the paper's meeting. */
  meeting: string;
  /** The survey measures that the project does without. */
  dropped: readonly string[];
}

/**
 * Varies the text of one data file: figures rise, fall, tie, are 0, missing or still to come, and lists have more or fewer items.
 * The result is valid JSON, and so YAML. Files of other names are returned unchanged.
 */
export function varyFile(name: string, text: string, variation: Variation): string {
  const vary = VARIATIONS[name];
  if (!vary) return text;
  const tree = parse(text) as Tree;
  vary(tree, variation.draw, variation);
  return JSON.stringify(tree, null, 1);
}

const VARIATIONS: Partial<Record<string, (file: Tree, draw: Draw, variation: Variation) => void>> = {
  'measures.yaml': varyMeasures,
  'survey.yaml': varySurvey,
  'activity.yaml': (file, draw) => {
    for (const key of ['to-date', 'in-period']) changeEach(file[key], draw, varyCount);
  },
  'areas.yaml': (file, draw) => {
    for (const ranking of Object.values(asTree(file['rankings']))) varyAreas(asTree(ranking), draw);
  },
  'shares.yaml': (file, draw) => {
    for (const shares of Object.values(asTree(file['shares'])))
      for (const part of Object.values(asTree(shares)))
        changeKey(asTree(part), 'percent', draw, varyKnownPercent);
  },
  'facts.yaml': (file, draw) => {
    for (const fact of Object.values(asTree(file['facts']))) varyFact(asTree(fact), draw);
  },
  'events.yaml': varyEvents,
  'commitments.yaml': (file, draw) => {
    file['rows'] = takeSome(asTree(file['rows']), draw);
  },
  'off-course.yaml': varyRows,
  'under-attention.yaml': varyRows,
};

const PERIODS = ['previous-year-end', 'previous-period', 'same-period-last-year'];

function varyMeasures(file: Tree, draw: Draw, { dropped }: Variation): void {
  for (const name of dropped) removeKey(file['measures'], name);
  for (const measure of Object.values(asTree(file['measures'])).map(asTree)) {
    if (measure['compare-with'] === undefined) continue;
    if (draw(3) === 3) measure['compare-with'] = PERIODS[draw(2)];
    if (draw(3) === 3) measure['better-when'] = ['higher', 'lower', 'neither'][draw(2)];
    if (draw(3) === 3) measure['notable'] = draw(8);
  }
}

function varySurvey(file: Tree, draw: Draw, { dropped }: Variation): void {
  for (const name of dropped) removeKey(file['published'], name);
  changeEach(file['published'], draw, varyPercent);
  for (const [name, answers] of Object.entries(asTree(file['waves'])))
    if (draw(14) === 14) removeKey(file['waves'], name);
    else varyAnswers(asTree(answers), draw);
  for (const groups of Object.values(asTree(file['groups'])))
    for (const answers of Object.values(asTree(groups))) varyAnswers(asTree(answers), draw);
}

function varyAnswers(answers: Tree, draw: Draw): void {
  const [base, count] = 'weighted-base' in answers ? ['weighted-base', 'weighted-count'] : ['base', 'count'];
  const [total, part] = [Number(answers[base]), Number(answers[count])];
  const share = varyShare(part / total, draw);
  answers[count] = base === 'base' ? Math.round(share * total) : share * total;
  if (draw(5) === 5) answers['design-effect'] = 1 + draw(20) / 10;
}

/** Varies published percentages only: a paper may name the position of an area with answers, which must stay at its end. */
function varyAreas(ranking: Tree, draw: Draw): void {
  const published = asTree(ranking['published']);
  for (const [name, result] of Object.entries(published)) {
    if (typeof result === 'number') changeKey(published, name, draw, varyKnownPercent);
  }
}

/** A published total is left out: it would be an error if it were not the sum. */
function varyFact(fact: Tree, draw: Draw): void {
  delete fact['published'];
  if (typeof fact['value'] !== 'number' || fact['standing'] === true) return;
  changeKey(fact, 'value', draw, (value) => {
    const values = [value, value, 1, 0, 2, 13, null];
    return values[draw(values.length - 1)];
  });
}

/** Moves the events to before, around or after the meeting. */
function varyEvents(file: Tree, draw: Draw, { meeting }: Variation): void {
  const from = addDays(meeting, (draw(8) - 5) * 7);
  Object.assign(file, { from, to: addDays(from, draw(7)) });
  const events = Object.entries(asTree(file['rows']));
  file['rows'] =
    draw(10) === 10 ? null : Object.fromEntries(events.slice(0, [events.length, 1, 0, 2][draw(3)]));
}

function varyRows(file: Tree, draw: Draw): void {
  file['rows'] = draw(12) === 12 ? null : takeSome(asTree(file['rows']), draw);
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

function varyPercent(value: unknown, draw: Draw): unknown {
  const choice = draw(16);
  if (choice === 16) return { value: null, reason: 'the survey was not held' };
  if (choice === 15) return undefined;
  return varyKnownPercent(value, draw);
}

function varyKnownPercent(value: unknown, draw: Draw): unknown {
  if (typeof value !== 'number') return value;
  return Math.round(varyShare(value / 100, draw) * 1000) / 10;
}

function varyShare(share: number, draw: Draw): number {
  const choice = draw(9);
  if (choice === 9) return draw(1);
  if (choice < 2) return share;
  const points = choice < 6 ? Math.round((draw(20) - 10) / 2) : draw(60) - 30;
  return Math.min(1, Math.max(0, share + points / 100));
}

function varyCount(value: unknown, draw: Draw): unknown {
  if (typeof value !== 'number') return value;
  const values = [
    value,
    value,
    0,
    1,
    Math.round(value * (0.5 + draw(10) / 10)),
    { value: null, reason: 'the system was down' },
  ];
  return values[draw(values.length - 1)];
}

/** Takes the first items of a map. */
function takeSome(map: Tree, draw: Draw): Tree {
  const entries = Object.entries(map);
  return Object.fromEntries(entries.slice(0, entries.length - draw(entries.length)));
}

type Vary = (value: unknown, draw: Draw) => unknown;

function changeEach(map: unknown, draw: Draw, vary: Vary): void {
  for (const key of Object.keys(asTree(map))) changeKey(asTree(map), key, draw, vary);
}

function changeKey(map: Tree, key: string, draw: Draw, vary: Vary): void {
  const value = vary(map[key], draw);
  if (value === undefined) removeKey(map, key);
  else map[key] = value;
}

function asTree(value: unknown): Tree {
  return typeof value === 'object' && value !== null ? (value as Tree) : {};
}

function removeKey(map: unknown, key: string): void {
  Reflect.deleteProperty(asTree(map), key);
}
