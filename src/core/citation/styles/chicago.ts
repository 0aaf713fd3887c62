import type { CslItem, CslPerson } from '../csl-item.ts';
import { pageRange } from '../locators.ts';
import type { RichText } from '../rich-text.ts';
import { type WrittenDate, writtenDate } from './dates.ts';
import { asPublished, isLaw, law, shortTitle } from './editing.ts';
import { linkOf, ordinal } from './english.ts';
import { isPlural, type NameForm, nameList } from './names.ts';
import { capital, curly, finish, italics, join, type Part, quoted, rich, sentence, wrap } from './parts.ts';
import { type Labels, labelled, locatorOf } from './places.ts';
import type { Place } from './style.ts';
import { headline } from './title-case.ts';

/**
 * What the notes and the author-date references of the Chicago Manual of Style, 18th edition, have in common (chapters 13
 * and 14). Numbers in comments are its sections.
 */

/** In a note commas part the elements, in an entry full stops; an entry of author-date has the year behind the author. */
export type Mode = 'note' | 'entry' | 'dated-entry';

/** Types whose title is that of a whole work: in italics, with the publisher behind it. */
const WHOLE: ReadonlySet<string> = new Set(['book', 'report', 'motion_picture']);
/** Types of which the year alone is given. */
const YEAR_ONLY: ReadonlySet<string> = new Set([...WHOLE, 'chapter', 'thesis', 'paper-conference']);
/** Types whose container has a title in italics; a website's is in roman (14.104). */
const ITALIC_CONTAINER: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'broadcast',
  'interview',
  'post-weblog',
]);
/** Types that stand in a periodical, whose publisher is not given. */
const PERIODICAL: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'post-weblog',
]);

const LABELS: Labels = {
  page: ['', ''],
  paragraph: ['para.', 'paras.'],
  chapter: ['chap.', 'chaps.'],
  section: ['sec.', 'secs.'],
  volume: ['vol.', 'vols.'],
  line: ['line', 'lines'],
  figure: ['fig.', 'figs.'],
};

/** Three names and more are cut down in a note, seven and more in an entry (13.23). */
const IN_NOTE: NameForm = { and: ' and ', most: 2, shown: 1, etAl: ' et al.' };
const SHORT: NameForm = { ...IN_NOTE, short: true };
const IN_ENTRY: NameForm = {
  and: ' and ',
  most: 6,
  shown: 3,
  etAl: ', et al.',
  inverted: 'first',
  particleLast: true,
};
const LISTED: NameForm = { ...IN_ENTRY, inverted: undefined };

/** Titles are quoted where the work is part of something, or unpublished, and in italics where it stands alone. */
function title(item: CslItem, short = false): RichText {
  const text = short ? shortTitle(item) : (item.title ?? '');
  const cased = item.type === 'post' ? text : headline(text, item.language);
  const alone = item['container-title'] === undefined && ['broadcast', 'post-weblog'].includes(item.type);
  return WHOLE.has(item.type) || alone ? italics(curly(cased)) : quoted(cased);
}

function container(item: CslItem): RichText {
  const name = item['container-title'];
  if (!name) return [];
  const cased = headline(curly(name), item.language);
  return ITALIC_CONTAINER.has(item.type) || item.type === 'chapter' || item.type === 'paper-conference'
    ? italics(cased)
    : rich(cased);
}

/** What stands in an author's place where there is none (14.87, 14.104): editors, a periodical, who runs a website. */
interface Author {
  readonly names?: readonly CslPerson[];
  readonly role?: 'ed' | 'trans';
  readonly instead?: RichText;
  /** The field that has been used up, and is not given again. */
  readonly used?: 'editor' | 'translator' | 'container-title' | 'publisher';
}

