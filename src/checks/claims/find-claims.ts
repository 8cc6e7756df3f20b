import {
  ADJECTIVES,
  ADVERBS,
  AUXILIARIES,
  COMPARED,
  LARGE,
  NEGATIONS,
  NOUNS,
  RESULTING,
  RESULT_VERBS,
  STABLE,
  SUPERLATIVES,
  UNASSERTED,
  UNREAL,
  VERB_FORMS,
  type Direction,
} from './lexicon.js';
import { findClauseStart, listObjects, listSubjects, type Phrase } from './phrases.js';
import type { Token } from './tokens.js';

/** Words that say in which direction something went, and the phrases that may name it. */
export interface Claim {
  direction: Direction;
  isLarge: boolean;
  isNegated: boolean;
  /** The phrases that may name the measure, the best first. None if the claim points back: "the improvement is …". */
  phrases: Phrase[];
  /** The first and last token of the claim without its phrase. */
  from: number;
  to: number;
  /** The token with the direction. The author must have typed it. */
  at: number;
}

/** Finds the claims of direction in a sentence. Aims, plans, possibilities and conditions are not claims. */
export function findClaims(tokens: Token[]): Claim[] {
  return tokens.flatMap((token, at) => {
    if (!token.isTyped || token.isQuoted) return [];
    const claim =
      readVerb(tokens, at) ??
      readNoun(tokens, at) ??
      readComparison(tokens, at) ??
      readStability(tokens, at) ??
      readSuperlative(tokens, at) ??
      readResult(tokens, at);
    return claim ? [claim] : [];
  });
}

const wordAt = (tokens: Token[], index: number): string => tokens[index]?.lower ?? '';

interface VerbGroup {
  from: number;
  auxiliaries: string[];
  isNegated: boolean;
}

/** Reads the auxiliaries and adverbs before a verb. */
function readGroup(tokens: Token[], at: number): VerbGroup {
  const auxiliaries: string[] = [];
  let isNegated = false;
  let from = at;
  for (let index = at - 1; index >= 0 && index >= at - 6; index--) {
    const word = wordAt(tokens, index);
    const isAuxiliary = AUXILIARIES.has(word);
    if (!isAuxiliary && !ADVERBS.has(word) && !NEGATIONS.has(word)) break;
    if (isAuxiliary) auxiliaries.unshift(word);
    if (NEGATIONS.has(word)) isNegated = true;
    from = index;
  }
  return { from, auxiliaries, isNegated };
}

/** Tells whether the clause before a token has words of wish, plan or condition. */
function isUnreal(tokens: Token[], at: number, words: ReadonlySet<string> = UNREAL): boolean {
  const start = findClauseStart(tokens, at);
  const clause = tokens.slice(Math.max(0, start - 1), at);
  return (
    wordAt(tokens, at - 1) === 'to' || clause.some(({ lower, text }) => words.has(lower) || text === 'may')
  );
}

function isLargeNear(tokens: Token[], from: number, to: number): boolean {
  return tokens.slice(Math.max(0, from), to + 1).some(({ lower }) => LARGE.has(lower));
}

/** Reads "has improved", "rose", "continues to fall", "have succeeded in raising". */
function readVerb(tokens: Token[], at: number): Claim | null {
  const word = wordAt(tokens, at);
  const verb = VERB_FORMS.get(word);
  if (!verb) return word === 'changed' ? readChanged(tokens, at) : readGone(tokens, at);
  if (verb.forms.includes('ing')) {
    const before = wordAt(tokens, at - 2);
    if (
      /^(?:in|at|with)$/.test(wordAt(tokens, at - 1)) &&
      /^(?:succeeded|success|successes|successful|effective)$/.test(before)
    )
      return readObjectClaim(tokens, at, readGroup(tokens, at - 2), verb.direction, at - 2);
  }
  if (/^(?:to|help|helped)$/.test(wordAt(tokens, at - 1)) && verb.forms.includes('base')) {
    const lead = wordAt(tokens, at - 1) === 'to' ? at - 2 : at - 1;
    const leadWord = wordAt(tokens, lead);
    if (/^(?:helped|managed)$/.test(leadWord))
      return readObjectClaim(tokens, at, readGroup(tokens, lead), verb.direction, lead);
    if (/^(?:continues|continue|continued)$/.test(leadWord))
      return finishVerb(tokens, at, readGroup(tokens, lead), verb.direction, verb.use, lead);
    return null;
  }
  const group = readGroup(tokens, at);
  return isFinite(tokens, at, verb.forms, group)
    ? finishVerb(tokens, at, group, verb.direction, verb.use, group.from)
    : null;
}

