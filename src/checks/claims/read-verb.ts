import { type Claim, makeSubjectClaim, readObjectClaim } from './claim.js';
import { type Direction, PUNCTUATION, VERB_FORMS, type VerbForm } from './lexicon.js';
import { findClauseStart, listObjects } from './phrases.js';
import { readChanged, readGone } from './read-change.js';
import type { Token } from './tokens.js';
import { has, isUnreal, isWithoutObject, readGroup, type VerbGroup, wordAt } from './verb-group.js';

/** Reads "has improved", "rose", "continues to fall", "have succeeded in raising". */
export function readVerb(tokens: Token[], at: number): Claim | null {
  const word = wordAt(tokens, at);
  const verb = VERB_FORMS.get(word);
  if (!verb) return word === 'changed' ? readChanged(tokens, at) : readGone(tokens, at);
  const success = verb.forms.includes('ing') ? findSuccess(tokens, at) : null;
  if (success !== null)
    return readObjectClaim(tokens, at, readGroup(tokens, success), verb.direction, success);
  if (/^(?:to|help|helped)$/.test(wordAt(tokens, at - 1)) && verb.forms.includes('base'))
    return readInfinitive(tokens, at, verb);
  const group = readGroup(tokens, at);
  return isFinite(tokens, at, verb.forms, group) ? finishVerb(tokens, at, group, verb, group.from) : null;
}

/** Reads "helped to reduce", "continues to rise", "work to raise confidence has succeeded". */
function readInfinitive(tokens: Token[], at: number, verb: VerbForm): Claim | null {
  const lead = wordAt(tokens, at - 1) === 'to' ? at - 2 : at - 1;
  const word = wordAt(tokens, lead);
  if (/^(?:helped|managed)$/.test(word))
    return readObjectClaim(tokens, at, readGroup(tokens, lead), verb.direction, lead);
  if (isAchievedLater(tokens, at)) return readAchieved(tokens, at, verb.direction);
  if (!/^(?:continues|continue|continued)$/.test(word)) return null;
  return finishVerb(tokens, at, readGroup(tokens, lead), verb, lead);
}

/** Returns true if "has succeeded" follows an aim in its clause: "work to raise confidence has succeeded". */
function isAchievedLater(tokens: Token[], at: number): boolean {
  const rest = tokens.slice(at + 1, at + 13);
  const end = rest.findIndex(({ text }) => PUNCTUATION.has(text));
  const words = (end < 0 ? rest : rest.slice(0, end)).map(({ lower }) => lower).join(' ');
  return /\b(?:has|have) (?:clearly )?(?:succeeded|worked|paid off|been successful|borne fruit)\b/.test(
    words,
  );
}

function readAchieved(tokens: Token[], at: number, direction: Direction): Claim | null {
  const phrases = listObjects(tokens, at + 1);
  return { direction, isLarge: false, isNegated: false, phrases, from: at - 1, to: at, at };
}

/** Finds the token before "raising" that says it was achieved: "succeeded in", "the success of the programme in". */
function findSuccess(tokens: Token[], at: number): number | null {
  if (!/^(?:in|at|with)$/.test(wordAt(tokens, at - 1))) return null;
  if (/^(?:succeeded|success|successes|successful|effective)$/.test(wordAt(tokens, at - 2))) return at - 2;
  const start = Math.max(findClauseStart(tokens, at - 2), at - 10);
  const index = tokens.slice(start, at - 2).findIndex(({ lower }) => lower === 'success');
  const isStated = index > 0 && /^(?:the|our|its|their)$/.test(wordAt(tokens, start + index - 1));
  return isStated ? start + index : null;
}

/** Returns true if a verb form states a fact: "rose", "has risen", "is rising", "was reduced". "Had risen" is about an earlier time. */
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

/** Makes the claim of a finite verb, about its object if it has one, else about its subject. */
function finishVerb(
  tokens: Token[],
  at: number,
  group: VerbGroup,
  { direction, use, forms }: VerbForm,
  from: number,
): Claim | null {
  const isPassive = has(group, 'is', 'are', 'was', 'were', 'been') && !forms.includes('ing');
  const hasObject = !isPassive && use !== 'without object' && !isWithoutObject(tokens, at);
  if (hasObject) return readObjectClaim(tokens, at, group, direction, from);
  if ((use === 'with object' && !isPassive) || isUnreal(tokens, group.from)) return null;
  const { isNegated } = group;
  return makeSubjectClaim(tokens, { at, from: Math.min(from, group.from), to: at, direction, isNegated });
}
