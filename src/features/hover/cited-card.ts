import { documentOfNote } from '../../core/cards/source-card.ts';
import { nearKey } from '../../core/checks/near-keys.ts';
import { placeOfKey } from '../../core/citation/cited-key.ts';
import { citesSource } from '../../core/citation/notes.ts';
import type { CitationStyle } from '../../core/citation/styles/style.ts';
import { type CitableWork, entryWorks, type Works, worksOf } from '../../core/citation/works.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { citationOf } from '../../core/text/citation-at.ts';
import type { KeyMention } from '../../core/text/citations.ts';
import type { FootnoteMark } from '../../core/text/footnotes.ts';
import { isCrossReference } from '../../core/text/foreign-keys.ts';
import type { DocumentBibliography } from '../../platform/bibliography-reader.ts';
import { entryMarkdown } from './entry-markdown.ts';
import type { CardPlace } from './links.ts';
import { definitionMarkdown, noteMarkdown, sourceMarkdown, unknownKeyMarkdown } from './source-markdown.ts';

/** No more of a footnote is looked at. */
const LONGEST_NOTE = 2000;

/** What the cards of the works that a text cites are made of. */
export interface CitedSources {
  readonly dossier: Dossier;
  readonly analysis: Analysis;
  /** The bibliography files of the text, read where no document of the dossier is cited. */
  readonly own: () => Promise<DocumentBibliography>;
  /** Asked for where a reference is shown only: settings take a good part of the time that a card over a name does. */
  readonly style: () => CitationStyle;
  /** The place of an offset, as links of cards carry it. */
  readonly placeOf: (offset: number) => CardPlace;
}

/** The card of the work of a key, or that none has it; `undefined` for what may be no citation. */
export async function keyText(sources: CitedSources, mention: KeyMention): Promise<string | undefined> {
  const card = await workText(sources, mention);
  if (card !== undefined) return card;
  const { dossier, analysis } = sources;
  const { key } = mention;
  if (isCrossReference(key)) return undefined;
  const nearest = nearKey(dossier, key)?.document.id;
  // Without brackets it may be anybody's handle.
  const cites = nearest !== undefined || citationOf(analysis, mention)?.bracketed;
  return cites ? unknownKeyMarkdown(key, nearest) : undefined;
}

/** The card of a document of the dossier, or of an entry of the writer's own files; `undefined` for a key of neither. */
async function workText(
  { dossier, analysis, own, style, placeOf }: CitedSources,
  key: KeyMention,
): Promise<string | undefined> {
  const document = dossier.documents.get(key.key);
  const at = placeOf(key.start);
  return document
    ? sourceMarkdown({ document, ...placeOfKey(analysis, key) }, at, style())
    : entryMarkdown(await own(), key.key, placeOfKey(analysis, key), style(), at);
}

/** What a footnote says, with the card of the work that it cites. */
export async function footnoteText(sources: CitedSources, mark: FootnoteMark): Promise<string | undefined> {
  const { dossier, analysis, own, style } = sources;
  const { footnotes, text } = analysis;
  if (mark.definition !== undefined) return definitionMarkdown(footnotes.callsOf(mark.label).length);
  const { definition } = footnotes.definitionOf(mark.label) ?? {};
  if (definition === undefined) return undefined;
  const { start } = definition;
  const end = Math.min(definition.end, start + LONGEST_NOTE);
  const said = text.slice(start, end);
  const keys = analysis.keysIn(start, end).filter(key => key.start >= start && key.end <= end);
  const bibliography = await own();
  const works = worksOf(dossier, entryWorks(bibliography.index));
  const [first, ...others] = keys.filter(({ key }) => works.get(key) !== undefined);
  if (first) {
    const more = others.flatMap(({ key }) => works.get(key) ?? []);
    return noteMarkdown(said, await workText(sources, first), more);
  }
  const named = documentOfNote(dossier, mark.label, said);
  if (named) return noteMarkdown(said, sourceMarkdown(named, undefined, style()), []);
  const work = workOfNote(works, mark.label, said);
  const card = work && entryMarkdown(bibliography, work.id, { paragraphs: [] }, style(), undefined);
  return noteMarkdown(said, card, []);
}

/** The work that a note cites without its key: the label begins with the key, as *Insert Citation* has it. */
function workOfNote(works: Works, label: string, said: string): CitableWork | undefined {
  for (let key = label; key !== ''; key = key.slice(0, Math.max(0, key.lastIndexOf('-')))) {
    const work = works.get(key);
    if (work && citesSource(said, { kind: 'work', work, paragraphs: [] })) return work;
  }
  return undefined;
}
