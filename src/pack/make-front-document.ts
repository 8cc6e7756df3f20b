import { formatDate } from '../format/dates.js';
import { formatCount } from '../format/words.js';
import type { Row, Table } from '../model/blocks/table.js';
import type { Block } from '../model/blocks/block.js';
import type { Document, HeaderField } from '../model/document.js';
import type { Inline } from '../model/inline.js';
import { PAGE_COUNT, PAGE_NUMBER } from '../model/running.js';
import type { Section } from '../model/section.js';
import {
  describeAbsence,
  formatPartName,
  listPacked,
  type Pack,
  type PackedPaper,
  type PackItem,
  type PageSpan,
} from './pack.js';

/** Everything in the front part comes from the list of meetings. */
const PLACE = { file: 'data/meetings.yaml', line: 1, column: 1 };

/** Makes the front part of a pack: the meeting, and its agenda with a link to each paper. `spans` are the pages of papers. */
export function makeFrontDocument(pack: Pack, spans: ReadonlyMap<string, PageSpan>): Document {
  const { authority, language, committee, isExempt, isWorking } = pack;
  const date = formatDate(pack.date);
  return {
    language,
    title: formatPackTitle(pack),
    subject: `The agenda and the papers of the meeting of the ${committee} on ${date}`,
    author: authority,
    keywords: [],
    masthead: { authority, committee, meeting: date },
    header: { layout: 'grid', fields: listFields(pack, spans) },
    running: {
      left: authority,
      right: date,
      foot: {
        left: isWorking ? 'Working copy of the agenda' : 'Agenda',
        centre: '',
        right: `Agenda page ${PAGE_NUMBER} of ${PAGE_COUNT}`,
      },
      marking: isExempt ? 'Not for publication' : null,
    },
    status: isWorking ? 'draft' : 'final',
    statusText: 'Agenda',
    changes: null,
    contents: false,
    contentsTitle: 'Contents',
    sections: [makeAgendaSection(pack, spans), makeNotesSection(pack)],
    appendices: [],
    madeAt: pack.madeAt,
  };
}

/** Formats the title of the pack, which the PDF and the page share. */
export function formatPackTitle({ committee, date, isExempt, isWorking }: Pack): string {
  const marks = [...(isExempt ? ['not for publication'] : []), ...(isWorking ? ['working copies'] : [])].map(
    (mark) => ` (${mark})`,
  );
  return `${committee}, ${formatDate(date)}: agenda and papers${marks.join('')}`;
}

function listFields(pack: Pack, spans: ReadonlyMap<string, PageSpan>): HeaderField[] {
  const last = [...spans.values()].at(-1);
  const papers = formatCount(listPacked(pack).length, 'paper');
  return [
    { name: 'Date', value: formatDate(pack.date) },
    { name: 'Time', value: pack.time },
    { name: 'Venue', value: pack.venue },
    {
      name: 'This pack',
      value: last ? `${papers}, ${formatCount(last.first + last.count - 1, 'page')}` : papers,
    },
  ].flatMap(({ name, value }) => (value === null ? [] : [{ name, value: [makeText(value)] }]));
}

function makeAgendaSection({ items }: Pack, spans: ReadonlyMap<string, PageSpan>): Section {
  const table: Table = {
    kind: 'table',
    anchor: 'agenda-items',
    number: null,
    title: [],
    columns: [
      { heading: [makeText('Item')], align: 'left', width: 0.09 },
      { heading: [makeText('Title')], align: 'left', width: 0.36, headsRows: true },
      { heading: [makeText('Presented by, and recommendation')], align: 'left', width: 0.43 },
      { heading: [makeText('Pack page')], align: 'right', width: 0.12 },
    ],
    rows: items.map((item) => makeRow(item, spans)),
    notes: [],
    isDivided: true,
    place: PLACE,
  };
  return makeSection('agenda', 'Agenda', [table]);
}

function makeRow(item: PackItem, spans: ReadonlyMap<string, PageSpan>): Row {
  const { number, title, paper } = item;
  const span = paper?.state === 'packed' ? spans.get(paper.id) : undefined;
  const link = (text: string): Inline[] =>
    span && paper ? [{ kind: 'reference', target: formatPartName(paper.id), text }] : [makeText(text)];
  return {
    kind: 'data',
    cells: [
      number === null ? [] : [makeText(number)],
      link(title),
      joinLines(listDetails(item)),
      span ? link(String(span.first)) : [],
    ],
  };
}

/** Lists the lines about an item beside its title. */
function listDetails({ text, author, paper }: PackItem): Inline[][] {
  return [
    ...(author === null ? [] : [[makeText(author)]]),
    ...(text === null ? [] : [[makeText(text)]]),
    ...(paper?.state === 'packed' ? listRecommendationLines(paper) : []),
    ...(paper && paper.state !== 'packed' ? [[makeStrong(describeAbsence(paper))]] : []),
  ];
}

function listRecommendationLines({ recommendation, version }: PackedPaper): Inline[][] {
  const lines = recommendation.map(({ marker, text }, index) => [
    ...(index === 0 ? [makeStrong('Recommendation: ')] : []),
    makeText(marker === null ? text : `${marker} ${text}`),
  ]);
  return version === null ? [...lines, [makeStrong('Working copy: not issued.')]] : lines;
}

function makeNotesSection(pack: Pack): Section {
  const { isExempt, isWorking } = pack;
  const notes = [
    'Each page has two numbers: that of the paper, and that of the pack in bold type.',
    ...(isExempt ? ['This pack has exempt papers. It is not for publication.'] : []),
    isWorking
      ? 'Papers marked “Working copy” have not been issued. They may still change.'
      : `The papers are as issued: ${listVersions(pack)}. Each paper’s data and sources are attached to this file.`,
  ];
  return makeSection(
    'about-this-pack',
    'About this pack',
    notes.map((note, index) => ({
      kind: 'paragraph',
      number: null,
      anchor: `about-this-pack-${index + 1}`,
      content: [makeText(note)],
      place: PLACE,
    })),
  );
}

function listVersions(pack: Pack): string {
  return listPacked(pack)
    .map(
      ({ number, title, paper }) =>
        `${number === null ? title : `report ${number}`} version ${paper.version ?? ''}`,
    )
    .join(', ');
}

function makeSection(id: string, title: string, blocks: Block[]): Section {
  return { id, anchor: id, number: null, title, blocks, place: PLACE };
}

function makeText(text: string): Inline {
  return { kind: 'text', text };
}

function makeStrong(text: string): Inline {
  return { kind: 'strong', content: [makeText(text)] };
}

function joinLines(lines: Inline[][]): Inline[] {
  return lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ kind: 'break' }, ...line]));
}