function authorOf(item: CslItem, mode: Mode | 'short'): Author {
  const { type, author, editor, translator, publisher } = item;
  if (author?.length) return { names: author };
  if (editor?.length) return { names: editor, role: 'ed', used: 'editor' };
  if (translator?.length) return { names: translator, role: 'trans', used: 'translator' };
  if (mode === 'note') return {};
  const within = item['container-title'];
  const periodical = type === 'article-magazine' || type === 'article-newspaper';
  if (within && (periodical || (type === 'broadcast' && mode !== 'short'))) {
    return { instead: container(item), used: 'container-title' };
  }
  if (type === 'webpage') {
    if (publisher) return { instead: rich(publisher), used: 'publisher' };
    if (within) return { instead: container(item), used: 'container-title' };
  }
  return {};
}

function authorPart(author: Author, form: NameForm, roles: boolean): RichText {
  if (author.instead) return author.instead;
  const names = nameList(author.names, form);
  if (!names || !author.role || !roles) return rich(names);
  return rich(`${names}, ${author.role}${author.role === 'ed' && isPlural(author.names) ? 's' : ''}.`);
}

/** What is only inferred stands in brackets (14.44): `[2005?]` where uncertain, `[ca. 2005]` where approximate. */
function guessed(date: WrittenDate | undefined, part: 'full' | 'year' | 'month'): string {
  const text = date?.write(part) ?? '';
  if (!date || text === '' || !(date.uncertain || date.approximate)) return text;
  return `[${date.approximate ? 'ca. ' : ''}${text}${date.uncertain ? '?' : ''}]`;
}

/** The date as its type wants it; `n.d.` for what is published without one, but not for a page, whose visit is dated. */
function dateOf(item: CslItem, mode: Mode): string {
  const date = writtenDate(item.issued);
  if (mode === 'dated-entry') {
    if (!date || YEAR_ONLY.has(item.type)) return '';
    if (item.type !== 'article-journal' || !(item.volume || item.issue)) return date.write('rest');
    return item.volume && item.issue ? '' : date.write('month-alone');
  }
  if (!date) return item.type === 'webpage' || isPrivate(item) ? '' : 'n.d.';
  if (YEAR_ONLY.has(item.type)) return guessed(date, 'year');
  const journal = item.type === 'article-journal' && (item.volume ?? item.issue);
  return guessed(date, !journal ? 'full' : item.volume && item.issue ? 'year' : 'month');
}

/** An interview that nobody else can look up (14.111). */
const isPrivate = ({ type, publisher, URL, ...item }: CslItem): boolean =>
  type === 'interview' && !item['container-title'] && !publisher && !URL;

/** Volume, issue and pages of a journal: ` 36, no. 4 (1979): 12–17`; author-date ` 36 (4): 12–17`. */
function journal(item: CslItem, mode: Mode, at: Part): RichText {
  const { volume, issue, page } = item;
  const when = dateOf(item, mode);
  const dated = mode === 'dated-entry';
  const numbers =
    dated && volume && issue ? rich(`${volume} (${issue})`) : join(', ', volume, wrap('no. ', issue));
  const parts = join(volume ? ' ' : ', ', container(item), numbers);
  const all = volume || issue ? join(' ', parts, wrap('(', when, ')')) : join(', ', parts, when);
  const pages = rich(at).length > 0 ? at : page && pageRange(page, 'chicago');
  return join(volume || issue ? ': ' : ', ', all, pages);
}

/** Editors and translators behind a title, with the words of the mode. */
function contributors(item: CslItem, mode: Mode, used: Author['used']): string[] {
  const inNote = mode === 'note';
  const form = inNote ? IN_NOTE : LISTED;
  const by = (names: string, note: string, entry: string): string =>
    names ? `${inNote ? note : entry} ${names}` : '';
  return [
    used === 'editor' ? '' : by(nameList(item.editor, form), 'ed.', 'edited by'),
    used === 'translator' ? '' : by(nameList(item.translator, form), 'trans.', 'translated by'),
  ].filter(Boolean);
}

const edition = ({ edition: number }: CslItem): string =>
  number === undefined ? '' : /^\d+$/.test(number) ? `${ordinal(number)} ed.` : number;

function numbered({ genre, number }: CslItem, mode: Mode): string {
  if (!number) return genre && mode !== 'note' ? capital(genre) : (genre ?? '');
  const count = /^\d/.test(number) ? `no. ${number}` : number;
  const [what, which] = mode === 'note' ? [genre, count] : [genre && headline(genre, 'en'), capital(count)];
  return [what, which].filter(Boolean).join(' ');
}

