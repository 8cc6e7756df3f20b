import { capitalise } from '../format/words.js';
import type { OutsideText } from '../model/outside-paper.js';

/** A text with its number apart. */
export interface Recognised {
  role: OutsideText['role'] | 'appendix';
  /** "18", "4.7", "A". Null if there is none. */
  number: string | null;
  text: string;
}

/** "18. Text", "4.7 Text", "4.7) Text". A number without a point or a bracket may be a part of the sentence. */
const TYPED_NUMBER = /^(?:(\d{1,3})[.)]|(\d{1,2}(?:\.\d{1,3}){1,3})[.)]?)\s+(?=\S)/;
const TYPED_ITEM = /^(?:[•▪·–*]|\((?:\p{Ll}|[ivx]{1,5}|\d{1,2})\)|\p{Ll}[.)])\s+/u;
const HEADING_NUMBER = /^(?:([A-Z])[.):]|(\d{1,2}(?:\.\d{1,3}){0,3})[.)]?)\s+(?=\S)/;
const APPENDIX =
  /^(?<word>appendix|annexe?)\s+(?<number>\d{1,2}|[A-Z]\d?|[IVX]{1,4})(?:\s*[:.–—-]\s*|\s+|$)(?<title>.*)$/i;
const CAPTION =
  /^(?<number>(?:table|figure|fig\.|chart|diagram|map|graph)\s+(?:[A-Z]?\d{1,2}(?:\.\d{1,2})?[a-z]?|[A-Z](?![\p{L}\d])))(?:\s*[:.–—-]\s*|\s+|$)(?<title>.*)$/iu;

const MOST_WORDS_OF_HEADING = 14;
const MOST_WORDS_OF_CAPTION = 30;

/** Recognises the role of a text, and takes its number off. */
export function recogniseText(part: OutsideText, hasHeadings: boolean): Recognised {
  const text = part.text.trim();
  const isHeading = part.role === 'heading' || (!hasHeadings && looksLikeHeading(part));
  if (isHeading || (part.role === 'paragraph' && isShort(text, MOST_WORDS_OF_HEADING))) {
    const appendix = parseAppendix(
      /^(?:appendix|annex)/i.test(part.number ?? '') ? `${part.number ?? ''} ${text}` : text,
    );
    if (appendix && (isHeading || !/[.;]$/.test(text))) return appendix;
  }
  if (isHeading) return takeNumber('heading', part, HEADING_NUMBER);
  const caption = part.role === 'paragraph' || part.role === 'caption' ? parseCaption(text) : null;
  if (caption) return caption;
  if (part.role !== 'paragraph' && part.role !== 'item') return { role: part.role, number: null, text };
  const typed = takeNumber('paragraph', part, TYPED_NUMBER);
  if (typed.number !== null) return typed;
  const isItem = part.role === 'item' || part.number !== null || TYPED_ITEM.test(text);
  return { role: isItem ? 'item' : 'paragraph', number: null, text: text.replace(TYPED_ITEM, '') };
}

/** Returns true for a short bold line, which authors use where they know no heading styles. */
function looksLikeHeading({ role, text, isBold, number }: OutsideText): boolean {
  if (role !== 'paragraph' || !isBold || !isShort(text, MOST_WORDS_OF_HEADING)) return false;
  if (/[.;:,]$/.test(text.trim()) || parseCaption(text.trim())) return false;
  return /\p{Lu}/u.test(text) && (number === null || /^[A-Z\d.]+$/.test(number));
}

function isShort(text: string, most: number): boolean {
  return text.trim().split(/\s+/, most + 1).length <= most;
}

function parseAppendix(text: string): Recognised | null {
  const { word, number, title } = APPENDIX.exec(text)?.groups ?? {};
  if (word === undefined || number === undefined) return null;
  return {
    role: 'appendix',
    number: `${capitalise(word.toLowerCase())} ${number}`,
    text: title?.trim() ?? '',
  };
}

/** Parses "Table 1: Confidence". A sentence such as "Table 1 shows that …" is no caption. */
function parseCaption(text: string): Recognised | null {
  const { number, title = '' } = CAPTION.exec(text)?.groups ?? {};
  if (number === undefined || !isShort(text, MOST_WORDS_OF_CAPTION)) return null;
  if (/^(?:\p{Ll}|[(,])/u.test(title) && !/^[:.–—-]/.test(text.slice(number.length).trim())) return null;
  return { role: 'caption', number: capitalise(number), text: title.trim() };
}

/** Takes off the automatic number, or else the typed one. */
function takeNumber(role: 'heading' | 'paragraph', part: OutsideText, pattern: RegExp): Recognised {
  const text = part.text.trim();
  const automatic = part.number?.replace(/^\(|[.):]+$/g, '').trim() ?? null;
  if (automatic !== null && /^(?:\d+(?:\.\d+)*|[A-Z])$/.test(automatic))
    return { role, number: automatic, text };
  const match = pattern.exec(text);
  if (!match) return { role, number: null, text };
  return { role, number: match[1] ?? match[2] ?? null, text: text.slice(match[0].length) };
}
