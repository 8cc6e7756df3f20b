/**
 * The neutral paper of the benchmark: 55 paragraphs, 4 tables and 3 charts on 12 to 16 pages. Every word is invented, and the same
 * seed gives the same words. `factor` repeats the paragraphs and tables; the charts stay three.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

export const PERIOD = '2025-26-q2';
export const PAPER = 'neutral';
const LOOK = 'tests/papers/finance-monitor/templates/theme';

const WORDS = (
  'access account action advice agreement answer area assessment board bridge budget building care case centre change child ' +
  'choice city claim clinic council course cycle decision demand depot design district drive effect estate evidence family field ' +
  'figure forecast forum garden goal grant ground group growth hall harbour health hedge home hour house idea income interest ' +
  'journey kerb kitchen lamp lane leaf letter level library licence link list location market meadow measure meeting member method ' +
  'mill month need network number office order park path pattern permit person plan playground plot pond price project quarter ' +
  'queue rail range rate record region rental repair report request response river road roof room route sample saving school ' +
  'season service share shelter site skill spring staff station step street student survey tenant term theatre timetable tool ' +
  'town trade training tram transport tree trust unit value van view village visit volunteer wall ward waste water week winter yard'
).split(' ');

const MEASURES = ['Trust in the council', 'Answers in time', 'Clean streets', 'Safe parks', 'Easy to reach'];
const PLACES = ['Alder', 'Birk', 'Cold Ash', 'Dunmere', 'Eller', 'Fosse', 'Gorse', 'Holme', 'Ings', 'Kettle'];
const ACTIVITIES = [
  'Visits',
  'Letters',
  'Calls',
  'Permits',
  'Inspections',
  'Repairs',
  'Trees planted',
  'Loans',
];
const PERIODS = ['2024-25-q4', '2025-26-q1', PERIOD];

/** A small generator of numbers (mulberry32), so that every machine writes the same paper. */
function createRandom(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

const capitalise = (word) => word[0].toUpperCase() + word.slice(1);

function writeText(length, random) {
  const sentences = [];
  for (let written = 0; written < length; written += sentences.at(-1).length + 1) {
    const words = Array.from({ length: 7 + random(12) }, () => WORDS[random(WORDS.length)]);
    sentences.push(`${capitalise(words.join(' '))}.`);
  }
  return sentences.join(' ');
}

const writeTitle = (random) =>
  capitalise(Array.from({ length: 2 + random(2) }, () => WORDS[random(WORDS.length)]).join(' '));

/** Makes the content as plain blocks, which our project and the peers print. */
export function makeNeutralContent(factor, seed = 1) {
  const random = createRandom(seed);
  const paragraph = (most = 700) => ({ kind: 'paragraph', text: writeText(120 + random(most), random) });
  const tables = makeTables(factor);
  const blocks = [];
  for (let copy = 0; copy < factor; copy++) {
    for (let part = 0; part < 10; part++) {
      blocks.push({ kind: 'heading', text: writeTitle(random) });
      for (let n = 0; n < 5; n++) blocks.push(paragraph());
      if (part % 2 === 0)
        blocks.push({
          kind: 'list',
          items: Array.from({ length: 4 }, () => writeText(30 + random(90), random)),
        });
      if (part === 2) blocks.push({ kind: 'table', table: 'results' });
      if (part === 4) blocks.push({ kind: 'table', table: 'places' });
      if (part === 6) blocks.push({ kind: 'table', table: 'activities' });
      if (copy === 0 && part === 2) blocks.push({ kind: 'chart', chart: 'trend' });
      if (copy === 0 && part === 4) blocks.push({ kind: 'chart', chart: 'places' });
      if (copy === 0 && part === 6) blocks.push({ kind: 'chart', chart: 'activities' });
    }
  }
  return {
    title: 'Neutral report',
    tables,
    charts: {
      trend: {
        title: 'Results by quarter',
        labels: PERIODS,
        series: tables.results.rows.map(([name, ...values]) => ({ name, values })),
      },
      places: makeBars('Trust by ward', tables.places.rows),
      activities: makeBars('Work done', tables.activities.rows),
    },
    sections: [
      { id: 'summary', title: 'Summary', blocks: [paragraph(300)] },
      {
        id: 'decision',
        title: 'Decision',
        role: 'recommendation',
        blocks: [{ kind: 'paragraph', text: 'That members note the report.' }],
      },
      { id: 'information', title: 'Information', blocks },
      { id: 'effects', title: 'Effects', blocks: [paragraph(), paragraph(), paragraph()] },
      { id: 'sites', title: 'Sites', blocks: [{ kind: 'table', table: 'sites' }] },
      { id: 'background', title: 'Background papers', role: 'background-papers', blocks: [] },
      { id: 'contact', title: 'Contact', role: 'contact', blocks: [] },
    ],
  };
}

const makeBars = (title, rows) => ({
  title,
  labels: rows.map(([name]) => name),
  series: [{ name: title, values: rows.map(([, value]) => value) }],
});

function makeTables(factor) {
  const sites = Array.from({ length: 32 * factor }, (_, n) => [
    `${PLACES[n % PLACES.length]} site ${n + 1}`,
    `Team ${'ABCD'[n % 4]}`,
    3 + ((n * 7) % 11),
    40 + ((n * 37) % 160),
  ]);
  return {
    results: {
      title: 'Results by quarter',
      columns: ['Measure', ...PERIODS],
      rows: MEASURES.map((name, n) => [name, 51 + n * 3, 53 + n * 2, 55 + n * 3]),
    },
    places: {
      title: 'Trust by ward',
      columns: ['Ward', 'Trust'],
      rows: PLACES.map((name, n) => [name, 83 - n * 5]),
    },
    activities: {
      title: 'Work done',
      columns: ['Work', 'Number'],
      rows: ACTIVITIES.map((name, n) => [name, 240 * (n + 1) ** 3 + n]),
    },
    sites: { title: 'Sites and their hours', columns: ['Site', 'Team', 'Staff', 'Hours'], rows: sites },
  };
}

const slug = (text) => text.toLowerCase().replaceAll(' ', '-');

/** Writes the paper as a project of ours: its tables are data sets in CSV, and its charts show measures. */
export function writeNeutralProject(root, factor, seed = 1) {
  const content = makeNeutralContent(factor, seed);
  const write = (path, value) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof value === 'string' ? value : stringify(value, { lineWidth: 0 }));
  };
  cpSync(LOOK, join(root, 'templates/theme'), { recursive: true });
  write('data/organisation.yaml', {
    name: 'Neutral Council',
    short: 'NC',
    language: 'en-GB',
    committees: { main: 'Main Committee' },
    areas: { count: PLACES.length, singular: 'ward', plural: 'wards' },
    acronyms: {},
    names: ['NC'],
    contacts: { main: { name: 'Main desk', telephone: '01632 960 310' } },
  });
  const papers = { [PAPER]: { title: content.title, number: 1, author: 'Director' } };
  write('data/meetings.yaml', {
    meetings: { '2025-11-20': { committee: 'main', date: '2025-11-20', papers } },
  });
  writeMeasures(content, write);
  for (const [id, { columns, rows }] of Object.entries(content.tables))
    write(`data/${PERIOD}/${id}.csv`, `${[columns, ...rows].map((row) => row.join(',')).join('\n')}\n`);
  writeTemplate(content, write);
  return root;
}

