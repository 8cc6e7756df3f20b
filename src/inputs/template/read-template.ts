import type * as z from 'zod';
import type { Measure } from '../../model/measure.js';
import { makeError, type Checked, type Problem } from '../../model/problem.js';
import { findPdfVersion } from '../../model/pdf-standards.js';
import { adviseOnName } from '../../model/suggest-name.js';
import type { Template } from '../../model/template.js';
import { omitEmpty } from '../omit-empty.js';
import { checkRuleNames } from '../check-rule-names.js';
import { applyStarts, listStarts } from './numbering-start.js';
import { readAppendices } from './read-appendices.js';
import { readSections } from './read-sections.js';
import { readTemplateParts } from './read-template-parts.js';
import { templateSchema } from './template-schema.js';
import type { ValidYaml, SourceReader } from '../source-reader.js';

type RawTemplate = z.infer<typeof templateSchema>;

const DEFAULT_WORDS: Template['words'] = {
  paragraph: 'paragraph',
  paragraphs: 'paragraphs',
  section: 'section',
  table: 'Table',
  chart: 'Figure',
  diagram: 'Figure',
  picture: 'Figure',
  appendix: 'Appendix',
};

/**
 * Reads the template of one kind of paper. The value is null if its `paper.yaml` cannot be used.
 * `measures` is null if `measures.yaml` cannot be used. Names of measures are then not checked.
 */
export function readTemplate(
  reader: SourceReader,
  id: string,
  measures: readonly Measure[] | null,
): Checked<Template | null> {
  const folder = `templates/${id}`;
  const main = reader.yaml(`${folder}/paper.yaml`, templateSchema);
  const parts = readTemplateParts(reader, folder, measures);
  if (!main.value) return { value: null, problems: [...main.problems, ...parts.problems] };
  const { data, file } = main.value;
  const sections = readSections(reader, folder, data);
  const appendices = readAppendices(reader, folder);
  const normalised = normaliseTemplate(main.value);
  const numbering = applyStarts(normalised.numbering, listStarts(data.numbering.start, file));
  return {
    value: {
      id,
      ...normalised,
      ...parts.value,
      numbering: numbering.value,
      sections: sections.value,
      appendices: appendices.value,
    },
    problems: [
      ...main.problems,
      ...parts.problems,
      ...checkRuleNames(data.rules, file, 'rules'),
      ...checkContents(main.value),
      ...numbering.problems,
      ...sections.problems,
      ...appendices.problems,
    ],
  };
}

/** Reports a contents list after a section that does not exist. */
function checkContents({ data, file }: ValidYaml<RawTemplate>): Problem[] {
  const after = data.contents?.after;
  const known = data.sections.map(({ id }) => id);
  if (after === undefined || known.includes(after)) return [];
  const place = file.placeOf(['contents', 'after']);
  return [makeError('section-exists', place, `no section is called "${after}"`, adviseOnName(after, known))];
}

/** Converts the contents of `paper.yaml`, except its sections, and fills in the defaults. */
function normaliseTemplate(main: ValidYaml<RawTemplate>) {
  const { data, file } = main;
  const { paper: paperWord, ...labelWords } = data.words ?? {};
  return {
    title: data.title,
    headerLayout: data.header.layout,
    headerFields: data.header.fields.map((field, index) => ({
      id: field.id,
      name: field.name,
      value: field.value === undefined ? undefined : file.markupAt(['header', 'fields', index, 'value']),
      isRequired: field.required ?? true,
    })),
    numbering: {
      ...data.numbering,
      headings: data.numbering.headings ?? 'none',
      lists: data.numbering.lists ?? ['numbers'],
      start: { sections: 1, paragraphs: 1, appendices: 1 },
    },
    running: { head: readRunning('head', main), foot: readRunning('foot', main) },
    words: { ...DEFAULT_WORDS, ...omitEmpty(labelWords) },
    paperWord: paperWord ?? 'Report',
    contents: {
      title: data.contents?.title ?? 'Contents',
      show: data.contents?.show ?? 'auto',
      after: data.contents?.after ?? null,
    },
    requiredNarrative: data['required-narrative'] ?? [],
    clearance: data.clearance ?? [],
    pdfVersion: data.pdf ? findPdfVersion(data.pdf.standards) : null,
    rules: data.rules ?? {},
    place: file.placeOf([]),
  } satisfies Partial<Template>;
}

function readRunning(
  line: 'head' | 'foot',
  { data, file }: ValidYaml<RawTemplate>,
): Template['running']['head'] {
  const texts = Object.keys(omitEmpty(data.running?.[line] ?? {}));
  return Object.fromEntries(texts.map((side) => [side, file.markupAt(['running', line, side])]));
}
