import { type Dossier, SECRETARY_OF_STATE } from '../dossier/dossier.ts';
import type { NameForm, Person } from '../dossier/records.ts';
import { US_STATE } from '../text/lexicon.ts';
import type { Mention } from '../text/mention.ts';
import type { Paragraph, Sentence } from '../text/paragraphs.ts';
import { cue, DOUBT, FICTION, NEGATION, NOT_IN_OFFICE, QUESTION, says } from './cues.ts';
import type { CheckContext, Fix, Report, Rule } from './rule.ts';
import { heldAtNone } from './tenure.ts';

/** The sentence is about the name itself. */
const ABOUT_NAMES = cue(
  'mis-?(?:spel~|nam~|nomer~|print~)|sp(?:ells?|elled|elt|elling)|typos?|names?|named|(?:has|gives?|puts?) .{1,40} for|graded?|dubs|dubbed|refer~|write|writes|printed?|prints|renders?|so-called',
  'alias|aka|nickname~|pseudonym|caption|place card|letters?|search~|known as|appear~ as|turn~ .{1,40} into|garbl~|slip|variant|form|transcri~',
  'опечат~|назва~|называ~|имен\\p{L}{1,3}|имя|зовут|написан~|пишут|фамили~',
);
/** Before a name: `the page calls the secretary`. */
const NAMING = /(?<!\p{L})call(?:s|ed|ing)?(?:\s[\p{L}'’-]+){0,4}\s$/iu;
/** An office, or what has to do with one. */
const OFFICE = cue(
  'secretar(?:y|ies)(?: of state)?',
  'state department|foreign ministers?|foreign policy|diplomat~',
  'госсекретар~|госдеп~|министр~',
);
const SECRETARY = cue('secretar(?:y|ies) of state', 'госсекретар~');
const DIPLOMACY = cue(
  'met|meets?|meetings?|talk(?:s|ed)?|negotiat~|summit|embassy|delegation|washington|moscow|riyadh|ukraine|russian?|american|flew|arrived|came|встре~|переговор~',
);
/** Somebody who takes pictures, translates, reports, or whom the writer knows. */
const CREDIT = cue(
  "photo~|picture|translat~|interpret~|thanks|reports? from|reporting|edit(?:ed|or)|interview~|author|written|wrote|sister|mother|wife|daughter|I|I['’]~|my|me|our|фото|перев~",
);
const COUNTERPART = cue('counterpart|colleague|opposite number|host|guest|minister');
const SHE = cue('she|hers?|herself|она|е[её]');
const HE = cue('he|his|him|himself|он|его');
/** Behind a name: somebody in particular who is not the one of the record. */
const SOMEBODY =
  /^(?:,\s(?:an?|our|my|one|the (?:mother|sister|wife|daughter|owner|author|aunt|head of the))\s|,?\s\(?(?:of|from|born|aged?)\s|,\s\(?\d\d[,)]|\s\((?!sic|since|from|US|\d))/u;
/** Before a name: `my neighbour`, `biographer`, `a reader,`. */
const OCCUPATION =
  /(?:(?<!\p{L})one\s|(?<!\p{L})(?:an?|our|my|his|her|their|one)\s(?:[\p{L}-]+\s){0,3}(?!(?:from|of|by|with|to|for|in|on|at|and|or|as|that|than|about)[\s,])[\p{L}-]+,?\s|(?<!\p{L})(?!(?:after|over|under|or|for|never|ever|however|per|rather|together|either|neither|later|earlier|whether|other|another|further|minister|number|offer|her)\s)(?:[\p{L}-]*(?:er|or|ist|ian|ess|mate|man|woman)|friend|nurse|neighbou?r|cousin|sister|wife|daughter|aunt|student|coach|pilot|clerk|mayor|fan|guide|cook|chef|judge|model|star|named)\s)$/iu;

/** `US Secretary of State James Kerry`: whose office it is, the given names, the surname. */
const TITLED =
  /(?<![\p{L}.-])((?:(?:U\.S\.|US|American|United States)(?:'s|’s)?\s+)?)[Ss]ecretary\s+of\s+[Ss]tate\s+((?:\p{Lu}[\p{L}'-]+\.?\s+){1,2})(\p{Lu}[\p{L}-]+)(?![\p{L}-])|(?<!\p{L})[Гг]оссекретар[ьяюе]м?\s+(США)\s+((?:\p{Lu}\p{Ll}+\s+){1,2})(\p{Lu}\p{Ll}+)(?![\p{L}-])/gu;
const NO_GIVEN_NAME = cue(
  'mr|mrs|ms|dr|sen|senator|general|gen|governor|and|of|the|for|on|in|at|mon|tues|(?:mon|tues|wednes|thurs|fri|satur|sun)day',
);

const wrongForm = (person: Person, form: string): NameForm | undefined =>
  person.forms.find(each => each.form === form && (each.kind === 'misnomer' || each.kind === 'misspelling'));

/** The right form in place of a wrong one, written as that stands in the text; `undefined` where that is not sure. */
function rightForm(person: Person, wrong: NameForm, written: string): string | undefined {
  const language = wrong.language ?? 'en';
  const full = /[\s·・]/.test(wrong.form);
  const candidates = person.forms.filter(
    ({ kind, language: other = 'en' }) => kind === (full ? 'full' : 'surname') && other === language,
  );
  const right =
    full && language === 'en' ? person.name : candidates.length === 1 ? candidates[0]?.form : undefined;
  if (right === undefined) return undefined;
  const plain = written.replace(/\s+/g, ' ');
  if (plain === wrong.form) return right;
  if (plain === wrong.form.toUpperCase()) return right.toUpperCase();
  // `Sergey Lavror`: the given name stands before the form.
  return plain.endsWith(` ${wrong.form}`)
    ? written.slice(0, written.length - wrong.form.length) + right
    : undefined;
}

/** Whether the writer's own words stand in a range, and not a quotation or the text of a link. */
function isOwn(
  paragraph: Paragraph,
  { narration, start: from }: Sentence,
  start: number,
  end: number,
): boolean {
  if (paragraph.quoted || narration.slice(start - from, end - from).trim().length < end - start) return false;
  const before = narration.slice(Math.max(0, start - from - 200), start - from);
  const open = before.lastIndexOf('[');
  const close = narration.indexOf(']', end - from);
  if (open < 0 || open < before.lastIndexOf(']') || close < 0 || close - (end - from) > 200) return true;
  // A link's text that is more than the name is the title of what it leads to.
  return (
    before.slice(open + 1).replace(/[*_\s]/g, '') +
      narration.slice(end - from, close).replace(/[*_\s]/g, '') ===
    ''
  );
}

/** Whether there is a sign that the person of the record is meant, who does not really bear that name. */
function isMeant(
  paragraph: Paragraph,
  { narration, mentions, start }: Sentence,
  person: Person,
  mention: Mention,
  { dossier }: CheckContext,
): boolean {
  if (says(narration, OFFICE)) return true;
  const pronoun = person.gender === 'male' ? SHE : person.gender === 'female' ? HE : undefined;
  if (says(narration, CREDIT) || (pronoun !== undefined && says(narration, pronoun))) return false;
  const isInOffice = ({ people: [id = ''] }: Mention): boolean =>
    id !== person.id && (dossier.people.get(id)?.offices.length ?? 0) > 0;
  const beside = mentions.filter(isInOffice);
  const parted = (other: Mention): boolean =>
    narration
      .slice(Math.min(other.end, mention.end) - start, Math.max(other.start, mention.start) - start)
      .includes(';');
  if (beside.some(other => !parted(other))) return true;
  return (
    says(paragraph.prose.slice(0, 5000), SECRETARY) ||
    (paragraph.mentions.some(isInOffice) && says(narration, DIPLOMACY))
  );
}

function checkMention(
  paragraph: Paragraph,
  sentence: Sentence,
  mention: Mention,
  context: CheckContext,
  report: Report,
): void {
  const [id] = mention.people;
  const person = mention.people.length === 1 && id !== undefined ? context.dossier.people.get(id) : undefined;
  const wrong = person && wrongForm(person, mention.form);
  const { nameStart: start, nameEnd: end, title } = mention;
  if (!wrong || !isOwn(paragraph, sentence, start, end)) return;
  const { narration, start: from } = sentence;
  const before = narration
    .slice(Math.max(0, mention.start - from - 60), mention.start - from)
    .replace(/[*_[\]]/g, '');
  const after = narration.slice(end - from, end - from + 80).replace(/[*_[\]]/g, '');
  const titled = title !== undefined && says(title, OFFICE);
  if (title !== undefined && !titled && wrong.kind === 'misnomer') return;
  const apposition = /^,\s((?:the|his|her|its|their|\p{L}+['’]s)\s[^,.;:()]{2,60})[,.;)]/u.exec(after)?.[1];
  if (apposition !== undefined && !says(apposition, OFFICE, COUNTERPART)) return;
  if (SOMEBODY.test(after) || (!titled && OCCUPATION.test(before))) return;
  const misnomer = wrong.kind === 'misnomer';
  if (misnomer && !titled && /^,\swho\s(?!became|is|was|has been|took)/.test(after)) return;
  if (misnomer && !titled && !isMeant(paragraph, sentence, person, mention, context)) return;
  const rightBeside = sentence.mentions.some(
    other => other !== mention && other.people[0] === id && !wrongForm(person, other.form),
  );
  if (rightBeside || NAMING.test(before) || isAboutNames(narration)) return;
  const written = context.analysis.text.slice(start, end);
  const right = rightForm(person, wrong, written);
  const { t } = context.voice;
  report({
    start,
    end,
    message: misnomer
      ? t(
          '“{0}” is a mistake of one source; the name is {1} ({2}).',
          wrong.form,
          person.name,
          person.offices[0]?.title ?? person.id,
        )
      : t('The name is spelt {0}.', right ?? person.name),
    fixes: right === undefined ? [] : [replacement(start, end, right, context)],
    because: [
      { type: 'person', id: person.id },
      ...context.dossier
        .disputesAbout({ person: person.id })
        .filter(
          ({ positions }) =>
            misnomer &&
            positions.some(({ evidence }) => evidence.some(each => each.supports?.includes('name'))),
        )
        .map(dispute => ({ type: 'dispute' as const, id: dispute.id })),
    ],
  });
}

const isAboutNames = (narration: string): boolean =>
  says(narration, ABOUT_NAMES, DOUBT, FICTION, QUESTION) ||
  /(?<!\p{L})not(?!\p{L})\s+\p{Lu}/u.test(narration);

const replacement = (start: number, end: number, text: string, { voice }: CheckContext): Fix => ({
  title: voice.t('Change to “{0}”', text),
  edits: [{ start, end, text }],
});

/** Given names by which somebody may be called who bears `names`: `Condi` for Condoleezza. */
const mayBe = (given: string, names: readonly string[]): boolean =>
  names.some(name => name.slice(0, 3).toLowerCase() === given.slice(0, 3).toLowerCase());

/** A secretary of state with somebody else's given name. */
function checkTitled(paragraph: Paragraph, sentence: Sentence, context: CheckContext, report: Report): void {
  const { narration, start: from } = sentence;
  const { dossier, voice } = context;
  for (const match of narration.matchAll(TITLED)) {
    const given = (match[2] ?? match[5] ?? '').trim();
    const surname = match[3] ?? match[6] ?? '';
    const person = secretaryNamed(dossier, surname);
    const office = person && dossier.office(person, SECRETARY_OF_STATE);
    if (!person || !office) continue;
    const [first = ''] = given.split(/\s+/);
    const end = from + match.index + match[0].length;
    const start = end - match[0].length + match[0].lastIndexOf(match[2] ?? match[5] ?? '');
    if (sentence.mentions.some(mention => mention.start < end && mention.end > start)) continue;
    const american = (match[1] ?? match[4] ?? '') !== '';
    const beside = sentence.mentions.some(
      ({ people: [id = ''] }) => (dossier.people.get(id)?.offices.length ?? 0) > 0,
    );
    const givens = person.forms
      .filter(({ form, kind }) => kind === 'full' && form.endsWith(` ${surname}`))
      .map(({ form }) => form);
    const isNamesake = (person.confusableWith ?? []).some(
      other => other.includes(`${first} ${surname}`) && /secretary of state/i.test(other),
    );
    if (
      !(american || beside) ||
      isNamesake ||
      first.length < 3 ||
      says(given, NO_GIVEN_NAME) ||
      mayBe(first, givens)
    )
      continue;
    const before = narration.slice(Math.max(0, match.index - 25), match.index);
    const after = narration.slice(match.index + match[0].length, match.index + match[0].length + 60);
    if (says(/[^,;:()]*$/.exec(before)?.[0] ?? '', NOT_IN_OFFICE) || (!american && isOfState(before)))
      continue;
    if (
      !isOwn(paragraph, sentence, start, end) ||
      SOMEBODY.test(after) ||
      says(after, NOT_IN_OFFICE) ||
      isAboutNames(narration)
    )
      continue;
    if (
      heldAtNone(
        [office],
        sentence.dates.map(({ date }) => date),
      ) ||
      says(narration.slice(0, match.index), NEGATION)
    )
      continue;
    report({
      start,
      end,
      message: voice.t(
        'No US secretary of state has this name. The one with this surname is {0}.',
        person.name,
      ),
      fixes: match[4] === undefined ? [replacement(start, end, person.name, context)] : [],
      because: [{ type: 'person', id: person.id }],
    });
  }
}

/** `California's Secretary of State`; a place with a preposition is where it happened. */
function isOfState(before: string): boolean {
  const [, preposition, name = ''] =
    /(?:(?<!\p{L})(in|at|from|to)\s)?(?<!\p{L})(\p{Lu}[\p{L}'’.-]+)\s$/iu.exec(before) ?? [];
  if (!/^\p{Lu}/u.test(name) || /^(?:But|And|Then|Yet|So|When|While|As|In|On|At)$/.test(name)) return false;
  return preposition === undefined || US_STATE.test(`, ${name}`);
}

const secretaryNamed = (dossier: Dossier, surname: string): Person | undefined =>
  dossier.secretaries.find(({ forms }) =>
    forms.some(({ form, kind }) => kind === 'surname' && form === surname),
  );

/** A person called by a wrong name, or by a wrong spelling of the right one. */
export const misnamedPerson: Rule = {
  code: 'misnamed-person',
  severity: 'warning',
  paragraph(paragraph, context, report) {
    for (const sentence of paragraph.sentences) {
      if (sentence.narration.length > 2000) continue;
      for (const mention of sentence.mentions) checkMention(paragraph, sentence, mention, context, report);
      checkTitled(paragraph, sentence, context, report);
    }
  },
  explain: ({ t }) => ({
    title: t('Misnamed person'),
    paragraphs: [
      t(
        'Reports a name that the dossier knows as wrong: a misspelling, a name that only a bad source gives, or a US secretary of state with somebody else’s given name.',
      ),
      t(
        'A wrong name that others really bear counts only beside an office or another person of the dossier.',
      ),
      t('Quotations, and sentences that speak of the name itself, are left alone.'),
    ],
  }),
};
