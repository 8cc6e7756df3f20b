/** Removes what only a published page has, and a preview does not: links to its files, its script, and leave to run the script. */
export function removePublishedParts(html: string): string {
  return html
    .replace(/ <span class="files">.*?<\/span>/, '')
    .replace(/<script>[^]*?<\/script>\n/, '')
    .replace(/ script-src '[^']*';/, '');
}
