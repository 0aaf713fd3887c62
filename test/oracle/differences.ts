import type { CslItem } from '../../src/core/citation/csl-item.ts';
import type { Locator } from '../../src/core/citation/locators.ts';
import type { OracleRecord } from './generator.ts';
import { GOST } from './gost.ts';

/** Which text of a record: in the order of the table's columns. */
export const COLUMNS = ['first', 'first at', 'later', 'later at', 'entry'] as const;
export type Column = (typeof COLUMNS)[number];

/**
 * A deliberate difference from what citeproc-js makes of the official styles. `mend` gives the text that we hold to be right
 * for the one that it makes, and the same text where the difference does not apply; `undefined` where there is nothing to mend.
 */
export interface Difference {
  readonly id: string;
  /** Ids of styles. */
  readonly styles: readonly string[];
  readonly reason: string;
  /** The section of the handbook, or where else the rule is to be found. */
  readonly authority: string;
  readonly mend?: (text: string, item: CslItem, column: Column, locator: Locator) => string | undefined;
  /** A mark in which the texts may differ; everything else is compared. */
  readonly apart?: (item: CslItem, column: Column) => string | undefined;
}

const CHICAGO = ['chicago-notes', 'chicago-author-date'];
const guessed = (item: CslItem): boolean => /[?~%]/.test(item.issued ?? '');

const SUBTITLE =
  'The official styles shorten a title only where the record has a short one. A main title of one or two words keeps its subtitle, since it may say too little alone.';

/** The text without the subtitle of a title that has no short form of its own and a main title of three words or more. */
function withoutSubtitle(text: string, { type, title, 'title-short': short }: CslItem): string {
  const [main = '', ...rest] = title.split(': ');
  if (short || type === 'post' || rest.length === 0 || main.split(' ').length < 3) return text;
  const pattern = [main, rest.join(': ')].map(part =>
    part.replace(/[.?()]/g, '\\$&').replace(/[“”‘’]/g, '[“”‘’]'),
  );
  const found = new RegExp(`(${pattern[0]}): ${pattern[1]}([,.]?)`, 'i');
  return text.replace(found, (_, kept: string, mark: string) =>
    kept.endsWith('’') ? kept.slice(0, -1) + mark + kept.slice(-1) : kept + mark,
  );
}