/** Publisher, or place without one, and date, as a whole work has them; the place is not given otherwise. */
const facts = (item: CslItem, mode: Mode, ...before: Part[]): RichText =>
  join(
    ', ',
    ...before,
    item.publisher ?? item['publisher-place'],
    mode === 'dated-entry' ? '' : dateOf(item, mode),
  );

/** The elements behind the author, without the locator where it stands at the end. */
function elements(item: CslItem, mode: Mode, used: Author['used'], at: Part, inVolume: boolean): RichText[] {
  const inNote = mode === 'note';
  const { type, volume, section, genre } = item;
  if (WHOLE.has(type)) {
    const vol = volume && !inVolume ? `vol. ${volume}` : '';
    const people = contributors(item, mode, used);
    const number = type === 'report' ? numbered(item, mode) : (genre ?? '');
    if (inNote) {
      const named = join(', ', title(item), number, edition(item), vol, ...people);
      return [join(' ', named, wrap('(', facts(item, mode), ')'))];
    }
    const vols = capital(vol);
    const roles =
      mode === 'dated-entry'
        ? [...people.map(sentence), rich(vols)]
        : vol
          ? [join(', ', vols, ...people)]
          : people.map(sentence);
    return [title(item), sentence(number), sentence(edition(item)), ...roles, facts(item, mode)];
  }
  if (type === 'thesis') {
    return inNote
      ? [join(' ', title(item), wrap('(', facts(item, mode, genre), ')'))]
      : [title(item), facts(item, mode, genre && capital(genre))];
  }
  if (type === 'chapter' || type === 'paper-conference') {
    const within = join(
      ', ',
      wrap(inNote ? 'in ' : 'In ', container(item)),
      wrap('vol. ', inVolume ? '' : volume),
      edition(item),
      ...contributors(item, mode, used),
    );
    return inNote
      ? [title(item), join(' ', within, wrap('(', facts(item, mode), ')'))]
      : [title(item), within, facts(item, mode)];
  }
  if (type === 'article-journal') return [title(item), journal(item, mode, at)];
  const role = type === 'interview' ? interview(item, inNote ? IN_NOTE : LISTED, inNote) : (genre ?? '');
  const where = used === 'container-title' ? [] : container(item);
  const publisher = used === 'publisher' || PERIODICAL.has(type) || repeated(item) ? '' : item.publisher;
  const lead = type === 'article-magazine' || type === 'article-newspaper' ? section : '';
  const event =
    type === 'speech' && item['event-title'] ? join(', ', item['event-title'], item['event-place']) : [];
  const place = type === 'broadcast' ? aired(item, mode, publisher) : [publisher, dateOf(item, mode)];
  if (inNote) return [title(item), rich(role), rich(lead), where, event, ...place.map(rich)];
  const source =
    type === 'broadcast' ? [where, sentence(join(', ', ...place))] : [join(', ', where, event, ...place)];
  return [title(item), sentence(role), rich(lead), ...source];
}

/** A publisher that bears the name of the site is not repeated. */
const repeated = (item: CslItem): boolean =>
  item.publisher?.toLowerCase() === item['container-title']?.toLowerCase();

function interview({ interviewer, genre }: CslItem, form: NameForm, inNote: boolean): string {
  const names = nameList(interviewer, form);
  if (!names) return genre ?? '';
  return `${genre ?? (inNote ? 'interview' : 'Interview')} by ${names}`;
}

/** A programme (14.165): when it was aired and on which station; one with an address is dated like a page. */
function aired(item: CslItem, mode: Mode, station: string | undefined): Part[] {
  const when = dateOf(item, mode);
  if (item.URL !== undefined || (when === 'n.d.' && !station)) return [station, when];
  if (when === '') return [wrap('aired on ', station)];
  return [when === 'n.d.' ? when : `aired ${when}`, wrap('on ', station)];
}

