import { parseEdtf } from '../dossier/edtf.ts';
import type { CslItem, CslPerson } from './csl-item.ts';

/** What RIS calls the types of CSL (https://refdb.sourceforge.net/manual-0.9.6/sect1-ris-format.html). */
const TYPES: Readonly<Record<string, string>> = {
  article: 'GEN',
  'article-journal': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  book: 'BOOK',
  broadcast: 'SOUND',
  chapter: 'CHAP',
  motion_picture: 'MPCT',
  report: 'RPRT',
  thesis: 'THES',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
};

/** A record in RIS, with the line ends that the format asks for. */
export function risRecord(item: CslItem, key: string): string {
  const lines: string[] = [];
  const put = (tag: string, value: string | undefined): void => {
    const text = value?.replace(/\s+/g, ' ').trim();
    if (text) lines.push(`${tag}  - ${text}`);
  };
  const names = (tag: string, people: readonly CslPerson[] | undefined): void => {
    for (const person of people ?? []) put(tag, nameOf(person));
  };
  lines.push(`TY  - ${Object.hasOwn(TYPES, item.type) ? TYPES[item.type] : 'GEN'}`);
  put('ID', key);
  names('AU', item.author);
  names('A2', item.editor);
  put('TI', item.title);
  put('T2', item['container-title']);
  put('PB', item.publisher);
  put('CY', item['publisher-place']);
  put('PY', /\d{4}/.exec(item.issued ?? '')?.[0]);
  put('DA', dateOf(item.issued));
  put('Y2', dateOf(item.accessed));
  put('VL', item.volume);
  put('IS', item.issue);
  put('SP', item.page);
  put('DO', item.DOI);
  put('UR', item.URL);
  put('LA', item.language);
  put('M3', item.genre);
  return `${[...lines, 'ER  - '].join('\r\n')}\r\n`;
}

function nameOf(person: CslPerson): string {
  if ('literal' in person) return person.literal;
  const suffix = 'suffix' in person ? person.suffix : undefined;
  return [person.family, person.given, suffix].filter(Boolean).join(', ');
}

/** `2013/09/15/`, as far as the date is known; nothing for what is no day, month or year. */
function dateOf(edtf: string | undefined): string | undefined {
  if (edtf === undefined) return undefined;
  try {
    const { kind, earliest } = parseEdtf(edtf);
    const [year = '', month = '', day = ''] = (earliest ?? '').split('-');
    if (kind === 'day') return `${year}/${month}/${day}/`;
    if (kind === 'month') return `${year}/${month}//`;
    return kind === 'year' ? `${year}///` : undefined;
  } catch {
    return undefined;
  }
}
