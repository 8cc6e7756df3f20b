/** A heading of docs/README.md with the links below it: a part of the navigation. */
export interface ContentsPart {
  title: string;
  links: { title: string; target: string }[];
}

/** Reads the navigation from the lists of docs/README.md, so that the site and a Git host show the same contents. */
export function readContents(text: string): ContentsPart[] {
  const parts: ContentsPart[] = [];
  for (const line of text.split('\n')) {
    const heading = /^## (.+)$/.exec(line)?.[1];
    if (heading !== undefined) parts.push({ title: heading, links: [] });
    const [, title, target] = /^- \[([^\]]+)\]\(([^)]+)\)/.exec(line) ?? [];
    if (title !== undefined && target !== undefined) parts.at(-1)?.links.push({ title, target });
  }
  return parts;
}
