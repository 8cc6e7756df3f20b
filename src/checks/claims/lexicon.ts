/** The directions that words claim. `moved` is a large change either way, and `kept` is no change for the worse. */
export type Direction =
  | 'up'
  | 'down'
  | 'better'
  | 'worse'
  | 'wider'
  | 'narrower'
  | 'stable'
  | 'kept'
  | 'moved'
  | 'highest'
  | 'lowest'
  | 'best'
  | 'worst';

type Form = 'base' | 'present' | 'past' | 'participle' | 'ing';

export interface VerbForm {
  direction: Direction;
  forms: Form[];
  /** The use of the verb: with an object, without one, or both. */
  use: 'with object' | 'without object' | 'both';
}

type Row = [Direction, VerbForm['use'], string];

/** Verbs with their forms: base, present, past, participle, -ing. A single form is regular. */
const VERBS: Row[] = [
  ['up', 'without object', 'rise rises rose risen rising'],
  ['up', 'both', 'increase'],
  ['up', 'without object', 'grow grows grew grown growing'],
  ['up', 'without object', 'climb'],
  ['up', 'without object', 'soar'],
  ['up', 'without object', 'surge'],
  ['up', 'with object', 'raise'],
  ['up', 'with object', 'boost'],
  ['up', 'with object', 'lift'],
  ['up', 'both', 'double'],
  ['up', 'both', 'strengthen'],
  ['down', 'both', 'weaken'],
  ['down', 'without object', 'fall falls fell fallen falling'],
  ['down', 'without object', 'drop drops dropped dropped dropping'],
  ['down', 'both', 'decrease'],
  ['down', 'without object', 'decline'],
  ['down', 'both', 'reduce'],
  ['down', 'with object', 'cut cuts cut cut cutting'],
  ['down', 'with object', 'lower'],
  ['down', 'without object', 'plunge'],
  ['down', 'without object', 'plummet'],
  ['down', 'without object', 'slump'],
  ['down', 'without object', 'dip dips dipped dipped dipping'],
  ['down', 'without object', 'slip slips slipped slipped slipping'],
  ['down', 'both', 'halve'],
  ['better', 'both', 'improve'],
  ['better', 'without object', 'recover'],
  ['worse', 'both', 'worsen'],
  ['worse', 'without object', 'deteriorate'],
  ['narrower', 'both', 'narrow'],
  ['wider', 'both', 'widen'],
];

const FORMS: Form[] = ['base', 'present', 'past', 'participle', 'ing'];

export const VERB_FORMS: ReadonlyMap<string, VerbForm> = makeVerbForms();

function makeVerbForms(): Map<string, VerbForm> {
  const found = new Map<string, VerbForm>();
  for (const [direction, use, words] of VERBS)
    (words.includes(' ') ? words.split(' ') : inflect(words)).forEach((word, index) => {
      const form = FORMS[index];
      if (form) found.set(word, { direction, use, forms: [...(found.get(word)?.forms ?? []), form] });
    });
  return found;
}

function inflect(base: string): string[] {
  const stem = base.replace(/e$/, '');
  return [base, `${base}s`, `${stem}ed`, `${stem}ed`, `${stem}ing`];
}

/** Nouns of direction. */
export const NOUNS: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ...['rise', 'rises', 'increase', 'increases', 'growth', 'surge'].map((word) => [word, 'up'] as const),
  ...['fall', 'falls', 'drop', 'drops', 'decrease', 'decreases', 'decline', 'reduction', 'reductions'].map(
    (word) => [word, 'down'] as const,
  ),
  ...['improvement', 'improvements', 'success', 'successes'].map((word) => [word, 'better'] as const),
  ...['deterioration', 'worsening'].map((word) => [word, 'worse'] as const),
]);

/** Adjectives and adverbs after "is": "is higher", "are down". */
export const COMPARED: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['higher', 'up'],
  ['up', 'up'],
  ['lower', 'down'],
  ['down', 'down'],
  ['better', 'better'],
  ['worse', 'worse'],
  ['wider', 'wider'],
  ['narrower', 'narrower'],
]);

/** Adjectives before a measure's name, as the result of something: "led to improved satisfaction". */
export const RESULTING: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['higher', 'up'],
  ['increased', 'up'],
  ['rising', 'up'],
  ['growing', 'up'],
  ['lower', 'down'],
  ['reduced', 'down'],
  ['falling', 'down'],
  ['fewer', 'down'],
  ['declining', 'down'],
  ['improved', 'better'],
  ['improving', 'better'],
  ['better', 'better'],
  ['worsening', 'worse'],
  ['worse', 'worse'],
]);

