import type { CslItem } from '../../src/core/citation/csl-item.ts';
import type { Difference } from './differences.ts';

// The official style for ГОСТ Р 7.0.5-2008 knows books, chapters, journals and pages of the web, all with the words of Russian
// documents. Each difference has the section of a standard that decides it.

const styles = ['gost'];
const isRussian = ({ title }: CslItem): boolean => /\p{Script=Cyrillic}/u.test(title);
const isWhole = ({ type }: CslItem): boolean => ['book', 'report', 'chapter'].includes(type);
const isOnline = ({ type }: CslItem): boolean => ['webpage', 'post-weblog'].includes(type);

const LABELS = {
  page: ['с.', 'p.', 'p.'],
  paragraph: ['абз.', 'para.', 'paras.'],
  chapter: ['гл.', 'ch.', 'ch.'],
} as const;

const MONTHS = {
  ru: 'янв. февр. марта апр. мая июня июля авг. сент. окт. нояб. дек. весна лето осень зима',
  alone: 'янв. февр. март апр. май июнь июль авг. сент. окт. нояб. дек. весна лето осень зима',
  en: 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec. Spring Summer Autumn Winter',
};

/** Year and what follows it as they are printed: `2013`, `15 сент.` */
function dateOf(item: CslItem): string[] {
  if (!item.issued) return [];
  const ends = item.issued
    .replace(/[?~]/, '')
    .split('/')
    .map(end => end.split('-'));
  const words = (key: keyof typeof MONTHS) => MONTHS[key].split(' ');
  const name = (month: string, day?: string): string => {
    const names = words(!isRussian(item) ? 'en' : day ? 'ru' : 'alone');
    return names[Number(month) - (Number(month) > 20 ? 9 : 1)] ?? '';
  };
  const [from = [], to = from] = ends;
  const part = ([, month, day]: string[]): string =>
    month ? [day && Number(day), name(month, day)].filter(Boolean).join(' ') : '';
  const sameMonth = from[1] === to[1] && from[2] && to !== from;
  const rest =
    to === from
      ? part(from)
      : sameMonth
        ? `${Number(from[2])}–${part(to)}`
        : [part(from), part(to)].filter(Boolean).join('–');
  return [yearOf(item), rest.charAt(0).toUpperCase() + rest.slice(1)].filter(Boolean);
}

const bareYear = (item: CslItem): string => {
  const [from, to] = (item.issued ?? '').split('/').map(end => end.slice(0, 4));
  return from === to || !to ? (from ?? '') : `${from}–${to}`;
};
const guessed = (item: CslItem): string => {
  const about = isRussian(item) ? 'ок. ' : 'ca. ';
  return (item.issued?.endsWith('~') ? about : '') + bareYear(item) + (item.issued?.endsWith('?') ? '?' : '');
};
const yearOf = (item: CslItem): string =>
  /[?~]$/.test(item.issued ?? '') ? `[${guessed(item)}]` : bareYear(item);

