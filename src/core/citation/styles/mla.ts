import type { CslItem, CslPerson } from '../csl-item.ts';
import { isRange, pageRange } from '../locators.ts';
import type { RichText } from '../rich-text.ts';
import { DAY_FIRST, writtenDate } from './dates.ts';
import { shortenedPress, shortTitle, thesisKind } from './editing.ts';
import { linkOf, ordinal } from './english.ts';
import { isPlural, type NameForm, nameList } from './names.ts';
import {
  capital,
  curly,
  ended,
  finish,
  italics,
  join,
  type Part,
  quoted,
  rich,
  sentence,
  wrap,
} from './parts.ts';
import { type Labels, labelled, locatorOf } from './places.ts';
import type { CitationStyle, Place } from './style.ts';
import { headline } from './title-case.ts';

/** The MLA Handbook, 9th edition (chapters 5 and 6). */
export const mla: CitationStyle = {
  id: 'mla',
  name: 'MLA Handbook, 9th edition',
  language: 'en-US',
  kind: 'in-text',
  note: (item, place) => finish(bare(item, labelled(place, { ...LABELS, page: ['p.', 'pp.'] }))),
  laterNote: inText,
  shortNote,
  citation: (item, place) => wrap('(', inText(item, place), ')'),
  entry: item => ended(bare(item)),
};

const LABELS: Labels = {
  page: ['', ''],
  paragraph: ['par.', 'pars.'],
  chapter: ['ch.', 'chs.'],
  section: ['sec.', 'secs.'],
  volume: ['vol.', 'vols.'],
  line: ['', ''],
  figure: ['fig.', 'figs.'],
};

/** Three authors and more are the first and others (5.3 to 5.22). */
const AUTHORS: NameForm = { inverted: 'first', and: ' and ', most: 2, shown: 1, etAl: ', et al.' };
const IN_ORDER: NameForm = { and: ' and ', most: 2, shown: 1, etAl: ' et al.' };
const IN_TEXT: NameForm = { ...IN_ORDER, short: true };

const PERIODICAL: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'post-weblog',
]);
/** Works of which the year alone is given. */
const YEAR_ONLY: ReadonlySet<string> = new Set([
  'book',
  'chapter',
  'motion_picture',
  'paper-conference',
  'thesis',
]);
/** Works without a container whose titles are quoted all the same. */
const QUOTED: ReadonlySet<string> = new Set(['interview', 'speech', 'post']);

/** What is part of something stands in quotation marks, what stands alone in italics (5.23 to 5.30). */
function title(item: CslItem, short = false): RichText {
  const text = short ? shortTitle(item) : (item.title ?? '');
  const cased = item.type === 'post' ? text : headline(text, item.language);
  return item['container-title'] || QUOTED.has(item.type) ? quoted(cased) : italics(curly(cased));
}

/** Editors and translators stand in for the author of a whole work. */
function headOf({ author, editor, translator }: CslItem): { names?: readonly CslPerson[]; role?: string } {
  if (author?.length) return { names: author };
  if (editor?.length) return { names: editor, role: isPlural(editor) ? 'editors' : 'editor' };
  if (translator?.length)
    return { names: translator, role: isPlural(translator) ? 'translators' : 'translator' };
  return {};
}

/** A guessed year stands in brackets, a guessed day behind “circa” (5.68 to 5.83). */
function dateOf(item: CslItem): string {
  const date = writtenDate(item.issued, DAY_FIRST);
  if (!date) return '';
  const { type } = item;
  const month = type === 'article-journal';
  const text = date.write(YEAR_ONLY.has(type) ? 'year' : month ? 'month' : 'full');
  if (!date.uncertain && !date.approximate) return text;
  return YEAR_ONLY.has(type) || month || type === 'speech' ? `[${text}?]` : `Circa ${text}`;
}

const edition = ({ edition: number }: CslItem): string =>
  number === undefined ? '' : /^\d+$/.test(number) ? `${ordinal(number)} ed.` : number;

/** The element behind the title: what a work is called, and who asked the questions. */
function supplement({ type, genre, number, interviewer }: CslItem): RichText {
  if (type === 'thesis' || type === 'book' || (type === 'report' && number)) return [];
  return join(', ', wrap('Interview by ', nameList(interviewer, IN_ORDER)), genre && capital(genre));
}

/** The container and what belongs to it (5.31 to 5.99), parted by commas. */
function container(item: CslItem, head: { role?: string }, place: string): RichText {
  const { type, volume, issue, number, page, editor, translator } = item;
  const within = item['container-title'];
  const by = (names: readonly CslPerson[] | undefined, what: string): string =>
    names?.length ? `${what} by ${nameList(names, IN_ORDER)}` : '';
  const people = [
    head.role?.startsWith('editor') ? '' : by(editor, 'edited'),
    head.role?.startsWith('trans') ? '' : by(translator, 'translated'),
  ];
  const publisher =
    PERIODICAL.has(type) || type === 'interview' || type === 'thesis'
      ? ''
      : (shortenedPress(item.publisher) ?? item['publisher-place']);
  const speech = type === 'speech';
  const count =
    type === 'report' && number && join(' ', item.genre, /^\d/.test(number) ? `no. ${number}` : number);
  const pages = page && `${/[-–,]/.test(page) ? 'pp.' : 'p.'} ${pageRange(page, 'two')}`;
  const parts: Part[] = [
    italics(within && headline(curly(within), item.language)),
    ...people,
    edition(item),
    wrap('vol. ', volume),
    wrap('no. ', issue),
    count,
    item.publisher !== undefined && item.publisher === within ? '' : publisher,
    speech && capital(item['event-title'] ?? ''),
    dateOf(item),
    speech && (item['event-title'] ?? item.issued) && item['event-place'],
    place || pages,
    linkOf(item),
  ];
  return sentence(join(', ', ...parts));
}

/** Whatever follows the containers (5.105 to 5.119). */
function extras(item: CslItem): RichText {
  const visit = item.issued ? '' : writtenDate(item.accessed, DAY_FIRST)?.write('full');
  const medium = item.medium && capital(item.medium);
  const thesis =
    item.type === 'thesis'
      ? sentence(join(', ', shortenedPress(item.publisher), thesisKind(item.genre, 'PhD dissertation')))
      : [];
  const section = PERIODICAL.has(item.type) && item.section ? headline(item.section, item.language) : '';
  return join(', ', wrap('Accessed ', visit), medium, thesis, section);
}

/** The entry without its full stop; a place that is cited takes that of the pages. */
function bare(item: CslItem, place = ''): RichText {
  const head = headOf(item);
  const names = nameList(head.names, AUTHORS);
  return join(
    '. ',
    join(', ', names, names && head.role),
    title(item),
    supplement(item),
    container(item, head, place),
    extras(item),
  );
}

/** `Vale, “Two Ministers,” p. 5`: with the title, which one author's works differ in (6.8). */
function shortNote(item: CslItem, place?: Place): RichText {
  const names = nameList(headOf(item).names, IN_TEXT);
  const at = labelled(place, { ...LABELS, page: ['p.', 'pp.'] });
  return finish(join(', ', names, title(item, true), at));
}

/** `Vale and Quill 61`, `Vale, par. 5` (chapter 6): without the parentheses. */
function inText(item: CslItem, place?: Place): RichText {
  const names = nameList(headOf(item).names, IN_TEXT);
  const locator = locatorOf(place);
  const who = names ? rich(names) : title(item, true);
  const bareNumber = locator && LABELS[locator.label][isRange(locator) ? 1 : 0] === '';
  return finish(join(bareNumber ? ' ' : ', ', who, labelled(place, LABELS)));
}