export const STABLE = new Set(words('stable steady unchanged constant static flat'));

export const SUPERLATIVES: ReadonlyMap<string, Direction> = new Map<string, Direction>([
  ['highest', 'highest'],
  ['lowest', 'lowest'],
  ['best', 'best'],
  ['worst', 'worst'],
]);

/** Words for a large change: with one of them, a change that may be chance alone is a contradiction. */
export const LARGE = new Set(
  words(
    'significant significantly sharp sharply marked markedly dramatic dramatically substantial substantially considerable considerably steep steeply notable notably large major huge massive greatly strongly',
  ),
);

/** Words between an auxiliary and its verb, or between an article and its noun. */
export const ADVERBS = new Set([
  ...LARGE,
  ...words(
    'also still now both all again already since only even just further steadily slightly clearly gradually consistently generally overall broadly largely really greatly much far well very fairly relatively recently once then too though therefore however thus indeed certainly continually always',
  ),
]);

export const ADJECTIVES = new Set([
  ...LARGE,
  ...words(
    'further continued continuing sustained overall slight small modest steady recent real clear general welcome percentage point points great good pleasing encouraging disappointing worrying year-on-year annual per cent clear lasting big notable additional',
  ),
]);

export const NEGATIONS = new Set(
  words(
    "not never no n't hasn't haven't didn't isn't aren't wasn't weren't hardly barely scarcely nor neither",
  ),
);

export const AUXILIARIES = new Set(
  words(
    "has have had is are was were been being be did does do having hasn't haven't didn't isn't aren't wasn't weren't",
  ),
);

/** Words of a clause that make it a wish, a plan, a possibility or a condition. */
export const UNREAL = new Set(
  words(
    "will would shall should can could might must ought cannot won't can't if unless whether until expected expects expect hoped hopes hope intended intends intend planned plans likely due aims aim aimed seeks seek sought designed forecast predicted projected projects wants want wishes try tries trying tried attempt attempts attempting when whenever where how needs need needed asked ask potential possible target targets ensure enable enables helps help lets without instead unable failed fails fail yet nobody none nothing",
  ),
);

/** Words before a noun of direction that make it something feared, avoided or aimed at. */
export const UNASSERTED = new Set([
  ...UNREAL,
  ...words(
    'any no risk prevent prevented prevents halt halted avoid avoided reverse reversed stop stopped stem tackle slow slowed address against towards toward objective goal purpose priority priorities ambition opportunity opportunities for aiming about responsible focus focused focuses require requires required measure measures action actions need needs seeking secure include includes including depends depend to former',
  ),
]);

/** Words that end a claim of the authority: another speaker follows, or another place, time or group. */
export const OTHERS = new Set(
  words(
    'nationally national nationwide england wales scotland britain uk elsewhere regional regionally other others similar comparable average neighbouring peer peers pilot pilots trial among amongst some several certain aged groups parts men women boys girls except excluding individual first initially historically temporarily briefly partly',
  ),
);

/** Verbs of saying and thinking: the claim is another speaker's. */
export const SPEECH = new Set(
  words(
    'believe believes believed think thinks thought say says said feel feels felt perceive perceives perceived claim claims claimed argue argues argued suggest suggests suggested told asked asks wonder assume assumes assumed imagine example illustrates hypothetical myth',
  ),
);

export const RESULT_VERBS = new Set(
  words(
    'brought delivered produced achieved seen saw shows showed shown recorded enjoyed experienced secured',
  ),
);

/** Words that end the name of a measure after a verb or a preposition. */
export const PHRASE_ENDS = new Set(
  words(
    'by through because after since as to from during over than so this last despite when while whilst although though whereas but which that who until before compared following thanks where if and shows show showed shown reflects reflect means meant comes came follows followed led leads continues remains makes made is are was were has have had will would can could into against between under without if again and each every',
  ),
);

/** Words that begin a clause of their own. */
export const CLAUSE_STARTS = new Set(
  words(
    'that which who whose while whilst although though whereas because but so when where if than yet how what',
  ),
);

export const PUNCTUATION = new Set([',', ';', ':', '–', '—', '.', '!', '?', '“', '”', '"', '…', '•']);

function words(text: string): string[] {
  return text.split(' ');
}
