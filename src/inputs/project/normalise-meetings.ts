import type * as z from 'zod';
import { sortByNumber } from '../../model/sort-by-number.js';
import type { AgendaItem, Committee, Meeting, TabledPaper } from '../../model/meeting.js';
import type { Checked } from '../../model/problem.js';
import type { ValidYaml } from '../source-reader.js';
import type { YamlFile } from '../yaml/yaml-file.js';
import { checkMeeting } from './check-meeting.js';
import type { meetingsSchema } from './meetings-schema.js';
import type { organisationSchema } from './organisation-schema.js';
import { settleLaw } from './settle-law.js';

type Meetings = z.infer<typeof meetingsSchema>;
type RawMeeting = Meetings['meetings'][string];
type Organisation = ValidYaml<z.infer<typeof organisationSchema>>;

/** Converts and checks the contents of `meetings.yaml`. The meetings are sorted by date. */
export function normaliseMeetings(
  { data, file }: ValidYaml<Meetings>,
  organisation: Organisation,
): Checked<Meeting[]> {
  const meetings = Object.entries(data.meetings);
  const committees = Object.keys(organisation.data.committees);
  return {
    value: meetings
      .map(([id, meeting]) => normaliseMeeting(id, meeting, file, organisation))
      .sort((a, b) => (a.date < b.date ? -1 : 1)),
    problems: meetings.flatMap(([id, meeting]) => checkMeeting(id, meeting, file, committees)),
  };
}

function normaliseMeeting(id: string, raw: RawMeeting, file: YamlFile, organisation: Organisation): Meeting {
  const { date, committee, time = null, venue = null } = raw;
  const papers = normalisePapers(id, raw.papers, file);
  return {
    id,
    date,
    time,
    venue,
    committee: normaliseCommittee(committee, organisation),
    papers,
    agenda: normaliseAgenda(id, raw.agenda, papers, file),
  };
}

function normalisePapers(meeting: string, papers: RawMeeting['papers'], file: YamlFile): TabledPaper[] {
  return Object.entries(papers).map(([paper, entry]) => {
    const { title, number, author, 'to-follow': toFollow = false, 'number-unknown': isUnknown } = entry;
    const path = ['meetings', meeting, 'papers', paper];
    return {
      id: paper,
      title,
      author,
      toFollow: toFollow !== false,
      toFollowReason: typeof toFollow === 'string' ? toFollow : null,
      number: number === undefined ? undefined : file.sourceOf([...path, 'number']),
      isNumberUnknown: isUnknown ?? false,
      place: file.keyPlaceOf(path),
    };
  });
}

/** Papers that the author's agenda does not list come last. Items of papers that do not exist are left out: a problem reports them. */
function normaliseAgenda(
  meeting: string,
  items: RawMeeting['agenda'],
  papers: TabledPaper[],
  file: YamlFile,
): AgendaItem[] {
  const listed = new Set((items ?? []).map(({ paper }) => paper));
  const others = sortByNumber(papers.filter(({ id }) => !listed.has(id)));
  const written = (items ?? []).flatMap(({ paper, title, number, text = null }, index) => {
    const tabled = papers.find(({ id }) => id === paper);
    if (tabled) return [makePaperItem(tabled, text)];
    if (title === undefined) return [];
    const printed =
      number === undefined ? null : file.sourceOf(['meetings', meeting, 'agenda', index, 'number']);
    return [{ number: printed, title, text, paper: null } satisfies AgendaItem];
  });
  return [...written, ...others.map((paper) => makePaperItem(paper, null))];
}

function makePaperItem({ id, number, title }: TabledPaper, text: string | null): AgendaItem {
  return { number: number ?? null, title, text, paper: id };
}

function normaliseCommittee(id: string, organisation: Organisation): Committee {
  const committee = organisation.data.committees[id] ?? id;
  const name = typeof committee === 'string' ? committee : committee.name;
  return { id, name, law: settleLaw(id, organisation) };
}
