import type { CslPerson } from '../csl-item.ts';

/** How a style writes a list of names. */
export interface NameForm {
  /** Whose family name stands first. */
  readonly inverted?: 'first' | 'all' | undefined;
  /** Initials in place of given names. */
  readonly initials?: boolean;
  /** The family name alone. */
  readonly short?: boolean;
  /** Between family name and given name where turned round; `, ` where left out. */
  readonly comma?: string;
  /** A particle that belongs to the family name stands last in a name that is turned round: `Tarn, Ada van der`. */
  readonly particleLast?: boolean;
  /** Before the last name. */
  readonly and: string;
  /** Lists longer than this are cut down to `shown` names and `etAl`. */
  readonly most: number;
  readonly shown: number;
  readonly etAl: string;
  /** A list that is cut down ends with an ellipsis and its last name (APA 9.8). */
  readonly last?: boolean;
}

const given = (name: CslPerson, form: NameForm): string => {
  if ('literal' in name || form.short) return '';
  return (form.initials ? initials(name.given ?? '') : (name.given ?? '')).trim();
};

/** `Anne-Lise Imogen` to `A.-L. I.` */
const initials = (names: string): string =>
  names
    .split(/\s+|(?<=\.)(?=\p{L})/u)
    .filter(Boolean)
    .map(name =>
      /^\p{Ll}+$/u.test(name)
        ? name
        : name
            .split('-')
            .map(part => part && `${initial(part)}.`)
            .join('-'),
    )
    .join(' ');

const initial = (name: string): string => String.fromCodePoint(name.codePointAt(0) ?? 32);

function one(name: CslPerson, form: NameForm, turned: boolean): string {
  if ('literal' in name) return name.literal;
  const particles = 'non-dropping-particle' in name ? name['non-dropping-particle'] : undefined;
  const dropped = !form.short && 'dropping-particle' in name ? name['dropping-particle'] : undefined;
  const suffix = !form.short && 'suffix' in name ? name.suffix : undefined;
  const last = turned && form.particleLast && !form.short;
  const family = [last ? '' : particles, name.family].filter(Boolean).join(' ');
  const first = [given(name, form), dropped, last ? particles : ''].filter(Boolean).join(' ');
  if (!turned) return [first, family, suffix].filter(Boolean).join(' ');
  const turnedRound = [family, first].filter(Boolean).join(form.comma ?? ', ');
  return suffix ? turnedRound + (form.comma ?? ', ') + suffix : turnedRound;
}

/** The names as one text; empty where there are none. */
export function nameList(names: readonly CslPerson[] | undefined, form: NameForm): string {
  if (!names || names.length === 0) return '';
  const all = names.map((name, index) =>
    one(name, form, form.inverted === 'all' || (form.inverted === 'first' && index === 0)),
  );
  const final = all.at(-1) ?? '';
  if (all.length > form.most) {
    const shown = all.slice(0, form.shown).join(', ');
    return form.last ? `${shown}, … ${final}` : shown + form.etAl;
  }
  if (all.length === 1) return final;
  // Where the first name is turned round, a comma ends it.
  const turned = form.inverted !== undefined && names[0] !== undefined && !('literal' in names[0]);
  const comma = form.and !== ', ' && (all.length > 2 || turned) ? ',' : '';
  return `${all.slice(0, -1).join(', ')}${comma}${form.and}${final}`;
}

export const isPlural = (names: readonly CslPerson[] | undefined): boolean => (names?.length ?? 0) > 1;