export const GOST: readonly Difference[] = [
  {
    id: 'gost-not-described',
    styles,
    reason:
      'The official style gives a thesis, a broadcast, a speech, an interview, a post and a numbered report the form of an article, with “//” before a bare year, and drops what they are; translators, an edition in words and a page without its address are lost.',
    authority: 'ГОСТ Р 7.0.5-2008, sections 6 and 10; our texts are in gost.test.ts',
    mend: (text, item, column) =>
      column === 'entry' &&
      (['thesis', 'broadcast', 'speech', 'interview', 'post'].includes(item.type) ||
        (item.type === 'report' && (item.genre || item.number)) ||
        item.translator ||
        /\D/.test(item.edition ?? '') ||
        (isOnline(item) && !item.URL))
        ? undefined
        : text,
  },
  {
    id: 'gost-number',
    styles,
    reason: 'The number of an entry belongs to its list.',
    authority: 'ГОСТ Р 7.0.5-2008, section 7',
    mend: (text, _, column) => (column === 'entry' ? text.replace(/^\d+\. /, '') : text),
  },
  {
    id: 'gost-volume-and-number',
    styles,
    reason: 'The official style parts the volume and the number of a journal by a full stop.',
    authority: 'ГОСТ Р 7.0.5-2008, example in section 10: Т. 6, вып. 1',
    mend: text => text.replace(/( Т\. \d+)\. № /, '$1, № '),
  },
  {
    id: 'gost-language',
    styles,
    reason: 'The official style describes documents in other languages with Russian words.',
    authority: 'ГОСТ 7.11-2004: abbreviations of the language of the document',
    mend: (text, item) =>
      isRussian(item)
        ? text
        : text
            .replaceAll(' и др.', ' et al.')
            .replace(' / под ред. ', ' / ed. by ')
            .replace(/ Т\. (?=\d)/, ' Vol. ')
            .replace(/ С\. (?=[\dA-Z])/, ' P. ')
            .replace(/, с\. (?=\d)/, ', p. '),
  },
  {
    id: 'gost-editor',
    styles,
    reason: 'Behind “под ред.” names stand in the genitive, which the official style does not form.',
    authority: 'ГОСТ Р 7.0.100-2018, 5.2: “ред.” with the name in the nominative',
    mend: (text, _, column) => (column === 'entry' ? text.replace(' / под ред. ', ' / ред. ') : text),
  },
  {
    id: 'gost-particle',
    styles,
    reason: 'In a reference to the list the official style sets the particle of a name behind it.',
    authority: 'ГОСТ 7.80-2000: the particle belongs to the name',
    mend: text => text.replace('[Tarn van der', '[van der Tarn'),
  },
  {
    id: 'gost-locator',
    styles,
    reason: 'The official style calls each place a page.',
    authority: 'ГОСТ Р 7.0.5-2008, section 7; ГОСТ Р 7.0.12-2011: абз., гл.',
    mend: (text, item, column, { label, value }) => {
      if (!column.endsWith('at') || (label !== 'page' && label !== 'paragraph' && label !== 'chapter'))
        return text;
      const words = LABELS[label][isRussian(item) ? 0 : value.includes('–') ? 2 : 1];
      return text.replace(/, (?:с|p)\. (?=\d+(?:–\d+)?\]$)/, `, ${words} `);
    },
  },
  {
    id: 'gost-no-date',
    styles,
    reason: 'Without a date the official style leaves an empty element.',
    authority: 'ГОСТ 7.1-2003, 5.5: [б. г.], [s. a.]',
    mend: (text, item, column) => {
      if (item.issued) return text;
      const none = isRussian(item) ? 'б. г.' : 's. a.';
      if (column !== 'entry') return text.replace(/, (?=[\],])/, `, ${none}`);
      if (!isWhole(item)) return text;
      const imprint = item.publisher ?? item['publisher-place'];
      const at = imprint ? text.lastIndexOf(imprint) + imprint.length : -1;
      if (at > 0) return `${text.slice(0, at)}, [${none}].${text.slice(at).replace(/^\./, '')}`;
      return text
        .replace(/(?: : ?)?(?=(?: (?:С|P)\. [\d–]+)?\.$)/, `. [${none}].`)
        .replace(/\.{2,}/g, '.')
        .replace(/\?\. /, '? ');
    },
  },
  {
    id: 'gost-guess',
    styles,
    reason: 'The official style does not tell a guessed date from a known one.',
    authority: 'ГОСТ 7.1-2003, 5.5: [1986?], [ок. 1986]',
    mend: (text, item, column) =>
      /[?~]$/.test(item.issued ?? '')
        ? text.replace(bareYear(item), column === 'entry' ? yearOf(item) : guessed(item))
        : text,
  },
  {
    id: 'gost-place',
    styles,
    reason: 'Without a place or a publisher the official style leaves the marks between them.',
    authority: 'ГОСТ 7.1-2003, 5.5',
    mend: text =>
      text
        .replace(/([.?!”»]) : (?=\S)/, '$1 ')
        .replace(/([.?!”»]) , /, '$1 ')
        .replace(/: , /, ', '),
  },
  {
    id: 'gost-edition',
    styles,
    reason: 'The official style calls the edition an issue and sets it behind the year.',
    authority: 'ГОСТ Р 7.0.100-2018, 5.3: the statement of edition precedes the imprint',
    mend: (text, item, column) => {
      if (column !== 'entry' || !item.edition) return text;
      const ending = /1$/.test(item.edition)
        ? 'st'
        : /2$/.test(item.edition)
          ? 'nd'
          : /3$/.test(item.edition)
            ? 'rd'
            : 'th';
      const words = isRussian(item) ? `${item.edition}-е изд.` : `${item.edition}${ending} ed.`;
      const without = text.replace(/ Вып\. \d+\.?(?=$| )/, '').replace(/(?<!\.)$/, '.');
      const imprint = [item['publisher-place'], item.publisher].filter(Boolean).join(': ') || yearOf(item);
      const at = without.lastIndexOf(imprint);
      return at < 0 ? text : `${without.slice(0, at)}${words} ${without.slice(at)}`;
    },
  },
  {
    id: 'gost-volume',
    styles,
    reason: 'The official style drops the volume of a book.',
    authority: 'ГОСТ Р 7.0.5-2008, section 6',
    mend: (text, item, column) =>
      column === 'entry' && item.type === 'book' && item.volume
        ? `${text} ${isRussian(item) ? 'Т.' : 'Vol.'} ${item.volume}.`
        : text,
  },
  {
    id: 'gost-day',
    styles,
    reason: 'The official style gives what appears on a day its year alone.',
    authority: 'ГОСТ Р 7.0.5-2008, section 6: day and month behind the year',
    mend: (text, item, column) => {
      const daily = item.type === 'article-magazine' || item.type === 'article-newspaper';
      const plain = item.type === 'article-journal' && !item.volume && !item.issue;
      const [, rest] = dateOf(item);
      if (column !== 'entry' || !(daily || plain) || !rest) return text;
      return text.replace(`${yearOf(item)}.`, `${yearOf(item)}. ${rest}.`).replace('..', '.');
    },
  },
  {
    id: 'gost-site',
    styles,
    reason: 'The official style gives a page of the web without what it is, its site and its date.',
    authority: 'ГОСТ Р 7.0.5-2008, section 10: // Site. Date. URL',
    mend: (text, item, column) => {
      if (column !== 'entry' || !isOnline(item)) return text;
      const where = item['container-title'] ?? item.publisher;
      const publisher = item.publisher === where ? undefined : item.publisher;
      const facts = [where, publisher, ...dateOf(item)].filter(Boolean).join('. ').replaceAll('..', '.');
      const kind = item.genre ? `: ${item.genre.charAt(0).toLowerCase()}${item.genre.slice(1)}` : '';
      const named = text.replace(' [Электронный', `${kind} [Электронный`);
      if (!facts) return named;
      const stop = facts.endsWith('.') ? '' : '.';
      return named.replace(']. URL', `]${where ? ' // ' : '. '}${facts}${stop} URL`);
    },
  },
  {
    id: 'gost-address',
    styles,
    reason: 'The official style gives address and day of access to pages of the web alone.',
    authority: 'ГОСТ Р 7.0.5-2008, section 10: for every electronic source',
    mend: (text, item, column) => {
      const link = item.DOI ? `https://doi.org/${item.DOI}` : item.URL;
      if (column !== 'entry' || isOnline(item) || !link) return text;
      const day = item.DOI ? undefined : item.accessed?.split('-').reverse().join('.');
      return `${text} URL: ${link}${day ? ` (дата обращения: ${day})` : ''}.`;
    },
  },
];
