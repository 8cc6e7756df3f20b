import type { Indicators } from '../model/indicators.js';
import type { Inputs } from '../model/inputs.js';
import type { Fragment } from '../model/fragment.js';
import { toPlainText } from '../model/inline.js';
import { splitAtPlaceholders } from '../model/placeholder.js';
import type { Place } from '../model/problem.js';
import { capitalise } from '../format/words.js';
import { HELPERS } from './helpers/index.js';
import { listNamedFigures } from './list-named-figures.js';
import { makeRenderer, type Renderer } from './renderer.js';
import { makeTemplateContext } from './template-context.js';

type ExpressionKind = 'measure' | 'fact' | 'ranking' | 'area' | 'shares' | 'data' | 'paper' | 'text';

/** An expression that a template or narrative can use, and what it prints. */
export interface Expression {
  kind: ExpressionKind;
  /** The exact text to type: `{{measures.confidence.value}}`. */
  type: string;
  prints: string;
  /** The subject: "Satisfaction with local parks". */
  about: string;
  /** Null if no single line has the value. */
  place: Place | null;
}

/** Helpers that say more of a measure than its value. Those that a measure does not suit are left out of its list. */
const MEASURE_HELPERS = [
  'change',
  'points',
  'percent-change',
  'significance',
  'recent',
  'target',
  'change-target',
  'projection',
  'variation',
  'assurance',
] as const satisfies (keyof typeof HELPERS)[];

/** The parts of the context whose texts are printed as they are. */
const TEXTS = ['period', 'paper', 'meeting', 'organisation', 'surveys'];

/** Paths of figures that other expressions print better. */
const BY_HELPER = /\.(?:change|recent)\.figure$|\.(?:target|projection)(?:\.figure)?$/;

type Candidate = Omit<Expression, 'prints'>;

/**
 * Lists what a template or narrative of a paper can print, except references. Each expression is rendered like any other, and
 * one that prints nothing or is an error today is left out.
 */
export function listExpressions(inputs: Inputs, indicators: Indicators): Expression[] {
  const { value: renderer } = makeRenderer(inputs, indicators);
  const context = makeTemplateContext(inputs, indicators);
  return [
    ...listMeasures(indicators),
    ...listFigures(context),
    ...listAreas(inputs, indicators),
    ...listDataSets(indicators),
    ...listPapers(inputs),
    ...listTexts(context),
  ].flatMap((candidate) => {
    const prints = print(candidate.type, renderer);
    return prints === '' ? [] : [{ ...candidate, prints }];
  });
}

/** Renders an expression as an author's sentence. Returns an empty text if it is an error. */
function print(type: string, { render }: Renderer): string {
  const { value, problems } = render({ text: type, place: { file: '', line: 1, column: 1 } });
  return problems.length > 0 ? '' : toText(value);
}

function toText({ markdown, values }: Fragment): string {
  return splitAtPlaceholders(markdown)
    .map((part) => {
      const value = typeof part === 'string' ? part : values[part];
      if (typeof value === 'string') return value;
      return value?.kind === 'inlines' ? toPlainText(value.content) : '';
    })
    .join('');
}

function listMeasures({ measures }: Indicators): Candidate[] {
  return Object.values(measures).flatMap(({ id, label, value }) =>
    [`{{measures.${id}.value}}`, ...MEASURE_HELPERS.map((helper) => `{{${helper} measures.${id}}}`)].map(
      (type): Candidate => ({ kind: 'measure', type, about: label, place: value.place }),
    ),
  );
}

function listFigures(context: object): Candidate[] {
  return listNamedFigures(context)
    .filter(
      ({ path, item }) => item === null && !BY_HELPER.test(path) && !/^measures\.[^.]+\.value$/.test(path),
    )
    .map(({ path, figure }) => ({
      kind: toKind(path),
      type: `{{${path}}}`,
      about: capitalise(figure.label),
      place: figure.place,
    }));
}

function toKind(path: string): ExpressionKind {
  if (path.startsWith('facts.')) return 'fact';
  if (path.startsWith('rankings.')) return 'ranking';
  if (path.startsWith('shares.')) return 'shares';
  return path.startsWith('data.') ? 'data' : 'measure';
}

/** Lists the positions of areas, in the order of the organisation's list, or else of the league table. */
function listAreas({ organisation }: Inputs, { rankings }: Indicators): Candidate[] {
  return Object.values(rankings).flatMap(({ id, label, top, bottom, notShown }) => {
    const shown = [...top, ...bottom];
    const ranked = [...shown, ...notShown].map(({ name }) => name);
    return (organisation.areas.names ?? ranked)
      .filter((name) => ranked.includes(name))
      .map((name) => ({
        kind: 'area' as const,
        type: `{{rank "${id}" "${name}"}}`,
        about: `${name}: ${label}`,
        place: shown.find((area) => area.name === name)?.figure.place ?? null,
      }));
  });
}

function listDataSets({ dataSets }: Indicators): Candidate[] {
  return Object.values(dataSets).flatMap(({ id, title, place }) =>
    [`{{names data.${id}}}`, `{{words (count data.${id})}}`].map((type) => ({
      kind: 'data' as const,
      type,
      about: title.text,
      place,
    })),
  );
}

function listPapers({ meeting, paper }: Inputs): Candidate[] {
  return meeting.papers
    .filter(({ id }) => id !== paper.id)
    .map(({ id, title, place }) => ({ kind: 'paper', type: `{{paper "${id}"}}`, about: title, place }));
}

function listTexts(context: Record<string, unknown>): Candidate[] {
  return TEXTS.flatMap((name) => [...walkTexts(context[name], name)]).map((path) => ({
    kind: 'text',
    type: `{{${path}}}`,
    about: '',
    place: null,
  }));
}

function* walkTexts(value: unknown, path: string): Generator<string> {
  if (typeof value === 'string') yield path;
  if (typeof value !== 'object' || value === null || Array.isArray(value) || 'unit' in value) return;
  for (const [key, part] of Object.entries(value)) yield* walkTexts(part, `${path}.${key}`);
}
