import * as vscode from 'vscode';
import { UnwritableKeyError, writeKey } from '../../core/citation/keys.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import type { Range } from '../../core/text/ordered-ranges.ts';
import { footnoteMarks, type Thing } from '../../core/text/things.ts';
import { toRange } from '../../platform/ranges.ts';
import type { NavigationSources } from './index.ts';
import { thingIn } from './places.ts';

/** What a rename changes: a name as it is written, a footnote's label, a key that no document has. */
interface Renamable {
  readonly analysis: Analysis;
  readonly thing: Thing;
  /** Of the name without title, the label, the key without `@`. */
  readonly range: Range;
}

/** @throws with the reason, for the writer, where nothing can be renamed at the position. */
async function renamable(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<Renamable> {
  const { t } = vscode.l10n;
  const found = await thingIn(sources, document, position, token);
  const range = found && renamedPart(found.thing);
  const offset = document.offsetAt(position);
  // The cursor may stand on the title.
  if (found === undefined || range === undefined || offset < range.start || offset > range.end) {
    throw new Error(t('Here is no name, citation key or footnote to rename.'));
  }
  const key = found.thing.kind === 'key' ? found.thing.key.key : '';
  const cited = (await sources.service.get()).documents.get(key);
  if (cited) {
    throw new Error(
      t(
        '“{0}” is the key of {1} in the dossier: a key belongs to its document and stays.',
        key,
        cited.shortName,
      ),
    );
  }
  return { ...found, range };
}

function renamedPart(thing: Thing): Range {
  if (thing.kind === 'name') return { start: thing.mention.nameStart, end: thing.mention.nameEnd };
  if (thing.kind === 'key') return { start: thing.key.keyStart, end: thing.key.keyEnd };
  return labelOf(thing.mark);
}

const labelOf = ({ start, label }: { readonly start: number; readonly label: string }): Range => ({
  start: start + 2,
  end: start + 2 + label.length,
});

export async function prepareRename(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<{ range: vscode.Range; placeholder: string }> {
  const { analysis, range } = await renamable(sources, document, position, token);
  return {
    range: toRange(document, range),
    placeholder: analysis.text.slice(range.start, range.end).replace(/\s+/g, ' '),
  };
}

/**
 * Renames throughout the file: a name where the same person is written in the same way, a label where the footnote is
 * called and defined, an unknown key wherever it is used.
 */
export async function renameEdits(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit> {
  const { t } = vscode.l10n;
  const target = await renamable(sources, document, position, token);
  const name = newName.trim();
  if (name === '' || /[\r\n]/.test(name)) throw new Error(t('The new name must be one line and not empty.'));
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, text } of replacements(target, name)) {
    edit.replace(document.uri, toRange(document, { start, end }), text);
  }
  return edit;
}

function replacements({ analysis, thing, range }: Renamable, name: string): (Range & { text: string })[] {
  const { t } = vscode.l10n;
  const { text } = analysis;
  if (thing.kind === 'name') {
    const written = ({ start, end }: Range): string => text.slice(start, end).replace(/\s+/g, ' ');
    const { people } = thing.mention;
    return analysis
      .mentionsIn(0, text.length)
      .filter(mention => mention.people.some(id => people.includes(id)))
      .map(({ nameStart, nameEnd }) => ({ start: nameStart, end: nameEnd, text: name }))
      .filter(each => written(each) === written(range));
  }
  if (thing.kind === 'key') {
    const written = keyToWrite(name.replace(/^@/, ''));
    return analysis
      .keysIn(0, text.length)
      .filter(({ key }) => key === thing.key.key)
      .map(({ start, end }) => ({ start, end, text: written }));
  }
  const { label } = thing.mark;
  if (/[\s[\]^]/.test(name)) {
    throw new Error(t('A footnote’s label has no blanks, no brackets and no “^” in it.'));
  }
  if (name.toLowerCase() !== label.toLowerCase() && footnoteMarks(analysis, name).length > 0) {
    throw new Error(t('The file has a footnote “{0}” already.', name));
  }
  return footnoteMarks(analysis, label).map(mark => ({ ...labelOf(mark), text: name }));
}

function keyToWrite(key: string): string {
  try {
    return writeKey(key);
  } catch (error) {
    if (!(error instanceof UnwritableKeyError)) throw error;
    throw new Error(
      vscode.l10n.t('“{0}” cannot be a citation key: it is empty, or has blanks or braces in it.', key),
      {
        cause: error,
      },
    );
  }
}
