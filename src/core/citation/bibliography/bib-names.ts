import type { ItemName } from './entry.ts';
import { latexText, latexValue } from './latex.ts';

/** Parts `raw` where `separator`, a sticky expression, matches outside of all braces. */
function split(raw: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < raw.length; at++) {
    const char = raw.charAt(at);
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0) {
      separator.lastIndex = at;
      const length = separator.exec(raw)?.[0].length ?? 0;
      if (length === 0) continue;
      parts.push(raw.slice(from, at));
      from = at + length;
      at = from - 1;
    }
  }
  parts.push(raw.slice(from));
  return parts;
}

/** Blanks are single where this is used. */
const AND = / and (?=\S)/iy;
const COMMA = /,/y;
const BLANK = /[ ~]+/y;
const EQUALS = /=/y;

/** A token that begins with a small letter is a particle; one in braces is not. */
function isParticle(token: string): boolean {
  if (/^\{[^\\]/.test(token)) return false;
  const [letter = ''] = /\p{L}/u.exec(latexText(token)) ?? [];
  return letter !== letter.toUpperCase();
}

const join = (tokens: readonly string[]): string => tokens.map(latexText).join(' ').trim();

interface NameParts {
  given: string;
  particle: string;
  family: string;
  suffix: string;
  /** Whether the particle belongs to the family name; unless the name says it itself. */
  useprefix: boolean;
}

/** `family=…, given=…, prefix=…`, as BibLaTeX has it beside the classic form. */
function labelled(parts: readonly string[], useprefix: boolean): NameParts {
  const labels = new Map(
    parts.map(part => {
      const [label = '', ...value] = split(part, EQUALS);
      const text = latexText(
        value
          .join('=')
          .trim()
          .replace(/^"([\s\S]*)"$/, '$1'),
      );
      return [label.trim().toLowerCase(), text] as const;
    }),
  );
  const of = (label: string): string => labels.get(label) ?? '';
  return {
    given: of('given'),
    particle: of('prefix'),
    family: of('family'),
    suffix: of('suffix'),
    useprefix: labels.has('useprefix') ? of('useprefix') === 'true' : useprefix,
  };
}

function nameParts(raw: string, useprefix: boolean): NameParts {
  const parts = split(raw, COMMA);
  if (/^\s*"?(?:family|given|prefix|suffix)(?:-i)?\s*=/.test(raw)) return labelled(parts, useprefix);
  const [first = '', second = '', ...more] = parts.map(part => part.trim());
  const tokens = split(first, BLANK).filter(token => token !== '');
  if (parts.length > 1) {
    // Von Last, First; Von Last, Jr, First.
    const rest = tokens.findIndex((token, index) => index === tokens.length - 1 || !isParticle(token));
    const [suffix, given] = more.length > 0 ? [second, more.join(', ')] : ['', second];
    return {
      given: latexText(given),
      particle: join(tokens.slice(0, Math.max(0, rest))),
      family: join(tokens.slice(Math.max(0, rest))),
      suffix: latexText(suffix),
      useprefix,
    };
  }
  const last = tokens.length - 1;
  let from = tokens.findIndex((token, index) => index < last && isParticle(token));
  if (from < 0) from = Math.max(0, last);
  let to = from;
  while (to < last && isParticle(tokens[to] ?? '')) to++;
  return {
    given: join(tokens.slice(0, from)),
    particle: join(tokens.slice(from, to)),
    family: join(tokens.slice(to)),
    suffix: '',
    useprefix,
  };
}

/**
 * The names of a list in BibTeX, as it stands in the file.
 * @param useprefix whether a particle is part of the family name where the name does not say so.
 */
export function bibNames(raw: string, useprefix: boolean): ItemName[] {
  const names: ItemName[] = [];
  for (const part of split(` ${raw} `.replace(/[ \t\r\n]+/g, ' '), AND)) {
    const name = part.trim();
    if (name === '') continue;
    if (/^\{[^\\]/.test(name) && whole(name)) {
      const literal = latexText(name);
      if (literal !== '') names.push({ literal });
      continue;
    }
    if (name === 'others') {
      names.push({ literal: name });
      continue;
    }
    const { given, particle, family, suffix, useprefix: own } = nameParts(name, useprefix);
    if (family === '') {
      const literal = given || particle;
      if (literal !== '') names.push({ literal });
      continue;
    }
    names.push({
      family,
      ...(given && { given }),
      ...(particle && { [own ? 'non-dropping-particle' : 'dropping-particle']: particle }),
      ...(suffix && { suffix }),
    });
  }
  return names;
}

/** Whether one pair of braces holds all of it. */
function whole(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at === text.length - 1;
  }
  return false;
}

const HOLDS_SEPARATOR = /[,=]|(?:^| )and(?: |$)/i;

/** A part of a name, in braces where it would be read as something else without. */
function part(text: string): string {
  const written = latexValue(text);
  const apart = text.split(/[ \u00A0]/);
  return HOLDS_SEPARATOR.test(text) || /\u00A0|^others$/.test(text) || apart.some(isLower)
    ? `{${written.startsWith('\\') ? '{}' : ''}${written}}`
    : written;
}

const isLower = (word: string): boolean => isParticle(latexValue(word));

function written(name: Exclude<ItemName, { literal: string }>, biblatex: boolean): string {
  const { family, given = '', suffix = '' } = name;
  const kept = name['non-dropping-particle'] ?? '';
  const particle = kept || (name['dropping-particle'] ?? '');
  const last = part(family);
  const alone = given + suffix === '' && /[ {]/.test(last);
  if (biblatex && (kept || (particle && !particle.split(' ').every(isLower)))) {
    const labels = Object.entries({ family, given, suffix, prefix: particle });
    const labelled = labels.flatMap(([label, text]) => (text ? [`${label}=${part(text)}`] : []));
    return [...labelled, ...(particle ? [`useprefix=${kept !== ''}`] : [])].join(', ');
  }
  const first = HOLDS_SEPARATOR.test(given) ? `{${latexValue(given)}}` : latexValue(given);
  const whose = particle ? `${latexValue(particle)} ${last}` : last;
  if (suffix) return `${whose}, ${part(suffix)}, ${first}`;
  // Without the comma the last word alone would be the family name.
  return first || alone ? `${whose}, ${first}`.trim() : whose;
}

/** A list of names for a file of BibTeX or BibLaTeX. */
export const bibNameList = (names: readonly ItemName[], biblatex: boolean): string =>
  names
    .map((name, index) => {
      if (!('literal' in name)) return written(name, biblatex);
      const others = name.literal === 'others' && index > 0 && index === names.length - 1;
      const literal = latexValue(name.literal);
      return others ? literal : `{${literal.startsWith('\\') ? '{}' : ''}${literal}}`;
    })
    .join(' and ');
