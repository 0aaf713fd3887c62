import * as vscode from 'vscode';
import { UnwritableKeyError, writeKey } from '../../core/citation/keys.ts';
import type { SourceDocument } from '../../core/dossier/records.ts';
import type { Analysis } from '../../core/text/analysis.ts';
import { isMarked } from '../../core/text/citations.ts';
import type { Range } from '../../core/text/ordered-ranges.ts';
import { isRoleKey } from '../../core/text/roles.ts';
import { footnoteMarks, occurrencesOf, type Thing } from '../../core/text/things.ts';
import { toRange } from '../../platform/ranges.ts';
import { inSlices } from '../../platform/slices.ts';
import type { NavigationSources } from './index.ts';
import { thingIn } from './places.ts';

/** What a rename changes: a name as it is written, a footnote's label, a key that no document has. */
interface Renamable {
  readonly analysis: Analysis;
  readonly thing: Thing;
  /** Of the name without title, the label, the key without `@`. */
  readonly range: Range;
}

async function renamable(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<Renamable | undefined> {
  const found = await thingIn(sources, document, position, token);
  if (found === undefined) return undefined;
  const range = renamedPart(found.thing);
  const offset = document.offsetAt(position);
  // The cursor may stand on the title.
  return offset < range.start || offset > range.end ? undefined : { ...found, range };
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

/** What a rename begins with. @throws where nothing of ours stands, with the reason for the writer */
export async function prepareRename(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  token: vscode.CancellationToken,
): Promise<{ range: vscode.Range; placeholder: string }> {
  const target = await renamable(sources, document, position, token);
  if (target === undefined) {
    throw new Error(vscode.l10n.t('There is no name, citation key or footnote to rename here.'));
  }
  const { analysis, range } = target;
  return {
    range: toRange(document, range),
    placeholder: analysis.text.slice(range.start, range.end).replace(/\s+/g, ' '),
  };
}

/**
 * Renames throughout the file: a name where the same person is written in the same way, a label where the footnote is
 * called and defined, an unknown key wherever it is used. What cannot be is told, and nothing changes: an error would have
 * VS Code's own Markdown rename what stands in the brackets.
 */
export async function renameEdits(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  newName: string,
  token: vscode.CancellationToken,
): Promise<vscode.WorkspaceEdit | undefined> {
  const target = await renamable(sources, document, position, token);
  if (target === undefined) return undefined;
  const edit = new vscode.WorkspaceEdit();
  const { version } = document;
  const stale = (): boolean => token.isCancellationRequested || document.version !== version;
  try {
    const { documents } = await sources.service.get();
    const found = stale() ? [] : await inSlices(replacements(target, newName.trim(), documents), stale);
    for (const { start, end, text } of found ?? []) {
      edit.replace(document.uri, toRange(document, { start, end }), text);
    }
  } catch (error) {
    void sources.log.report(error);
  }
  return edit;
}

/** @throws with the reason, for the writer, where the name cannot be the new one, or the old one stays. */
function* replacements(
  { analysis, thing, range }: Renamable,
  name: string,
  documents: ReadonlyMap<string, SourceDocument>,
): Generator<void, (Range & { text: string })[]> {
  const { t } = vscode.l10n;
  const { text } = analysis;
  if (name === '' || /[\p{Cc}\p{Zl}\p{Zp}]/u.test(name))
    throw new Error(t('The new name must be one line and not empty.'));
  if (thing.kind === 'name') {
    const written = ({ start, end }: Range): string => text.slice(start, end).replace(/\s+/g, ' ');
    const { people } = thing.mention;
    const found = new Map<number, Range & { text: string }>();
    for (const id of people) {
      for (const { start, end } of yield* occurrencesOf(analysis, { kind: 'person', id })) {
        if (written({ start, end }) === written(range)) found.set(start, { start, end, text: name });
      }
    }
    return [...found.values()];
  }
  if (thing.kind === 'key') {
    const cited = documents.get(thing.key.key);
    if (cited) {
      throw new Error(
        t(
          '“{0}” is the key of {1} in the dossier: a key belongs to its document and stays.',
          cited.id,
          cited.shortName,
        ),
      );
    }
    const places = yield* occurrencesOf(analysis, { kind: 'key', key: thing.key.key });
    const key = name.replace(/^@/, '');
    return places.map(({ start, end }) => ({ start, end, text: keyAt(text, start, key) }));
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

/** A key as it is to stand at a place: marked, or bare in a role of MyST's. */
function keyAt(text: string, start: number, key: string): string {
  try {
    if (isMarked(text, start)) return writeKey(key);
    if (isRoleKey(key)) return key;
    throw new UnwritableKeyError(key);
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
