import type { Document } from '../model/document.js';
import { escapeXmlContent } from '../markup/escape-xml.js';

/**
 * Returns the file's XMP metadata. `identification` names the standards. pdfkit's own metadata identifies one standard and escapes
 * nothing.
 */
export function createXmpMetadata(document: Document, producer: string, identification: string): string {
  const date = document.madeAt.toISOString().replace(/\.\d+Z$/, 'Z');
  const { title, author, subject, keywords, language } = document;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeText(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>${escapeText(language)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<xmp:CreatorTool>Committee Papers</xmp:CreatorTool>
<pdf:Producer>${escapeText(producer)}</pdf:Producer>${
    keywords.length > 0 ? `\n<pdf:Keywords>${escapeText(keywords.join(', '))}</pdf:Keywords>` : ''
  }
</rdf:Description>
${identification}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** XML allows no control characters. */
function escapeText(text: string): string {
  return escapeXmlContent(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');
}