/** Medium, day of access and address. The day matters only for what has an address and no date (13.15). */
function tail(item: CslItem, mode: Mode): RichText[] {
  const { type, medium, issued, accessed, DOI } = item;
  const there = linkOf(item);
  const visit = there.length > 0 && !issued && !DOI ? (writtenDate(accessed)?.write('full') ?? '') : '';
  const inNote = mode === 'note';
  return [rich(WHOLE.has(type) ? '' : medium), wrap(inNote ? 'accessed ' : 'Accessed ', visit), there];
}

/** The place that is cited; a page of a volume as `33:75` (14.18). */
function place(item: CslItem, at: Place | undefined): { readonly text: string; readonly inVolume: boolean } {
  const locator = locatorOf(at);
  const text = labelled(at, LABELS);
  const inVolume = locator?.label === 'page' && Boolean(item.volume) && WHOLE.has(item.type);
  return { text: inVolume ? `${item.volume}:${text}` : text, inVolume };
}

/** A full note, without a full stop. */
export function fullNote(given: CslItem, at?: Place): RichText {
  const item = asPublished(given);
  if (isLaw(item)) return finish(join(', ', lawOf(item, labelled(at, LABELS)), ...tail(item, 'note')));
  const author = authorOf(item, 'note');
  // With an editor or translator of the volume its number stays before them.
  const people = item.translator ?? (author.used === 'editor' ? undefined : item.editor);
  const { text, inVolume } = people ? { text: labelled(at, LABELS), inVolume: false } : place(item, at);
  const inside = item.type === 'article-journal';
  return finish(
    join(
      ', ',
      authorPart(author, IN_NOTE, true),
      ...elements(item, 'note', author.used, inside ? text : '', inVolume),
      inside ? '' : text,
      ...tail(item, 'note'),
    ),
  );
}

/** Family names, short title and place, without a full stop. */
export function shortNote(given: CslItem, at?: Place): RichText {
  const item = asPublished(given);
  if (isLaw(item)) return finish(join(', ', headline(shortTitle(item), item.language), labelled(at, LABELS)));
  const { text, inVolume } = place(item, at);
  const volume = item.volume && !inVolume && WHOLE.has(item.type) ? `vol. ${item.volume}` : '';
  return finish(
    join(', ', authorPart(authorOf(item, 'short'), SHORT, false), title(item, true), volume, text),
  );
}

/** An entry of the bibliography, or of the list of references with the year behind the author. */
export function entry(given: CslItem, mode: Exclude<Mode, 'note'>): RichText {
  const item = asPublished(given);
  if (isLaw(item)) return finish([...join('. ', lawOf(item), ...tail(item, mode)), ...rich('.')]);
  const author = authorOf(item, mode);
  const head = authorPart(author, IN_ENTRY, true);
  const [first, ...rest] = elements(item, mode, author.used, '', false);
  const year = mode === 'dated-entry' ? yearOf(item) : '';
  const lead = head.length > 0 ? [head, rich(year), first] : [first, rich(year)];
  return finish([...join('. ', ...lead, ...rest, ...tail(item, mode)), ...rich('.')]);
}

/** A law, in every mode (chapter 14, legal and public documents). */
const lawOf = (item: CslItem, place?: Part): RichText =>
  law(item, guessed(writtenDate(item.issued), 'year'), place);

/** The year of author-date references, `n.d.` without one (13.102). */
const yearOf = (item: CslItem): string => guessed(writtenDate(item.issued), 'year') || 'n.d.';

/** `Vale and Quill 1974, para. 5`: a citation in the text without its brackets (13.102). */
export function inText(given: CslItem, at?: Place): RichText {
  const item = asPublished(given);
  const author = authorOf(item, 'entry');
  const head = authorPart(author, SHORT, false);
  const year = yearOf(item);
  const named = isLaw(item) ? rich(headline(shortTitle(item), item.language)) : title(item, true);
  const who = head.length > 0 ? head : named;
  return finish(join(', ', join(year === 'n.d.' ? ', ' : ' ', who, year), labelled(at, LABELS)));
}
