import type { CslItem, CslPerson } from '../csl-item.ts';
import { pageRange } from '../locators.ts';
import type { RichText } from '../rich-text.ts';
import { writtenDate } from './dates.ts';
import { asPublished, isAuthor, isLaw, law, shortTitle, thesisKind } from './editing.ts';
import { linkOf, ordinal } from './english.ts';
import { isPlural, type NameForm, nameList } from './names.ts';
import { capital, curly, ended, finish, italics, join, type Part, quoted, rich, wrap } from './parts.ts';
import { type Labels, labelled } from './places.ts';
import type { CitationStyle, Place } from './style.ts';
import { afterColon, headline } from './title-case.ts';

/** The Publication Manual of the American Psychological Association, 7th edition (chapters 8 to 10). */
export const apa: CitationStyle = {
  id: 'apa',
  name: 'American Psychological Association, 7th edition',
  language: 'en-US',
  kind: 'in-text',
  note: (given, place) => {
    const item = asPublished(given);
    return finish(join('. ', join(', ', bare(item), labelled(place, LABELS)), join(' ', ...retrieval(item))));
  },
  laterNote: inText,
  citation: (item, place) => wrap('(', inText(item, place), ')'),
  entry: given => {
    const item = asPublished(given);
    return finish(join(' ', ended(bare(item)), ...retrieval(item)));
  },
};

const LABELS: Labels = {
  page: ['p.', 'pp.'],
  paragraph: ['para.', 'paras.'],
  chapter: ['Chapter', 'Chapters'],
  section: ['Section', 'Sections'],
  volume: ['Vol.', 'Vols.'],
  line: ['line', 'lines'],
  figure: ['Figure', 'Figures'],
};

/** Up to twenty authors are given, of more the first nineteen and the last (9.8). */
const AUTHORS: NameForm = {
  inverted: 'all',
  initials: true,
  and: ' & ',
  most: 20,
  shown: 19,
  etAl: '',
  last: true,
};
const IN_ORDER: NameForm = { ...AUTHORS, inverted: undefined };
const IN_TEXT: NameForm = { short: true, and: ' & ', most: 2, shown: 1, etAl: ' et al.' };

/** Works of which the year alone is given; others have the day (9.14). */
const YEAR_ONLY: ReadonlySet<string> = new Set([
  'article-journal',
  'book',
  'chapter',
  'paper-conference',
  'report',
  'thesis',
  'motion_picture',
]);
const PERIODICAL: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'post-weblog',
]);
/** What a work is where its record does not say it, in brackets behind the title (9.21). */
const KINDS: Readonly<Record<string, string>> = {
  broadcast: 'Broadcast',
  post: 'Online post',
  interview: 'Interview',
  motion_picture: 'Film',
  speech: 'Speech',
  map: 'Map',
};

/** A part of a greater whole; other titles stand in italics (9.19). */
const isPart = ({ type, ...item }: CslItem): boolean =>
  type !== 'webpage' && type !== 'post' && item['container-title'] !== undefined;

/** Titles in an entry are printed as they are, since a name cannot be told from a word; what follows a colon is capital. */
function title(item: CslItem): RichText {
  const text = afterColon(curly(item.title ?? ''), item.language);
  return isPart(item) ? rich(text) : italics(text);
}

/** In the text titles have the capitals of headlines and, as parts, quotation marks (8.14). */
function titleInText(item: CslItem): RichText {
  const text = shortTitle(item);
  const cased = item.type === 'post' ? curly(text) : headline(text, item.language);
  if (isLegal(item)) return rich(cased);
  return isPart(item) ? quoted(cased) : italics(cased);
}

/** Laws and treaties (chapter 11), whose names stand in roman. */
const isLegal = (item: CslItem): boolean => isLaw(item) || item.type === 'treaty';

const withRole = (
  names: readonly CslPerson[] | undefined,
  role: string,
  roles: string,
  open: string,
  close = '',
): string => {
  const list = nameList(names, open ? AUTHORS : IN_ORDER);
  const word = isPlural(names) ? roles : role;
  return list && (open ? `${list} (${word})` : `${list}, ${word}`) + close;
};

interface Head {
  readonly names?: readonly CslPerson[];
  readonly text: string;
  readonly used?: 'editor' | 'publisher';
}

/** The author, or who stands in the author's place (9.7 to 9.12). */
function headOf({ type, author, editor, publisher }: CslItem): Head {
  if (author?.length) return { names: author, text: nameList(author, AUTHORS) };
  if (editor?.length) return { names: editor, text: withRole(editor, 'Ed.', 'Eds.', '('), used: 'editor' };
  if (type === 'webpage' && publisher) return { text: publisher, used: 'publisher' };
  return { text: '' };
}

function dateOf(item: CslItem, whole: boolean): string {
  const date = writtenDate(item.issued);
  if (!date) return 'n.d.';
  const about = date.uncertain || date.approximate ? 'ca. ' : '';
  const rest = whole && !YEAR_ONLY.has(item.type) ? date.write('rest') : '';
  return about + [date.write('year'), rest].filter(Boolean).join(', ');
}

