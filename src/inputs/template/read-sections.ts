import type * as z from 'zod';
import type { Checked } from '../../model/problem.js';
import type { Template, TemplateSection } from '../../model/template.js';
import { joinChecked } from '../../model/join-checked.js';
import type { SourceReader } from '../source-reader.js';
import { findUnknownFiles } from '../find-unknown-files.js';
import { readMarkupFile } from './read-markup-file.js';
import type { templateSchema } from './template-schema.js';

type RawTemplate = z.infer<typeof templateSchema>;
type RawSection = RawTemplate['sections'][number];

/** Reads the sections and appendices that `paper.yaml` lists, each from its own Markdown file. */
export function readSections(
  reader: SourceReader,
  folder: string,
  data: RawTemplate,
): Checked<Pick<Template, 'sections' | 'appendices'>> {
  const listed = [...data.sections, ...(data.appendices ?? [])].map(({ id }) => `${id}.md.hbs`);
  const readAll = (sections: RawSection[]): Checked<TemplateSection[]> =>
    joinChecked(sections.map((section) => readSection(reader, folder, section)));
  const sections = readAll(data.sections);
  const appendices = readAll(data.appendices ?? []);
  return {
    value: { sections: sections.value, appendices: appendices.value },
    problems: [
      ...findUnknownFiles(reader.root, `${folder}/sections`, listed),
      ...sections.problems,
      ...appendices.problems,
    ],
  };
}

function readSection(
  reader: SourceReader,
  folder: string,
  { id, title, lettered, numbered, mandatory, role }: RawSection,
): Checked<TemplateSection> {
  const { value: markup, problems } = readMarkupFile(reader, `${folder}/sections/${id}.md.hbs`);
  return {
    value: {
      id,
      title,
      isLettered: lettered ?? true,
      isNumbered: numbered ?? true,
      isMandatory: mandatory ?? false,
      role,
      markup,
    },
    problems,
  };
}
