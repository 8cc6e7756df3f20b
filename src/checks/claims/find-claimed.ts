import type { Indicator } from '../../model/indicator.js';
import type { SentenceInContext } from './claim-context.js';
import type { Claim } from './claim.js';
import { findNaming, listStems, type MeasureNames } from './measure-names.js';
import { findClauseStart, type Phrase } from './phrases.js';
import type { Token } from './tokens.js';

/** The measures that a claim is about, and the phrase that names them. */
export interface Claimed {
  measures: Indicator[];
  phrase: Phrase | null;
}

/** Finds the measures that a claim is about. Several are possible, as in "performance has improved". */
export function findClaimed(
  claim: Claim,
  tokens: Token[],
  context: SentenceInContext,
  names: MeasureNames,
): Claimed {
  const printed = findPrinted(claim, tokens, context);
  if (printed) return { measures: [printed], phrase: null };
  if (claim.phrases.length === 0) return { measures: findAntecedent(context, claim), phrase: null };
  const found = claim.phrases.map((phrase) => ({ phrase, naming: findNaming(phrase.words, names) }));
  for (const { phrase, naming } of found)
    if (naming.kind === 'named')
      return { measures: isTopic(claim, tokens, naming.measures) ? [] : naming.measures, phrase };
  const [first] = found;
  if (!first) return { measures: [], phrase: null };
  return { measures: findPointedAt(first, claim, context, names), phrase: first.phrase };
}

const SPEAKERS =
  /^(?:members?|councillors?|cllrs?|chair|chairman|chairwoman|committee|board|panel|report|audit|inspectors?|residents|unions?)$/;

/** Recognises "raised" as a verb of speech: "members raised missed bins", "raised waiting times with …". */
function isTopic({ at, from }: Claim, tokens: Token[], measures: Indicator[]): boolean {
  if (tokens[at]?.lower !== 'raised') return false;
  const isCount = measures.some(({ value }) => value.unit === 'count');
  return (
    isCount || tokens.slice(findClauseStart(tokens, from), from).some(({ lower }) => SPEAKERS.test(lower))
  );
}

/** Finds what "it", "performance" or a subject that repeats the heading points at: "performance for street cleaning". */
function findPointedAt(
  { phrase, naming }: { phrase: Phrase; naming: ReturnType<typeof findNaming> },
  claim: Claim,
  context: SentenceInContext,
  names: MeasureNames,
): Indicator[] {
  if (naming.kind === 'pronoun') return context.before;
  const headingStems = new Set(listStems(context.headingWords, names.acronyms));
  const isGeneral = findNaming(phrase.words, names, headingStems).kind === 'general';
  return isGeneral ? findAntecedent(context, claim) : [];
}

/** Finds what "performance" or "the improvement" is about: a figure of the sentence, of the one before, of the heading or of the next. */
function findAntecedent(
  { cited, before, heading, after }: SentenceInContext,
  { direction }: Claim,
): Indicator[] {
  const [near] = [cited, before, heading].filter((measures) => measures.length > 0);
  if (near) return near;
  return direction === 'moved' || direction === 'better' || direction === 'worse' ? after : [];
}

/** Finds the measure whose current figure follows a verb: "fell to 12,345". */
function findPrinted({ at }: Claim, tokens: Token[], { cited }: SentenceInContext): Indicator | undefined {
  const next = tokens.slice(at + 1, at + 4);
  if (!/^(?:to|at)$/.test(next[0]?.lower ?? '')) return undefined;
  const figure = next.find((token) => token.figure !== null)?.figure;
  return cited.find(({ id, value }) => figure?.id === id && figure.value === value.value);
}
