import * as z from 'zod';
import type { List } from '../model/blocks/list.js';
import type { Figure } from '../model/figure.js';
import { MAGNITUDES, PLAIN_UNITS } from '../model/unit.js';
import type { Inline } from '../model/inline.js';

const place = z
  .strictObject({ file: z.string(), line: z.int(), column: z.int() })
  .describe('the place in the sources');

/** Other keys of a figure are kept as they are: a comparison needs only these. */
const figure: z.ZodType<Figure> = z.looseObject({
  id: z.string().describe('the name in data and templates'),
  label: z.string(),
  value: z.number().nullable().describe('the unrounded value; null if it is not available'),
  unit: z
    .union([
      z.enum(PLAIN_UNITS),
      z.templateLiteral(['pounds ', z.enum(MAGNITUDES)]),
      z.templateLiteral(['rate per ', z.number()]),
      z.templateLiteral([z.string(), '/', z.string()]),
    ])
    .describe(
      'the unit; percent values are fractions (0.64), and points are differences of fractions (0.08); a unit of the project has its singular and plural: tonne/tonnes',
    ),
  base: z.number().exactOptional().describe('the number of people or cases'),
  period: z.string().exactOptional(),
  place,
  source: z.string(),
  formula: z.string().exactOptional(),
  inputs: z
    .array(z.lazy(() => figure))
    .exactOptional()
    .describe('the figures in the formula'),
});

const inlines: z.ZodType<Inline[]> = z.array(z.lazy(() => inline)).describe('running text');
const inline: z.ZodType<Inline> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: z.string() }),
  z.strictObject({ kind: z.literal('emphasis'), content: inlines }),
  z.strictObject({ kind: z.literal('strong'), content: inlines }),
  z.strictObject({ kind: z.literal('break') }),
  z.strictObject({ kind: z.literal('link'), url: z.string(), content: inlines }),
  z.strictObject({
    kind: z.literal('reference'),
    target: z.string().nullable().describe('the anchor'),
    end: z.string().exactOptional().describe("the anchor of a range's last item"),
    text: z.string(),
    signal: z.enum(['improvement', 'concern', 'neither']).exactOptional(),
    place: place.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('footnote'),
    number: z.string(),
    target: z.string().describe('the anchor of the footnote'),
    isFirst: z.boolean().describe('true for the mark that the footnote leads back to'),
    place: place.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('value'),
    text: z.string().describe('the value as the paper prints it'),
    figure: figure.nullable(),
    cites: z.strictObject({ title: z.string(), number: z.string().nullable() }).exactOptional(),
    place: place.exactOptional(),
  }),
  z.strictObject({
    kind: z.literal('term'),
    text: z.string(),
    expansion: z.string(),
    place: place.exactOptional(),
  }),
]);

/** A tag of our own drawings. */
const TAG = /<\/?(?:svg|defs|clipPath|g|path|rect|text)(?: (?!on|style|href)[a-zA-Z-]+="[^"<>]*")*\/?>/g;

const drawing = z
  .strictObject({
    svg: z
      .string()
      // A drawing goes into pages unescaped, so it may have nothing that our own drawings do not have.
      .refine((svg) => !/[<>]/.test(svg.replace(TAG, '')), 'not a drawing of this program'),
    width: z.number(),
    height: z.number(),
  })
  .describe('a vector drawing; its size is in points');

const number = z.string().nullable().describe('the printed number; null if there is none');

const list = z.strictObject({
  kind: z.literal('list'),
  style: z.enum(['bullet', 'decimal', 'lower-alpha', 'lower-roman']),
  start: z.int(),
  items: z.array(z.strictObject({ content: inlines, lists: z.array(z.lazy((): z.ZodType<List> => list)) })),
  place,
});

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);

const row = z.strictObject({
  kind: z.enum(['data', 'group', 'gap', 'total']),
  cells: z
    .array(inlines)
    .describe('a group and a gap have one cell; a gap stands for rows that are left out'),
});

const column = z.strictObject({
  heading: inlines,
  align: z.enum(['left', 'right', 'decimal']),
  width: z.number().nullable(),
  headsRows: z
    .literal(true)
    .exactOptional()
    .describe('its cells head their rows; absent in all columns if the first column does'),
});

const head = z
  .strictObject({ heading: inlines, start: z.int(), span: z.int() })
  .describe('a heading above those of some columns');

const exhibit = {
  anchor: z.string(),
  title: inlines,
  notes: z.array(inlines),
  place,
};

