import { expect, test } from 'vitest';
import { bindInlines, bindMark, bindWords } from '../../src/model/bind-words.js';
import { toPlainText, type Inline } from '../../src/model/inline.js';

/** Writes no-break spaces as ~. */
const show = (text: string): string => text.replaceAll('\u00a0', '~');

test.each([
  ['It cost £5 million or 12.5 per cent altogether', 'It cost £5~million or 12.5~per cent altogether'],
  ['on 2 April 2009 at 10 am', 'on 2~April 2009 at 10~am'],
  ['see Table 2 and paragraph 14', 'see Table~2 and paragraph~14'],
  ['Appendix 1, Annex B and Option C', 'Appendix~1, Annex~B and Option~C'],
  ['Mr Example and Cllr J. Sample', 'Mr~Example and Cllr~J.~Sample'],
  ['a word – and more', 'a word~– and more'],
  ['p < 0.05', 'p~<~0.05'],
  ['it makes 27 + 3 + 2 = 32 teams', 'it makes 27~+~3~+~2~=~32 teams'],
  ['1,200 + 2,345 + 1,880 + 2,090 = 7,515', '1,200 +~2,345 +~1,880 +~2,090~=~7,515'],
  ['since 2030/31 Q1 and Q2 2029', 'since 2030/31~Q1 and Q2~2029'],
  ['call 020 7946 0000, or 01632 960 530', 'call 020~7946~0000, or 01632~960~530'],
  ['▲ rose, ▼ fell: so. = no change', '▲~rose, ▼~fell: so. =~no change'],
  ['In May 12 people came', 'In May 12 people came'],
  ['the 5 mayors of 3 municipalities', 'the 5 mayors of 3 municipalities'],
  ['a stable 2', 'a stable 2'],
  ['the report I wrote', 'the report I wrote'],
])('binds %s', (text, bound) => {
  expect(show(bindWords(text))).toBe(bound);
});

test('keeps a short last word with the word before it, in texts that fill a line', () => {
  expect(show(bindWords('The committee agreed to look at it again.'))).toBe(
    'The committee agreed to look at it~again.',
  );
  expect(show(bindWords('Agreed at once.'))).toBe('Agreed at once.');
  expect(show(bindWords('The committee agreed to a full reorganisation.'))).not.toContain('~');
});

test('binds across the pieces of a text, and changes nothing else', () => {
  const content: Inline[] = [
    { kind: 'text', text: 'Of £' },
    { kind: 'value', text: '5', figure: null },
    { kind: 'text', text: ' million, ' },
    { kind: 'strong', content: [{ kind: 'text', text: 'Dr' }] },
    { kind: 'text', text: ' Example asked the ' },
    { kind: 'term', text: 'KPI', expansion: 'key performance indicator' },
    { kind: 'footnote', number: '1', target: 'note-1', isFirst: true },
    { kind: 'break' },
    { kind: 'text', text: 'to end on 2' },
    { kind: 'text', text: ' May.' },
  ];
  const bound = bindInlines(content);
  expect(show(toPlainText(bound))).toBe(
    'Of £5~million, Dr~Example asked the key performance indicator (KPI) to end on~2~May.',
  );
  expect(bound.map(({ kind }) => kind)).toEqual(content.map(({ kind }) => kind));
  expect(toPlainText(bound).replaceAll('\u00a0', ' ')).toBe(toPlainText(content));
});

test.each([
  ['● Amber', '●\u00a0Amber'],
  ['✓ Green', '✓\u00a0Green'],
  ['A word', 'A word'],
  ['● ', '● '],
  ['', ''],
])('keeps a mark with its word: %s', (text, bound) => {
  expect(bindMark([{ kind: 'text', text }])).toEqual([{ kind: 'text', text: bound }]);
});