const edition = ({ edition: number }: CslItem): string =>
  number === undefined ? '' : /^\d+$/.test(number) ? `${ordinal(number)} ed.` : number;

/** What stands in parentheses behind the title: who else made it, which edition, volume and number it is. */
function details(item: CslItem, used: Head['used']): RichText {
  const { type, number, genre, volume, interviewer } = item;
  const chapter = type === 'chapter' || type === 'paper-conference';
  const editors = used === 'editor' || chapter ? '' : withRole(item.editor, 'Ed.', 'Eds.', '');
  const translators = withRole(item.translator, 'Trans.', 'Trans.', '');
  const interviewers = withRole(interviewer, 'Interviewer', 'Interviewers', '');
  const count = number && (/^\d/.test(number) ? `No. ${number}` : number);
  const numbered =
    type === 'report' && count ? [genre && headline(genre, 'en'), count].filter(Boolean).join(' ') : '';
  const parts =
    chapter || PERIODICAL.has(type)
      ? ''
      : [edition(item), volume && `Vol. ${volume}`].filter(Boolean).join(', ');
  return wrap('(', join('; ', editors, translators, interviewers, parts, numbered), ')');
}

/** `Doctoral dissertation`, `Master’s thesis` (10.6). */
const thesisOf = (genre: string | undefined): string | undefined => {
  const kindOf = thesisKind(genre, 'Doctoral dissertation', 'Master’s thesis');
  return kindOf && capital(kindOf);
};

/** What stands in brackets: of what kind the work is, and for a thesis on the web where it was written. */
function kind({ type, genre, medium, publisher, number, interviewer, URL }: CslItem): RichText {
  if (type === 'thesis') return wrap('[', join(', ', thesisOf(genre), URL && publisher), ']');
  if (type === 'report' && number) return [];
  const said = join('; ', genre && capital(genre), medium && capital(medium));
  const known = type === 'interview' && interviewer ? '' : KINDS[type];
  return wrap('[', said.length > 0 ? said : known, ']');
}

function source(item: CslItem, used: Head['used']): Part[] {
  const { type, volume, issue, page } = item;
  const container = item['container-title'];
  const pages = page && pageRange(page, 'expanded');
  const named = used === 'publisher' || PERIODICAL.has(type) || isAuthor(item);
  const publisher = named ? '' : item.publisher;
  if (PERIODICAL.has(type)) {
    const numbers = volume ? join('', italics(volume), wrap('(', issue, ')')) : wrap('(', issue, ')');
    return [join(', ', italics(container), numbers, pages)];
  }
  if (type === 'chapter' || type === 'paper-conference') {
    const editors = used === 'editor' ? '' : nameList(item.editor, IN_ORDER);
    const role = editors && `${editors} (${isPlural(item.editor) ? 'Eds.' : 'Ed.'})`;
    const label = pages && `${/[–,]/.test(pages) ? 'pp.' : 'p.'} ${pages}`;
    const inside = wrap('(', join(', ', edition(item), wrap('Vol. ', volume), label), ')');
    const named = join(' ', italics(container && afterColon(curly(container), item.language)), inside);
    return [wrap('In ', join(', ', role, named)), publisher];
  }
  if (type === 'thesis') return [item.URL ? '' : publisher];
  if (type === 'speech')
    return [item['event-title'] && join(', ', item['event-title'], item['event-place']), publisher];
  const repeated = publisher === container ? '' : publisher;
  if (type === 'broadcast') return [wrap('In ', italics(container)), repeated];
  return type === 'interview' ? [italics(container), repeated] : [repeated, container];
}

/** The entry without its address and its full stop. */
function bare(item: CslItem): RichText {
  const year = dateOf(item, false);
  if (isLaw(item)) return law(item, year);
  if (item.type === 'treaty')
    return join(', ', headline(item.title, item.language), writtenDate(item.issued)?.write('full') ?? year);
  const head = headOf(item);
  const date = `(${dateOf(item, true)})`;
  const more = details(item, head.used);
  const what = kind(item);
  const lead = head.text
    ? [head.text, date, join(' ', title(item), more, what)]
    : [join(' ', title(item), more), date, what];
  return join('. ', ...lead, ...source(item, head.used));
}

/** A date of retrieval stands only where nothing else dates the page (9.16). */
function retrieval(item: CslItem): RichText[] {
  const link = linkOf(item);
  const visit = link.length > 0 && !item.DOI && !item.issued ? writtenDate(item.accessed)?.write('full') : '';
  return [wrap('Retrieved ', visit, ', from'), link];
}

/** `Vale & Quill, 1974, para. 5` (8.11): without the parentheses. */
function inText(given: CslItem, place?: Place): RichText {
  const item = asPublished(given);
  const { names, text } = headOf(item);
  const who = names ? nameList(names, IN_TEXT) : text;
  return finish(join(', ', who || titleInText(item), dateOf(item, false), labelled(place, LABELS)));
}
