import { Parser } from 'saxen';
import { UnreadablePackage } from './unreadable-package.js';

/** Receives the parts of an XML text in order. Names have no prefix. */
interface XmlHandler {
  open: (name: string, attributes: Record<string, string>) => void;
  /** The text of the innermost element, which may come in pieces. */
  text?: (text: string) => void;
  close?: (name: string) => void;
}

/** Parses a part of an Office file. Entities of a document type are not expanded. Throws `UnreadablePackage` for broken XML. */
export function parseXml(xml: string, { open, text, close }: XmlHandler): void {
  const parser = new Parser()
    .on('openTag', (name, getAttributes, decode) =>
      open(removePrefix(name), decodeValues(getAttributes(), decode)),
    )
    .on('error', (error) => {
      throw new UnreadablePackage('damaged', error.message);
    });
  if (text) parser.on('text', (raw, decode) => text(decode(raw))).on('cdata', text);
  if (close) parser.on('closeTag', (name) => close(removePrefix(name)));
  parser.parse(xml);
}

/** Removes the prefix of a name: "w:val" is "val". */
export function removePrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function decodeValues(attributes: Record<string, string>, decode: (text: string) => string) {
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (value.includes('&')) attributes[name] = decode(value);
  }
  return attributes;
}