function writeMeasures({ tables }, write) {
  const common = { source: 'Invented' };
  const surveyed = {
    kind: 'survey',
    unit: 'percent',
    'better-when': 'higher',
    survey: 'residents',
    'compare-with': 'previous-year-end',
  };
  const names = tables.results.rows.map(([name]) => name);
  write('data/measures.yaml', {
    surveys: { residents: { name: 'Survey of residents', population: 'residents' } },
    measures: {
      ...Object.fromEntries(names.map((label) => [slug(label), { ...surveyed, label, ...common }])),
      wards: {
        kind: 'area-ranking',
        label: 'Trust by ward',
        unit: 'percent',
        'better-when': 'higher',
        survey: 'residents',
        ends: 5,
        ...common,
      },
      ...Object.fromEntries(
        ACTIVITIES.map((label) => [
          slug(label),
          { kind: 'count-to-date', label, unit: 'count', 'better-when': 'neither', ...common },
        ]),
      ),
    },
  });
  PERIODS.forEach((period, n) =>
    write(`data/${period}/survey.yaml`, {
      ...common,
      published: Object.fromEntries(tables.results.rows.map((row) => [slug(row[0]), row[n + 1]])),
    }),
  );
  const published = Object.fromEntries(tables.places.rows);
  write(`data/${PERIOD}/areas.yaml`, { ...common, rankings: { wards: { of: PLACES.length, published } } });
  const counts = Object.fromEntries(tables.activities.rows.map(([name, value]) => [slug(name), value]));
  write(`data/${PERIOD}/activity.yaml`, { ...common, 'to-date': counts });
}