export const DIFFERENCES: readonly Difference[] = [
  {
    id: 'subtitle',
    styles: ['chicago-notes'],
    reason: SUBTITLE,
    authority: 'CMOS 13.33: the main title, or its key words',
    mend: (text, item, column) => (column.startsWith('later') ? withoutSubtitle(text, item) : text),
  },
  {
    id: 'subtitle-in-text',
    styles: ['chicago-author-date', 'apa', 'mla'],
    reason: SUBTITLE,
    authority: 'CMOS 13.33, APA 8.14, MLA 6.10',
    mend: (text, item, column) => (column === 'entry' ? text : withoutSubtitle(text, item)),
  },
  {
    id: 'publisher-as-author',
    styles: ['apa'],
    reason: 'The official style names an author twice who is the publisher too.',
    authority: 'APA 9.24: then the publisher is left out',
    mend: (text, { author = [], publisher = '' }, column) => {
      const [only, ...more] = author;
      const same = only && 'literal' in only && more.length === 0 && only.literal === publisher;
      const at = same && column === 'entry' ? text.lastIndexOf(` ${publisher}.`) : -1;
      return at > 0 ? text.slice(0, at) + text.slice(at + publisher.length + 2) : text;
    },
  },
  {
    id: 'speech',
    styles: ['apa'],
    reason: 'The official style says of a speech what it is only where the record does.',
    authority: 'APA 10.5: a description in brackets behind the title',
    mend: (text, { type, genre, medium, author }, column) => {
      if (type !== 'speech' || genre || medium || column !== 'entry') return text;
      // Without an author the title stands before the date, and the description behind it.
      return author
        ? text.replace(/\.?(”?)<\/i>\.?/, '$1</i> [Speech].')
        : text.replace(/\((?=[^()]*\d{4}|n\.d)[^()]*\)\./, '$& [Speech].');
    },
  },
  {
    id: 'dissertation',
    styles: ['apa'],
    reason: 'The official styles print what the record calls a thesis.',
    authority: 'APA 10.6',
    mend: text => text.replace('PhD diss.', 'Doctoral dissertation'),
  },
  {
    id: 'dissertation-mla',
    styles: ['mla'],
    reason: 'The official styles print what the record calls a thesis.',
    authority: 'MLA 5.99: PhD dissertation; what follows a full stop begins with a capital',
    mend: text => text.replace('PhD diss.', 'PhD dissertation.').replace('. дис.', '. Дис.'),
  },
  {
    id: 'university-press',
    styles: ['mla'],
    reason: 'The official style prints publishers in full.',
    authority: 'MLA appendix 1: U and P in the names of academic presses',
    mend: (text, _, column) => (column === 'entry' ? text.replace('University Press', 'UP') : text),
  },
  {
    id: 'about',
    styles: CHICAGO,
    reason:
      'CSL has one mark for what is approximate and what is uncertain, and the style prints both with a question mark.',
    authority: 'CMOS 14.44: [1750?] or [ca. 1750]',
    mend: (text, item) =>
      item.issued?.endsWith('~') ? text.replace(/\[([^[\]?]*\d{4})\?\]/g, '[ca. $1]') : text,
  },
  {
    id: 'comma-before-guess',
    styles: ['chicago-notes'],
    reason: 'The official style loses the comma before the element that holds a guessed date.',
    authority: 'CMOS chapter 13: the elements of a note are parted by commas',
    apart: (item, column) => (guessed(item) && column.startsWith('first') ? ',' : undefined),
  },
  {
    id: 'agency-and-person',
    styles: [...CHICAGO, 'apa', 'mla'],
    reason:
      'Between two authors of whom one is an agency, citeproc-js sets the comma where the other one is.',
    authority: 'CMOS 13.74, APA 9.8, MLA 5.3 to 5.22: a comma ends the name that is turned round',
    mend: (text, { author, editor, translator }, column) => {
      const [first, second, more] = author ?? editor ?? translator ?? [];
      if (!first || !second || more || column !== 'entry' || text === '') return text;
      if ('literal' in second && !('literal' in first)) {
        const at = text.search(/ (?:and|&) /);
        return text.charAt(at - 1) === ',' ? text : `${text.slice(0, at)},${text.slice(at)}`;
      }
      return 'literal' in first ? text.replace(/^([^.(]*?), (and|&) /, '$1 $2 ') : text;
    },
  },
  {
    id: 'aired',
    styles: ['chicago-author-date'],
    reason:
      'With the year behind the author the official style leaves “Aired, on” or a bare “on” before the station.',
    authority: 'CMOS 14.165',
    mend: (text, { type }) =>
      type === 'broadcast'
        ? text
            .replace(/ Aired, on /, ' Aired on ')
            .replace(/ Aired\.(?=$| )/, '')
            .replace(/([.?]”?(?:<\/i>)?) on /, '$1 Aired on ')
        : text,
  },
  {
    id: 'private-interview',
    styles: ['chicago-author-date', 'apa'],
    reason: 'The styles write out in the text what has no entry; with us it has one.',
    authority: 'CMOS 14.111, APA 8.9: written out is what has no entry',
    mend: (text, { type, URL, publisher, ...item }, column) =>
      type === 'interview' && !URL && !publisher && !item['container-title'] && column !== 'entry'
        ? undefined
        : text,
  },
  {
    id: 'retrieved',
    styles: ['apa'],
    reason: 'Without a date of access the official style leaves a bare “Retrieved” before the address.',
    authority: 'APA 9.16: “Retrieved”, a date, “from”; else the address alone',
    mend: text => text.replace(' Retrieved https:', ' https:'),
  },
  {
    id: 'capital-after-colon',
    styles: ['apa'],
    reason: 'The official style prints titles as they are stored.',
    authority: 'APA 6.17: the first word after a colon has a capital',
    mend: (text, { language }, column) =>
      language || column !== 'entry'
        ? text
        : text.replace(/: ([a-z])/g, (_, letter: string) => `: ${letter.toUpperCase()}`),
  },
  {
    id: 'report-in-italics',
    styles: ['apa'],
    reason: 'In the text the official style sets the title of a report in roman, in the entry in italics.',
    authority: 'APA 8.14: in italics where the entry has it in italics',
    mend: (text, { type, author, editor }, column) =>
      type === 'report' && !author && !editor && column !== 'entry'
        ? text.replace(
            /^\((.*?)(,”|(?=,)) ?(?=,? ?(?:ca\. \d|n\.d|\d{4}))/,
            (_, title: string, mark: string) => `(<i>${title}${mark}</i>${mark && ' '}`,
          )
        : text,
  },
  {
    id: 'capital-element',
    styles: ['mla'],
    reason:
      'The official style begins an element with “no.” or “vol.”, and the second of two contributors with a capital.',
    authority: 'MLA chapter 5: what follows a full stop begins with a capital, what follows a comma does not',
    mend: text =>
      text
        .replace(
          /(\. |<\/i> )(no|vol)\. (?=\d)/,
          (_, before: string, word: string) => `${before}${word === 'no' ? 'No' : 'Vol'}. `,
        )
        .replace(', Translated by', ', translated by'),
  },
  {
    id: 'volume-of-a-book',
    styles: ['mla'],
    reason:
      'The official style names the volume of a book only where an edition or a contributor stands before it.',
    authority: 'MLA 5.51',
    mend: (text, { type, volume }, column) =>
      type === 'book' && volume && column === 'entry' && !/vol\. /i.test(text)
        ? text.replace(/<\/i>\.? /, `$&Vol. ${volume}, `)
        : text,
  },
  {
    id: 'month-of-an-issue',
    styles: ['chicago-author-date'],
    reason:
      'Of an issue without a volume the official style gives the month behind an author, but not without one.',
    authority: 'CMOS 14.74',
    mend: (text, { type, author, volume, issue }, column) =>
      type === 'article-journal' && !author && !volume && issue && column === 'entry' ? undefined : text,
  },
  {
    id: 'letters-of-an-address',
    styles: [...CHICAGO, 'apa', 'mla'],
    reason: 'The official styles give the name of a site that is an address the capitals of a headline.',
    authority: 'CMOS 14.104 has the names of sites as they are written',
    mend: text => text.replaceAll('Tarn.Example', 'tarn.example'),
  },
  {
    id: 'site-twice',
    styles: ['chicago-notes', 'mla'],
    reason: 'The official styles name a publisher that bears the name of its site twice.',
    authority: 'MLA 5.54 to 5.67: a publisher is left out where it is the site; CMOS 14.104',
    mend: text => text.replace(/Tarn Office(<\/i>)?, Tarn Office/, 'Tarn Office$1'),
  },
  {
    id: 'hyphen-of-initials',
    styles: [...CHICAGO, 'mla'],
    reason: 'citeproc-js drops the hyphen between initials.',
    authority: 'Names stand as they are recorded',
    mend: text => text.replace('M. L. ', 'M.-L. ').replace('M. L.', 'M.-L.'),
  },
  {
    id: 'film',
    styles: ['apa'],
    reason: 'The official style calls a film a video recording.',
    authority: 'APA 10.12',
    mend: text => text.replace('[Video recording]', '[Film]'),
  },
  {
    id: 'ahead-of-print',
    styles: CHICAGO,
    reason:
      'The official style takes an article with a DOI and without numbers for one ahead of print; nobody has said so.',
    authority: 'CMOS 14.75 speaks of articles that are marked so',
    mend: (text, { type }) => (type === 'article-journal' ? text.replace(', ahead of print', '') : text),
  },
  {
    id: 'always-an-entry',
    styles: [...CHICAGO, 'apa'],
    reason:
      'The styles leave what they take for private out of the bibliography; who asks for its entry gets one.',
    authority: 'CMOS 14.106, 14.111, APA 8.9: whether to list it is left to the writer, who asks for it here',
    mend: (text, _, column) => (text === '' && column === 'entry' ? undefined : text),
  },
  ...GOST,
];

/** What we hold to be right for a text of the oracle. */
export interface Right {
  /** `undefined` where the oracle has nothing to compare with. */
  readonly text: string | undefined;
  /** A mark that is left out of the comparison. */
  readonly apart: string;
  readonly differences: readonly Difference[];
}

export function mended(style: string, text: string, { item, locator }: OracleRecord, column: Column): Right {
  let right: string | undefined = text;
  let apart = '';
  const differences: Difference[] = [];
  for (const difference of DIFFERENCES) {
    if (right === undefined || !difference.styles.includes(style)) continue;
    const next: string | undefined = difference.mend ? difference.mend(right, item, column, locator) : right;
    const mark = difference.apart?.(item, column);
    if (next !== right || mark !== undefined) differences.push(difference);
    right = next;
    apart += mark ?? '';
  }
  return { text: right, apart, differences };
}
