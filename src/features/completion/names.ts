import * as vscode from 'vscode';
import { tenureYears } from '../../core/cards/phrases.ts';
import type { Person } from '../../core/dossier/records.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { type Offer, offerNames, offerOffices } from '../../core/text/offers.ts';
import { datesOfSentence } from '../../core/text/sentence-dates.ts';
import type { TypedWord } from '../../core/text/typing.ts';
import type { LoadedDossier } from '../../platform/loaded-dossier.ts';
import type { ReadPlace, TypingPlace } from './complete.ts';
import { ReferenceItem } from './item.ts';

/** A single letter is no name yet: only what the file has already. */
const LETTERS = 2;
/** How far from the cursor a name counts as used in the file. */
const BEFORE = 50_000;
const AFTER = 10_000;

/** Whether the words begin a name or an office, whatever the text around them says. */
export function mayBegin({ dossier }: LoadedDossier, words: readonly TypedWord[]): boolean {
  const people = [...dossier.people.values()];
  const typed = words.map(({ text }) => text);
  return offerNames(people, typed, new Map()).length > 0 || offerOffices(people, typed).length > 0;
}

/** The names that begin as the words being typed do. */
export function nameItems(place: ReadPlace, words: readonly TypedWord[]): vscode.CompletionList {
  const { analysis, loaded } = place;
  const typed = words.map(({ text }) => text);
  const begun = (typed.at(-1)?.length ?? 0) < LETTERS;
  const used = usedForms(analysis, place.from + place.before.length);
  const offers = offerNames(loaded.dossier.people.values(), typed, used);
  const wanted = begun ? offers.filter(offer => offer.used || offer.words > 1) : offers;
  const items = wanted.map((offer, index) => {
    const { person, text } = offer;
    const item = new ReferenceItem(
      { label: text, description: standing(person) },
      vscode.CompletionItemKind.User,
      { type: 'person', id: person.id },
    );
    return fitted(item, place, words, offer, index);
  });
  return new vscode.CompletionList(items, begun);
}

/** The offices whose titles begin so, each with who held it at the date that the sentence gives. */
export function officeItems(place: ReadPlace, words: readonly TypedWord[]): vscode.CompletionItem[] {
  const { analysis, loaded, from, before } = place;
  const { dossier } = loaded;
  const people = [...dossier.people.values()];
  const sentence = analysis.sentenceAt(from + before.length);
  const dates = sentence ? datesOfSentence(analysis, sentence) : [];
  return offerOffices(
    people,
    words.map(({ text }) => text),
  ).map((offer, index) => {
    const holders = people.filter(person =>
      dates.some(date => dossier.officesAt(person, date).some(({ office }) => office === offer.office)),
    );
    const item = new vscode.CompletionItem(
      {
        label: offer.text,
        ...(holders.length > 0 && {
          description: vscode.l10n.t('{0} then', holders.map(({ name }) => name).join(', ')),
        }),
      },
      vscode.CompletionItemKind.Value,
    );
    return fitted(item, place, words, offer, index);
  });
}

/** The item in the place of the words that it completes, behind what others offer. */
function fitted<Item extends vscode.CompletionItem>(
  item: Item,
  { position, before }: TypingPlace,
  words: readonly TypedWord[],
  { text, words: count, rest }: Offer,
  index: number,
): Item {
  const start = words.at(-count)?.start ?? before.length;
  item.range = new vscode.Range(position.translate(0, start - before.length), position);
  item.insertText = text;
  // It goes on matching as the writer goes on typing, whichever word of it they began with.
  item.filterText = before.slice(start) + rest;
  item.sortText = `~${String(index).padStart(3, '0')}`;
  return item;
}

/** The forms by which the text around an offset names each person, the most frequent first. */
function usedForms(analysis: Analysis, offset: number): Map<string, string[]> {
  const counts = new Map<string, Map<string, number>>();
  for (const { people, form } of analysis.mentionsIn(Math.max(0, offset - BEFORE), offset + AFTER)) {
    const [id = ''] = people;
    const forms = counts.get(id) ?? new Map<string, number>();
    counts.set(id, forms.set(form, (forms.get(form) ?? 0) + 1));
  }
  return new Map(
    Array.from(counts, ([id, forms]) => [id, [...forms].sort((a, b) => b[1] - a[1]).map(([form]) => form)]),
  );
}

/** Who that is, in a few words. */
function standing({ offices, description = '' }: Person): string {
  const [office] = offices;
  return office ? [office.title, tenureYears(office)].filter(Boolean).join(', ') : description;
}