const has = (group: VerbGroup, ...words: string[]): boolean =>
  group.auxiliaries.some((word) => words.includes(word.replace(/n't$/, '')));

/** Tells whether a verb form states a fact: "rose", "has risen", "is rising", "was reduced". "Had risen" is about an earlier time. */
function isFinite(tokens: Token[], at: number, forms: readonly string[], group: VerbGroup): boolean {
  if (has(group, 'had', 'be', 'being', 'having')) return false;
  if (group.auxiliaries.length === 0) return isFiniteAlone(tokens, at, forms);
  if (has(group, 'do', 'does')) return false;
  if (has(group, 'did')) return forms.includes('base') && group.isNegated;
  if (forms.includes('ing')) return has(group, 'is', 'are', 'been');
  return forms.includes('participle');
}

const NOT_SUBJECTS =
  /^(?:a|an|the|this|that|these|those|its|their|our|his|her|no|any|some|every|each|of|in|on|at|by|for|with|from|to|and|or|as|into|than|more|most|very|not|were|was|is|are|be|such|where|when|which|who)$/;

/** Accepts a simple past after its subject, and a present of the third person: "confidence rises". */
function isFiniteAlone(tokens: Token[], at: number, forms: readonly string[]): boolean {
  const { from } = readGroup(tokens, at);
  const before = wordAt(tokens, from - 1);
  const isAfterSubject =
    /^\p{L}/u.test(before) && (!NOT_SUBJECTS.test(before) || /^(?:this|that|these|which)$/.test(before));
  if (forms.includes('past')) return isAfterSubject || (before === ',' && wordAt(tokens, from - 2) !== '');
  return forms.includes('present') && isAfterSubject && isWithoutObject(tokens, at);
}

const AFTER_VERB =
  /^(?:by|to|from|in|since|over|during|at|on|for|across|between|after|with|and|but|while|whilst|as|because|although|though|than|this|last|each|every|when|so|further|again|still|too|also|overall|compared|within|through|despite|throughout|against|slightly|faster|more|less|year|among)$/;

/** Tells whether no object follows a verb. */
function isWithoutObject(tokens: Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (!next || !/^[\p{L}\p{N}]/u.test(next.text)) return true;
  return (
    AFTER_VERB.test(next.lower) ||
    ADVERBS.has(next.lower) ||
    /^\p{N}|ly$/u.test(next.lower) ||
    next.figure !== null
  );
}

function finishVerb(
  tokens: Token[],
  at: number,
  group: VerbGroup,
  direction: Direction,
  use: string,
  from: number,
): Claim | null {
  const isPassive = has(group, 'is', 'are', 'was', 'were', 'been');
  const hasObject = !isPassive && use !== 'without object' && !isWithoutObject(tokens, at);
  if (hasObject) return readObjectClaim(tokens, at, group, direction, from);
  if (use === 'with object' && !isPassive) return null;
  if (isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, {
    at,
    from: Math.min(from, group.from),
    to: at,
    direction,
    isNegated: group.isNegated,
  });
}

interface Core {
  at: number;
  from: number;
  to: number;
  direction: Direction;
  isNegated?: boolean;
  isLarge?: boolean;
}

/** Makes a claim about the subject of its clause. */
function makeSubjectClaim(
  tokens: Token[],
  { at, from, to, direction, isNegated = false, isLarge }: Core,
): Claim {
  return {
    ...{ direction, isNegated, at },
    isLarge: isLarge ?? isLargeNear(tokens, from, to + 2),
    phrases: listSubjects(tokens, from),
    from,
    to: ADVERBS.has(wordAt(tokens, to + 1)) ? to + 1 : to,
  };
}

/** Makes a claim about the object of a verb: "raised confidence in the police". */
function readObjectClaim(
  tokens: Token[],
  at: number,
  group: VerbGroup,
  direction: Direction,
  from: number,
): Claim | null {
  const start = Math.min(from, group.from);
  if (group.isNegated || isUnreal(tokens, start) || has(group, 'had', 'be')) return null;
  if (start === 0 && group.auxiliaries.length === 0) return null; // "reduced complaints" in a list has no subject
  if (isRestrictive(tokens, findClauseStart(tokens, start) - 1)) return null;
  const phrases = listObjects(tokens, at + 1);
  if (phrases.length === 0) return null;
  return {
    ...{ direction, isNegated: false, at, from: start, to: at },
    isLarge: isLargeNear(tokens, start, at),
    phrases,
  };
}

/** Tells whether a token starts a clause that only describes: "the projects that raised confidence". */
function isRestrictive(tokens: Token[], at: number): boolean {
  return /^(?:that|which|who)$/.test(wordAt(tokens, at)) && wordAt(tokens, at - 1) !== ',';
}

/** Reads "has changed markedly", "has not changed", "hardly changed". */
function readChanged(tokens: Token[], at: number): Claim | null {
  const group = readGroup(tokens, at);
  if (has(group, 'had', 'be', 'being') || isUnreal(tokens, group.from) || !isWithoutObject(tokens, at))
    return null;
  const isLittle =
    wordAt(tokens, at + 1) === 'little' || /^(?:little|hardly|barely)$/.test(wordAt(tokens, at - 1));
  const core = { at, from: group.from, to: at };
  if (group.isNegated || isLittle)
    return makeSubjectClaim(tokens, { ...core, direction: 'stable', isLarge: false });
  if (!isLargeNear(tokens, group.from, at + 1)) return null;
  return makeSubjectClaim(tokens, { ...core, direction: 'moved', isLarge: true });
}

/** Reads "has gone up", "went down". */
function readGone(tokens: Token[], at: number): Claim | null {
  const next = wordAt(tokens, at + 1);
  if (!/^(?:gone|went|going|come|came)$/.test(wordAt(tokens, at)) || !/^(?:up|down)$/.test(next)) return null;
  const group = readGroup(tokens, at);
  const isProgressive = wordAt(tokens, at) === 'going';
  if (has(group, 'had', 'be') || (isProgressive && !has(group, 'is', 'are', 'been'))) return null;
  if (isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, {
    ...{ at, from: group.from, to: at + 1, isNegated: group.isNegated },
    direction: next === 'up' ? 'up' : 'down',
  });
}

/** Reads "the improvement in confidence", "saw a rise in visits", "there has been a fall", "was a great success". */
function readNoun(tokens: Token[], at: number): Claim | null {
  const direction = NOUNS.get(wordAt(tokens, at));
  if (!direction) return null;
  let start = at;
  while (
    start > 0 &&
    (ADJECTIVES.has(wordAt(tokens, start - 1)) || /^[\p{N}%]/u.test(wordAt(tokens, start - 1)))
  )
    start--;
  const article = wordAt(tokens, start - 1);
  const isDefinite = /^(?:the|this|that|these|its|their|our)$/.test(article);
  if (!isDefinite && !/^(?:a|an|another)$/.test(article)) return null;
  start--;
  if (
    tokens
      .slice(findClauseStart(tokens, start), start)
      .some(({ lower, text }) => UNASSERTED.has(lower) || text === 'may')
  ) {
    if (!isResult(tokens, start)) return null;
  }
  if (
    tokens.slice(Math.max(0, start - 5), start).some(({ lower }) => UNREAL.has(lower) || NEGATIONS.has(lower))
  )
    return null;
  return readNounClaim(tokens, { at, start, direction, isDefinite });
}

interface NounPhrase {
  at: number;
  /** The token of the article. */
  start: number;
  direction: Direction;
  isDefinite: boolean;
}

function readNounClaim(tokens: Token[], { at, start, direction, isDefinite }: NounPhrase): Claim | null {
  const isLarge = isLargeNear(tokens, start, at);
  const next = wordAt(tokens, at + 1);
  const lead = wordAt(tokens, start - 1);
  const base = { direction, isLarge, isNegated: false, at };
  if (next === 'in' || (next === 'of' && !isDefinite && !/^[\p{N}£−-]/u.test(wordAt(tokens, at + 2)))) {
    const isStated = isDefinite
      ? next === 'in'
      : isExistential(tokens, start) || isResult(tokens, start) || /^(?:with|despite|following)$/.test(lead);
    if (!isStated) return null;
    const phrases = listObjects(tokens, at + 2);
    return phrases.length === 0 ? null : { ...base, phrases, from: start, to: at + 1 };
  }
  if (
    isDefinite &&
    /^(?:is|was|has|are|were|have|continues|reflects|comes|follows)$/.test(next) &&
    lead === ''
  )
    return { ...base, phrases: [], from: start, to: at + 1 };
  if (isExistential(tokens, start)) return { ...base, phrases: [], from: Math.max(0, start - 3), to: at };
  const isComplement = RESULT_VERBS.has(lead) || (direction === 'better' && /^(?:is|was|been)$/.test(lead));
  if (!isComplement) return null;
  const group = readGroup(tokens, RESULT_VERBS.has(lead) ? start - 1 : start);
  if (has(group, 'had', 'be') || isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, { at, from: Math.min(group.from, start - 1), to: at, direction, isLarge });
}

/** Tells whether "there is", "there was" or "there has been" stands before a token. */
function isExistential(tokens: Token[], start: number): boolean {
  const lead = [start - 3, start - 2, start - 1].map((index) => wordAt(tokens, index)).join(' ');
  return /\bthere (?:is|was|are|were|has been|have been)$/.test(lead);
}

/** Tells whether a verb of result stands before a token: "saw a rise", "led to a fall". */
function isResult(tokens: Token[], start: number): boolean {
  return RESULT_VERBS.has(wordAt(tokens, start - 1)) || RESULT_PAIR.test(readPair(tokens, start - 1));
}

const RESULT_PAIR = /^(?:led to|resulted in|brought about|contributed to)$/;

const readPair = (tokens: Token[], at: number): string => `${wordAt(tokens, at - 1)} ${wordAt(tokens, at)}`;

/** Words after "than" that compare with an earlier time. */
const EARLIER = /^(?:last|previous|before|it|they|ever|a|at|in|\d{4}.*)$/;

/** Reads "is higher than last year", "are down", "was up". */
function readComparison(tokens: Token[], at: number): Claim | null {
  const direction = COMPARED.get(wordAt(tokens, at));
  if (!direction) return null;
  const group = readGroup(tokens, at);
  if (!has(group, 'is', 'are', 'was', 'were', 'been') || has(group, 'had', 'be', 'being')) return null;
  if (isUnreal(tokens, group.from) || !isEndOfComparison(tokens, at)) return null;
  const isLarge = isLargeNear(tokens, group.from, at);
  return makeSubjectClaim(tokens, {
    at,
    from: group.from,
    to: at,
    direction,
    isNegated: group.isNegated,
    isLarge,
  });
}

function isEndOfComparison(tokens: Token[], at: number): boolean {
  const next = wordAt(tokens, at + 1);
  const then = wordAt(tokens, at + 2);
  if (next === '' || /^[.,;:–—]/.test(next)) return true;
  if (next === 'than')
    return (
      EARLIER.test(then) ||
      (then === 'the' && /^(?:last|previous|same|year|quarter)$/.test(wordAt(tokens, at + 3)))
    );
  if (next === 'to') return /^\p{N}/u.test(then) && COMPARED.get(wordAt(tokens, at)) !== 'better';
  if (next === 'by') return /^\p{N}/u.test(then);
  return /^(?:on|since|this|compared|again|and|but|overall)$/.test(next) && then !== 'top';
}

/** Reads "has remained stable", "stayed the same", "is unchanged". */
function readStability(tokens: Token[], at: number): Claim | null {
  const isSame = wordAt(tokens, at) === 'the' && wordAt(tokens, at + 1) === 'same';
  if (!isSame && !STABLE.has(wordAt(tokens, at))) return null;
  let verb = at - 1;
  while (ADVERBS.has(wordAt(tokens, verb)) || /^(?:fairly|quite|more|or|less)$/.test(wordAt(tokens, verb)))
    verb--;
  const isKept = /^(?:remained|remains|stayed|held|kept|remain)$/.test(wordAt(tokens, verb));
  const isState = /^(?:is|are|was|were|been)$/.test(wordAt(tokens, verb)) && !isSame;
  const end = isSame ? at + 1 : at;
  if ((!isKept && !isState) || !isWithoutObject(tokens, end)) return null;
  const group = readGroup(tokens, verb);
  if (has(group, 'had', 'be', 'being') || group.isNegated || isUnreal(tokens, group.from)) return null;
  return makeSubjectClaim(tokens, {
    at,
    from: Math.min(verb, group.from),
    to: end,
    direction: 'stable',
    isLarge: false,
  });
}

/** Reads "is at a record high", "is the highest ever", "the best on record". */
function readSuperlative(tokens: Token[], at: number): Claim | null {
  const word = wordAt(tokens, at);
  const next = wordAt(tokens, at + 1);
  const record = word === 'record' && /^(?:high|low)$/.test(next);
  const kind = SUPERLATIVES.get(word);
  const after = tokens
    .slice(at + 1, at + 5)
    .map(({ lower }) => lower)
    .join(' ');
  const isEver = /\bever\b|^(?:\S+ )?(?:on record|yet recorded)\b/.test(after);
  if (!record && !(kind && isEver)) return null;
  let lead = at - 1;
  while (/^(?:a|an|the|its|their|at|now|to|new)$/.test(wordAt(tokens, lead))) lead--;
  if (!/^(?:is|are|was|were|reached|hit|been|stands|remains)$/.test(wordAt(tokens, lead))) return null;
  const group = readGroup(tokens, lead);
  if (isUnreal(tokens, group.from) || group.isNegated || has(group, 'had')) return null;
  const direction = kind ?? (next === 'high' ? 'highest' : 'lowest');
  return makeSubjectClaim(tokens, {
    at,
    from: Math.min(lead, group.from),
    to: at + 1,
    direction,
    isLarge: false,
  });
}

/** Reads "has led to improved satisfaction", "resulted in fewer complaints". */
function readResult(tokens: Token[], at: number): Claim | null {
  const direction = RESULTING.get(wordAt(tokens, at));
  if (!direction) return null;
  let lead = at - 1;
  while (ADJECTIVES.has(wordAt(tokens, lead)) || ADVERBS.has(wordAt(tokens, lead))) lead--;
  const isPair = RESULT_PAIR.test(readPair(tokens, lead));
  if (!isPair && !RESULT_VERBS.has(wordAt(tokens, lead))) return null;
  const verb = isPair ? lead - 1 : lead;
  const group = readGroup(tokens, verb);
  return readObjectClaim(tokens, at, { ...group, from: Math.min(group.from, verb) }, direction, verb);
}