const CHARTS = {
  trend: { kind: 'trend', measures: MEASURES.map(slug), emphasis: slug(MEASURES[0]) },
  places: { kind: 'ranking', measure: 'wards' },
  activities: { kind: 'dots', measures: ACTIVITIES.map(slug) },
};

const describeChart = ({ title, labels, series }) =>
  `${title} for ${labels.join(', ')}: ${series.map(({ name, values }) => `${name} ${values.join(', ')}`).join('; ')}.`;

function writeTemplate({ title, sections, tables, charts }, write) {
  const narrative = {};
  const printed = new Map();
  for (const { id, blocks } of sections) {
    const parts = [];
    narrative[id] = {};
    blocks.forEach((block, index) => {
      const group = `${id}-${index}`;
      if (block.kind === 'heading') parts.push(`## ${block.text}`);
      else if (block.kind === 'list') parts.push(block.items.map((item) => `- ${item}`).join('\n'));
      else if (block.kind === 'chart') parts.push(`{{chart "${block.chart}-chart"}}`);
      else if (block.kind === 'table') {
        const count = (printed.get(block.table) ?? 0) + 1;
        printed.set(block.table, count);
        parts.push(`{{table "${block.table}-${count}"}}`);
      } else {
        narrative[group] = { [`${group}-text`]: `${block.text}\n` };
        parts.push(`{{narrative "${group}"}}`);
      }
    });
    if (Object.keys(narrative[id]).length === 0) delete narrative[id];
    if (parts.length === 0)
      parts.push(id === 'contact' ? 'Director, {{organisation.contacts.main.telephone}}' : 'None');
    write(`templates/${PAPER}/sections/${id}.md.hbs`, `${parts.join('\n\n')}\n`);
  }
  const entries = [...printed].flatMap(([id, count]) =>
    Array.from({ length: count }, (_, n) => [
      `${id}-${n + 1}`,
      { kind: 'data', title: tables[id].title, data: id },
    ]),
  );
  write(`templates/${PAPER}/tables.yaml`, { tables: Object.fromEntries(entries) });
  write(`templates/${PAPER}/charts.yaml`, {
    charts: Object.fromEntries(
      Object.entries(CHARTS).map(([id, chart]) => [
        `${id}-chart`,
        {
          ...chart,
          title: charts[id].title,
          subtitle: 'Invented numbers',
          alternative: describeChart(charts[id]),
        },
      ]),
    ),
  });
  write(`templates/${PAPER}/paper.yaml`, {
    title,
    header: { layout: 'list', fields: [{ id: 'report', name: 'Report', value: '{{paper.number}}' }] },
    numbering: { sections: 'letters', paragraphs: 'restarting', appendices: 'numbers' },
    sections: sections.map(({ id, title: heading, role }) => ({
      id,
      title: heading,
      ...(role && { role, numbered: false }),
    })),
    'required-narrative': [],
  });
  write(`data/${PERIOD}/${PAPER}.yaml`, {
    meeting: '2025-11-20',
    status: 'draft',
    'made-at': '2025-11-12',
    description: 'The neutral paper of the benchmark.',
    narrative,
  });
}
