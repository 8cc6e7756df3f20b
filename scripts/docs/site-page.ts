import type { Html } from '../../src/markup/markup.js';

/** A page of the site: a Markdown file of the project, or a generated one. */
export type SitePage = {
  /** The address within the site, such as `how-to/add-a-table.html`. */
  address: string;
  title: string;
} & (
  | {
      kind: 'markdown';
      /** The path of the file within the project. */
      source: string;
      text: string;
    }
  | { kind: 'generated'; body: Html }
);

/** A generated page of the reference. Its title and first words come from its section of docs/reference/README.md. */
export interface ReferencePage {
  /** The anchor of its section, and the name of its file. Pages below it have a slash: `files/survey`. */
  id: string;
  /** Only for a page below another one. */
  title?: string;
  body: Html;
}
