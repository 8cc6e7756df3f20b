/** Escapes text for XML and HTML, inside elements and double-quoted attributes. */
export function escapeXml(text: string): string {
  return escapeXmlContent(text).replace(/"/g, '&quot;');
}

/** Escapes text inside an element, where quotes may stay. */
export function escapeXmlContent(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
