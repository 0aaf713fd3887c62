import { AhoCorasick } from '@monyone/aho-corasick/fast';
import FlashText from 'flashtext.js';
import type { ExactHit } from '../../src/core/text/exact-names.ts';

/** Another way to find names as they are written. */
export interface Peer {
  readonly name: string;
  /** Every hit in order, as far as the peer tells: where, and which form. */
  readonly find: (text: string) => readonly ExactHit[];
  /** What it finds of what we find, where its rules make it find less. */
  readonly comparable?: (hit: ExactHit) => boolean;
  /** It tells the form and not where it stands. */
  readonly placeless?: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]/u;

/** One expression of all forms, the longest first, between ends of words. */
function alternation(forms: readonly string[]): Peer {
  const sorted = [...forms].sort((a, b) => b.length - a.length).map(form => form.replace(/\s+/g, '\\s+'));
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${sorted.join('|')})(?![\\p{L}\\p{M}\\p{N}])`,
    'gu',
  );
  return {
    name: 'an alternation with \\p{} boundaries',
    find: text =>
      Array.from(text.matchAll(pattern), ({ 0: form, index: start }) => ({
        start,
        end: start + form.length,
        form,
      })),
  };
}

/** It finds every form at every place, parts of words too: what is a whole word, and the longest, is chosen here. */
function ahoCorasick(forms: readonly string[]): Peer {
  const automaton = new AhoCorasick([...forms]);
  return {
    name: '@monyone/aho-corasick, double array',
    find: text => {
      const hits = automaton
        .matchInText(text)
        .filter(({ begin, end }) => !WORD.test(text.charAt(begin - 1)) && !WORD.test(text.charAt(end)))
        .sort((a, b) => a.begin - b.begin || b.end - a.end);
      let reached = 0;
      return hits.flatMap(({ begin, end, keyword }) => {
        if (begin < reached) return [];
        reached = end;
        return [{ start: begin, end, form: keyword }];
      });
    },
  };
}

/** It takes every character beyond ASCII for the end of a word, and tells only the forms. */
function flashText(forms: readonly string[]): Peer {
  const ascii = (form: string): boolean => !/[^ -~]/.test(form);
  const processor = new FlashText(true);
  processor.addKeywordsFromArray(forms.filter(ascii));
  return {
    name: 'flashtext.js, ASCII forms only',
    find: text => processor.extractKeywords(text).map(form => ({ start: -1, end: -1, form })),
    comparable: ({ form }) => ascii(form),
    placeless: true,
  };
}

export function peersFor(forms: readonly string[]): readonly Peer[] {
  return [alternation(forms), ahoCorasick(forms), flashText(forms)];
}

/** How many hits a peer and we have in common. @throws where it finds more, less or something else than its rules let it. */
export function agreeing(peer: Peer, theirs: readonly ExactHit[], ours: readonly ExactHit[]): number {
  const show = ({ start, end, form }: ExactHit): string =>
    peer.placeless ? form : `${start}-${end} ${form}`;
  const expected = ours.filter(hit => peer.comparable?.(hit) ?? true);
  for (let at = 0; at < Math.max(expected.length, theirs.length); at++) {
    const [own, other] = [expected[at], theirs[at]];
    if (own === undefined || other === undefined || show(own) !== show(other)) {
      throw new Error(
        `Hit ${at}: ${peer.name} finds ${other ? show(other) : 'nothing'}, we find ${own ? show(own) : 'nothing'}.`,
      );
    }
  }
  return expected.length;
}
