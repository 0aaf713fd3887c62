import type { CslItem, CslPerson } from '../csl-item.ts';
import { pageRange } from '../locators.ts';
import type { RichText } from '../rich-text.ts';
import { DAY_FIRST, type DateForm, writtenDate } from './dates.ts';
import { linkOf, ordinal } from './english.ts';
import { type NameForm, nameList } from './names.ts';
import { capital, ended, finish, join, type Part, rich, sentence, wrap } from './parts.ts';
import { type Labels, labelled } from './places.ts';
import type { CitationStyle, Place } from './style.ts';

/**
 * ГОСТ Р 7.0.5-2008 «Библиографическая ссылка»: references in footnotes (section 6), in the text in brackets to a list
 * (section 7), repeated ones (section 8). Words and abbreviations are those of the document's language: Russian ones for
 * titles in Cyrillic (ГОСТ Р 7.0.12-2011), English ones for others.
 */
export const gost: CitationStyle = {
  id: 'gost',
  name: 'ГОСТ Р 7.0.5-2008',
  language: 'ru-RU',
  kind: 'in-text',
  note: (item, place) => finish(description(item, place), false),
  laterNote: repeated,
  citation,
  entry: item => ended(description(item), false),
};

/** What a description says in its own words. */
interface Words {
  readonly date: DateForm;
  readonly etAl: string;
  readonly noDate: string;
  readonly about: string;
  readonly editor: string;
  readonly translator: string;
  readonly interviewer: string;
  readonly interview: string;
  readonly volume: string;
  readonly pages: string;
  readonly edition: (number: string) => string;
  readonly labels: Labels;
}

const RUSSIAN: Words = {
  date: {
    months: 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек.'.split(' '),
    alone: 'янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек.'.split(' '),
    seasons: ['весна', 'лето', 'осень', 'зима'],
    dayFirst: true,
    until: 'до',
    or: 'или',
    and: 'и',
    decade: digits => digits.replaceAll('X', '-'),
  },
  etAl: ' и др.',
  noDate: 'б. г.',
  about: 'ок.',
  editor: 'ред.',
  translator: 'пер.',
  interviewer: 'интервьюер',
  interview: 'интервью',
  volume: 'Т.',
  pages: 'С.',
  edition: number => `${number}-е изд.`,
  labels: {
    page: ['с.', 'с.'],
    paragraph: ['абз.', 'абз.'],
    chapter: ['гл.', 'гл.'],
    section: ['разд.', 'разд.'],
    volume: ['т.', 'т.'],
    line: ['строка', 'строки'],
    figure: ['рис.', 'рис.'],
  },
};

const ENGLISH: Words = {
  date: { ...DAY_FIRST, decade: RUSSIAN.date.decade },
  etAl: ' et al.',
  noDate: 's. a.',
  about: 'ca.',
  editor: 'ed. by',
  translator: 'transl. by',
  interviewer: 'interviewed by',
  interview: 'interview',
  volume: 'Vol.',
  pages: 'P.',
  edition: number => `${ordinal(number)} ed.`,
  labels: {
    page: ['p.', 'p.'],
    paragraph: ['para.', 'paras.'],
    chapter: ['ch.', 'ch.'],
    section: ['sec.', 'sec.'],
    volume: ['vol.', 'vol.'],
    line: ['line', 'lines'],
    figure: ['fig.', 'fig.'],
  },
};

const wordsOf = ({ title }: CslItem): Words => (/\p{Script=Cyrillic}/u.test(title ?? '') ? RUSSIAN : ENGLISH);

const WHOLE: ReadonlySet<string> = new Set(['book', 'report', 'thesis', 'motion_picture']);
const ONLINE: ReadonlySet<string> = new Set(['webpage', 'post-weblog', 'post']);

/** Up to three names are given, of more the first. */
const NAMES: NameForm = { particleLast: true, and: ', ', most: 3, shown: 1, etAl: '', initials: true };

const authors = (item: CslItem, words: Words): string =>
  nameList(item.author, { ...NAMES, inverted: 'all', comma: ' ', etAl: words.etAl });

const others = (names: readonly CslPerson[] | undefined, role: string, words: Words): RichText =>
  wrap(`${role} `, nameList(names, { ...NAMES, etAl: words.etAl }));

/** The year, in brackets where it is only inferred or unknown (ГОСТ 7.1-2003, 5.5.5). */
function year(item: CslItem, words: Words, brackets = true): string {
  const date = writtenDate(item.issued, words.date);
  const text = date?.write('year') ?? words.noDate;
  const inferred = !date || date.uncertain || date.approximate || text.includes('-');
  const said = (date?.approximate ? `${words.about} ` : '') + text + (date?.uncertain ? '?' : '');
  return inferred && brackets ? `[${said}]` : said;
}

/** The date of what is dated to the day: `2013. 15 сент.`; a journal's numbers stand in for the day. */
function dates(item: CslItem, words: Words): Part[] {
  if (!item.issued) return [];
  if (item.type === 'article-journal' && (item.volume || item.issue)) return [year(item, words)];
  return [year(item, words), capital(writtenDate(item.issued, words.date)?.write('rest') ?? '')];
}

