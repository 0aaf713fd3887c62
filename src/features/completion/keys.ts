import * as vscode from 'vscode';
import { grade } from '../../core/cards/phrases.ts';
import { entryLine } from '../../core/citation/bibliography/entry-line.ts';
import { UnwritableKeyError, writeKey } from '../../core/citation/keys.ts';
import { isWeak } from '../../core/dossier/dossier.ts';
import { passageId } from '../../core/dossier/reference.ts';
import { chooseKeys, type KeyChoice } from '../../core/search/key-query.ts';
import type { SearchLimits } from '../../core/search/searcher.ts';
import { CITATION_KEY } from '../../core/text/addresses.ts';
import { isRoleKey } from '../../core/text/roles.ts';
import type { TypedKey, TypedLocator } from '../../core/text/typing.ts';
import type { DocumentBibliography } from '../../platform/bibliography-reader.ts';
import { commandTo } from '../../platform/commands.ts';
import type { TypingPlace } from './complete.ts';
import { ReferenceItem, WorkItem } from './item.ts';

const KEY_REST = new RegExp(`^${CITATION_KEY}`, 'u');
const ROLE_KEY_REST = /^[^\s`{},;]*/;

/**
 * The documents and the writer's own works that the half-typed key can mean: asked again at each letter, since the search and
 * not VS Code finds them.
 * @param bibliography `undefined` as long as the files that the text names have not been read.
 */
export function keyItems(
  place: TypingPlace,
  { start, typed, braced, role }: TypedKey,
  bibliography: DocumentBibliography | undefined,
): vscode.CompletionList {
  const { position, loaded } = place;
  const inserting = new vscode.Range(position.translate(0, start - place.before.length), position);
  const replacing = new vscode.Range(inserting.start, position.translate(0, keyRest(place, role)));
  const written = (key: string): string | undefined =>
    role ? (isRoleKey(key) ? key : undefined) : braced ? key : keyText(key);
  const items: vscode.CompletionItem[] = [];
  const add = (item: vscode.CompletionItem, key: string, order: string): void => {
    const text = written(key);
    if (text === undefined) return;
    item.insertText = text;
    item.range = { inserting, replacing };
    // All match what is typed equally well: the order is that of the search.
    item.filterText = typed;
    item.sortText = order + String(items.length).padStart(5, '0');
    items.push(item);
  };
  const index = bibliography?.index;
  const listed = new Set<string>();
  const ownWorks = index?.search(typed, MOST_ENTRIES) ?? [];
  const choose = (forgiven: SearchLimits['forgiven']): KeyChoice[] =>
    chooseKeys(loaded.dossier, loaded.searcher, typed, forgiven);
  // What has the words only with typing errors, or some of them, is worth showing where nothing else is.
  const choices = ownWorks.length > 0 ? choose('nothing') : choose('errors');
  if (choices.length + ownWorks.length === 0) choices.push(...choose('missing'));
  for (const { document, passage } of choices) {
    const { id, shortName, assessment, csl } = document;
    const own = index?.get(id) ?? index?.sameWork(csl);
    const key = index?.has(id) ? id : (own?.entry.key ?? id);
    if (own) listed.add(own.entry.key);
    const weak = isWeak(document);
    const item = new ReferenceItem(
      { label: key, description: `${weak ? '⚠ ' : ''}${shortName} ⟨${grade(assessment)}⟩` },
      weak ? vscode.CompletionItemKind.Issue : vscode.CompletionItemKind.Reference,
      passage === undefined ? { type: 'document', id } : { type: 'passage', id: passageId(id, passage) },
    );
    if (own === undefined && !isNone(bibliography)) {
      const { line, character } = inserting.start;
      const at = { uri: place.document.uri.toString(), line, character };
      item.command = commandTo('', 'counterparts.addToBibliography', { type: 'document', id, at });
    }
    add(item, key, '');
  }
  for (const found of ownWorks) {
    const { entry } = found;
    if (loaded.dossier.documents.has(entry.key) || listed.has(entry.key)) continue;
    const { who, title } = entryLine(entry.fields);
    const label = { label: entry.key, description: [who, title].filter(Boolean).join(' · ') };
    // Behind the documents of the dossier that were found, in the order of the files.
    add(new WorkItem(label, found), entry.key, 'a');
  }
  return new vscode.CompletionList(items, true);
}

/** Whether it is known that the text names no bibliography file. */
const isNone = (bibliography: DocumentBibliography | undefined): boolean =>
  bibliography?.complete === true && bibliography.files.length === 0;

/** Nobody looks through more entries of a bibliography; the next letter finds others. */
const MOST_ENTRIES = 50;

/** How much of a key there is behind the cursor, on its line. */
function keyRest({ document, position }: TypingPlace, role: boolean | undefined): number {
  const after = document.getText(new vscode.Range(position, position.translate(0, 200)));
  if (role) return ROLE_KEY_REST.exec(after)?.[0].length ?? 0;
  return (KEY_REST.exec(`x${after}`)?.[0].length ?? 1) - 1;
}

/** A key as it stands behind `@`; `undefined` where no citation can hold it. */
function keyText(id: string): string | undefined {
  try {
    return writeKey(id).slice(1);
  } catch (error) {
    if (error instanceof UnwritableKeyError) return undefined;
    throw error;
  }
}

/** The paragraphs of the document whose key stands before, each with its précis. */
export function paragraphItems(place: TypingPlace, locator: TypedLocator): vscode.CompletionList | undefined {
  const { position, before, loaded } = place;
  const document = loaded.dossier.documents.get(locator.key);
  if (document === undefined) return undefined;
  const range = new vscode.Range(position.translate(0, locator.start - before.length), position);
  const gap = before.charAt(locator.start - 1) === ',' ? ' ' : '';
  return new vscode.CompletionList(
    document.passages.map(({ number, precis }) => {
      const label = locator.labelled ? String(number) : `para. ${number}`;
      const item = new ReferenceItem({ label, description: precis }, vscode.CompletionItemKind.Value, {
        type: 'passage',
        id: passageId(document.id, number),
      });
      item.range = range;
      item.insertText = `${locator.labelled ? '' : gap}${label}`;
      // Found by the number alone as well.
      item.filterText = /\d$/.test(before) ? String(number) : label;
      item.sortText = String(number).padStart(5, '0');
      return item;
    }),
  );
}
