/** Endings that forms of one word share, longest first. Each leaves at least four letters. */
const ENDINGS = ['ation', 'ence', 'ance', 'ent', 'ing', 'ion', 'ed'];

/** Reduces a word to a stem that its other forms share: "confident" and "confidence" are "confid". Takes lower case. */
export function stemWord(word: string): string {
  const bare = word.replace(/(?:'s|')$/, '');
  if (/^\p{N}/u.test(bare) || bare.length < 4) return bare;
  const singular = dropPlural(bare);
  if (singular.endsWith('faction')) return `${singular.slice(0, -'faction'.length)}fy`;
  if (singular.endsWith('ied')) return `${singular.slice(0, -'ied'.length)}y`;
  if (singular.endsWith('fety')) return singular.slice(0, -'ety'.length);
  const ending = ENDINGS.find((end) => singular.endsWith(end) && singular.length - end.length >= 4) ?? '';
  const short = singular.slice(0, singular.length - ending.length).replace(/e$/, '');
  return ending === 'ing' || ending === 'ed' ? short.replace(/([bdgmnprt])\1$/, '$1') : short;
}

function dropPlural(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -'ies'.length)}y`;
  return /(?:ss|us|is)$/.test(word) ? word : word.replace(/s$/, '');
}