/** The volume, the number and, unless a place is cited, the pages. */
function numbers({ volume, issue, page }: CslItem, words: Words, place: string): Part[] {
  const pages = place || (page && `${words.pages} ${pageRange(page, 'plain')}`);
  return [join(', ', wrap(`${words.volume} `, volume), wrap('№ ', issue)), pages];
}

const edition = ({ edition: number }: CslItem, words: Words): string =>
  number === undefined ? '' : /^\d+$/.test(number) ? words.edition(number) : number;

/** Place, publisher and year of what is published on its own. */
const imprint = (item: CslItem, words: Words): RichText =>
  join(', ', join(': ', item['publisher-place'], item.publisher), year(item, words));

/** The title, with what it is called behind a colon, and behind a stroke who else made it. */
function titled(item: CslItem, words: Words): RichText {
  const { type, genre, number, editor, translator, interviewer } = item;
  const title = titleOf(item);
  const named = title.toLowerCase().includes(words.interview);
  const said = genre ?? (type === 'interview' && !named ? words.interview : '');
  const count = type === 'report' && number ? (/^\d/.test(number) ? `№ ${number}` : number) : '';
  const kind = join(' ', type === 'book' ? '' : lower(said), count);
  const inside = type === 'chapter' || type === 'paper-conference';
  const people = [
    inside ? [] : others(editor, words.editor, words),
    inside ? [] : others(translator, words.translator, words),
    others(interviewer, words.interviewer, words),
  ];
  return join(' / ', join(': ', title, kind), join(' ; ', ...people));
}

/** The title, which begins with a capital, without a full stop that the next mark would stand beside. */
const titleOf = ({ title, 'title-short': short }: CslItem, main = false): string =>
  capital((main ? (short ?? title.split(': ')[0] ?? '') : title).replace(/(?<=[\p{L}\p{N}]{4})\.$/u, ''));

/** A word that is written small in the middle of a sentence; abbreviations keep their capitals. */
const lower = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) && !/^\S*\p{Lu}\S*\p{Lu}/u.test(text)
    ? text.charAt(0).toLowerCase() + text.slice(1)
    : text;

/** Address and day of access, which every electronic source has (ГОСТ Р 7.0.5-2008, section 10). */
function online(item: CslItem): RichText {
  const link = linkOf(item);
  const visit = item.DOI ? '' : /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(item.accessed ?? '');
  const day = visit ? visit.slice(1).filter(Boolean).reverse().join('.') : '';
  return wrap('URL: ', join(' ', link, link.length > 0 ? wrap('(дата обращения: ', day, ')') : ''));
}

/** A description without the full stop at its end; a place that is cited takes that of the pages. */
function description(item: CslItem, at?: Place): RichText {
  const words = wordsOf(item);
  const place = capital(labelled(at, words.labels));
  const { type } = item;
  const container = item['container-title'];
  const head = [authors(item, words)];
  if (WHOLE.has(type)) {
    const [volume, pages] = numbers(item, words, place);
    return join(
      '. ',
      ...head,
      titled(item, words),
      sentence(edition(item, words)),
      imprint(item, words),
      volume,
      pages,
      online(item),
    );
  }
  if (type === 'chapter' || type === 'paper-conference') {
    const people = join(
      ' ; ',
      others(item.editor, words.editor, words),
      others(item.translator, words.translator, words),
    );
    const within = join(' / ', container, people);
    const source = join(
      '. ',
      within,
      sentence(edition(item, words)),
      imprint(item, words),
      ...numbers(item, words, place),
    );
    return join('. ', ...head, join(' // ', titled(item, words), source), online(item));
  }
  const marked = ONLINE.has(type) && linkOf(item).length > 0 ? ' [Электронный ресурс]' : '';
  const publisher = container && type.startsWith('article') ? '' : item.publisher;
  const event = type === 'speech' ? join(', ', item['event-title'], item['event-place']) : [];
  const source = join(
    '. ',
    event.length > 0 ? event : container,
    publisher === container ? '' : publisher,
    ...dates(item, words),
    ...numbers(item, words, place),
  );
  const separator = container || publisher || event.length > 0 ? ' // ' : '. ';
  return join('. ', ...head, join(separator, join('', titled(item, words), marked), source), online(item));
}

/** A repeated reference: author, title without what follows its colon, place. */
function repeated(item: CslItem, at?: Place): RichText {
  const words = wordsOf(item);
  return finish(
    join('. ', authors(item, words), titleOf(item, true), capital(labelled(at, words.labels))),
    false,
  );
}

/** `[Ветлугин, 1999, с. 5]`: a reference to the list, by the title where nobody is named (section 7). */
function citation(item: CslItem, at?: Place): RichText {
  const words = wordsOf(item);
  const names = nameList(item.author, { ...NAMES, short: true, etAl: words.etAl });
  const parts = join(
    ', ',
    rich(names || titleOf(item)),
    year(item, words, false),
    labelled(at, words.labels),
  );
  return finish(wrap('[', parts, ']'), false);
}