const block = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('heading'),
    level: z.literal([1, 2, 3]),
    anchor: z.string(),
    content: inlines,
    place,
  }),
  z.strictObject({ kind: z.literal('paragraph'), number, anchor: z.string(), content: inlines, place }),
  z.strictObject({ kind: z.literal(['note', 'quote']), content: inlines, place }),
  z.strictObject({
    kind: z.literal('footnote'),
    number: z.string(),
    anchor: z.string(),
    content: inlines,
    place,
  }),
  z.strictObject({
    kind: z.literal('key-figures'),
    items: z.array(z.strictObject({ value: inlines, label: inlines, detail: inlines })),
    place,
  }),
  list,
  z.strictObject({
    kind: z.literal('table'),
    number,
    columns: z.array(column),
    heads: z.array(head).exactOptional(),
    rows: z.array(row),
    isDivided: z
      .literal(true)
      .exactOptional()
      .describe('it may break between its rows although it fits on a page'),
    ...exhibit,
  }),
  z.strictObject({
    kind: z.literal('chart'),
    id: z.string(),
    number: z.string(),
    subtitle: inlines,
    drawing,
    alternative: z.string().describe('the text alternative'),
    data: z.array(z.strictObject({ label: inlines, cells: z.array(inlines) })),
    dataColumns: z.array(z.string()),
    ...exhibit,
  }),
  z.strictObject({
    kind: z.literal('diagram'),
    id: z.string(),
    number: z.string(),
    data: z.strictObject({
      rows: z.array(
        z.array(
          z.strictObject({
            id: z.string(),
            title: z.string(),
            text: z.array(z.string()),
            isEmphasised: z.boolean(),
          }),
        ),
      ),
      arrows: z.array(
        z.strictObject({
          from: z.string(),
          to: z.string(),
          label: z.string().nullable(),
          isTwoWay: z.boolean(),
        }),
      ),
    }),
    drawing,
    alternative: z.string().describe('the text alternative'),
    ...exhibit,
  }),
  z.strictObject({
    kind: z.literal('picture'),
    id: z.string().nullable().describe("the author's label"),
    anchor: z.string(),
    number: z.string(),
    title: inlines,
    file: z.string().describe('the file, relative to the project'),
    image: z.strictObject({
      format: z.enum(['png', 'jpeg', 'svg']),
      data: z
        .string()
        .regex(/^[A-Za-z0-9+/]*={0,2}$/)
        .describe('the file in Base64'),
      width: z.number().describe('pixels, or units of the drawing'),
      height: z.number(),
      texts: z.array(z.string()).describe('the words in a drawing'),
    }),
    size: z.strictObject({ width: z.number(), height: z.number() }).describe('the printed size in points'),
    alternative: z.string().describe('the text alternative'),
    place,
  }),
]);

const section = z.strictObject({
  id: z.string(),
  anchor: z.string(),
  number,
  title: z.string(),
  role: z
    .enum(['recommendation', 'background-papers', 'contact'])
    .exactOptional()
    .describe('the purpose of the section, which its heading need not say'),
  blocks: z.array(block),
  place,
});

const document = z.strictObject({
  language: z.string(),
  title: z.string(),
  subject: z.string(),
  author: z.string(),
  keywords: z.array(z.string()),
  masthead: z.strictObject({ authority: z.string(), committee: z.string(), meeting: z.string() }),
  header: z.strictObject({
    layout: z.enum(['list', 'grid']),
    fields: z.array(
      z.strictObject({
        name: z.string(),
        value: inlines,
        blocks: z
          .array(z.union([list, z.strictObject({ kind: z.literal('text'), content: inlines })]))
          .exactOptional()
          .describe('the texts and lists of a field that has lists'),
      }),
    ),
  }),
  running: z.strictObject({
    left: z.string(),
    centre: z.string().exactOptional(),
    right: z.string(),
    foot: z.strictObject({ left: z.string(), centre: z.string(), right: z.string() }).exactOptional(),
    marking: z.string().nullable(),
  }),
  status: z.enum(['draft', 'final']),
  statusText: z.string().describe('the edition, as the foot of the page prints it'),
  changes: z.strictObject({ title: z.string(), text: z.string() }).nullable(),
  contents: z.union([z.boolean(), z.literal('auto')]),
  contentsTitle: z.string(),
  contentsAfter: z.string().exactOptional(),
  sections: z.array(section),
  appendices: z.array(section),
  madeAt: z.iso.datetime(),
});

/** The schema of `document.json`: a finished paper as data. Later programs read it instead of old sources. */
export const documentFileSchema = z
  .strictObject({
    format: z.literal('committee-papers-document-1').describe('the format of this file'),
    document,
    theme: z
      .strictObject({
        colours: z.strictObject({
          ink: colour,
          soft: colour,
          accent: colour,
          hairline: colour,
          tint: colour,
        }),
        text: z.strictObject({ size: z.number().describe('points') }),
      })
      .describe('the look of a page that compares versions'),
  })
  .describe(
    'A paper with everything numbered and resolved. Its PDF, HTML page and figures.csv show the same',
  );
