/** The parts of Eleventy that the site uses. Eleventy has no types of its own. */
declare module '@11ty/eleventy' {
  export interface MarkdownToken {
    type: string;
    tag: string;
    /** The words after the fence of a code block. */
    info: string;
    content: string;
    attrGet: (name: string) => string | null;
    attrSet: (name: string, value: string) => void;
    children: MarkdownToken[] | null;
  }
  interface MarkdownState {
    tokens: MarkdownToken[];
    env: { page?: { inputPath?: string } };
  }
  type RenderRule = (tokens: MarkdownToken[], index: number, ...others: unknown[]) => string;
  export interface Markdown {
    enable: (rule: string) => void;
    core: { ruler: { push: (name: string, rule: (state: MarkdownState) => void) => void } };
    renderer: { rules: Record<string, RenderRule | undefined> };
  }
  export interface Configuration {
    addTemplate: (path: string, content: string, data: Record<string, unknown>) => void;
    addFilter: (name: string, filter: (content: string) => unknown) => void;
    amendLibrary: (name: 'md', amend: (markdown: Markdown) => void) => void;
    setTemplateFormats: (formats: string[]) => void;
    setUseGitIgnore: (use: boolean) => void;
  }
  export default class Eleventy {
    constructor(
      input: string,
      output: string,
      options: {
        quietMode: boolean;
        configPath: null;
        config: (configuration: Configuration) => object;
      },
    );
    write(): Promise<unknown>;
  }
}
