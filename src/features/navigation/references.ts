import * as vscode from 'vscode';
import type { Person } from '../../core/dossier/records.ts';
import { type Analysis, analyseSliced } from '../../core/text/analysis.ts';
import { LineIndex } from '../../core/text/line-index.ts';
import { Seeds } from '../../core/text/seeds.ts';
import { type Occurrence, occurrencesOf, type Subject, subjectOf } from '../../core/text/things.ts';
import { markdownFiles, openMarkdown } from '../../platform/markdown-files.ts';
import { toRange } from '../../platform/ranges.ts';
import { inSlices } from '../../platform/slices.ts';
import type { NavigationSources } from './index.ts';
import { thingIn } from './places.ts';

/**
 * Where a person, in any form, or a key stands in this file and in the Markdown files of the open folders; of a footnote,
 * in this file. Open files count as they are in the editor.
 */
export async function findReferences(
  sources: NavigationSources,
  document: vscode.TextDocument,
  position: vscode.Position,
  { includeDeclaration }: vscode.ReferenceContext,
  token: vscode.CancellationToken,
): Promise<vscode.Location[] | undefined> {
  const { service, analyses, log } = sources;
  const found = await thingIn(sources, document, position, token);
  if (found === undefined) return undefined;
  const subject = subjectOf(found.thing);
  const stale = (): boolean => token.isCancellationRequested;
  const places = (analysis: Analysis): Promise<Occurrence[] | undefined> =>
    inSlices(occurrencesOf(analysis, subject), stale);
  const inOpen = async (open: vscode.TextDocument, analysis: Analysis): Promise<vscode.Location[]> =>
    ((await places(analysis)) ?? []).map(each => new vscode.Location(open.uri, toRange(open, each)));
  const locations = await inOpen(document, found.analysis);
  if (subject.kind === 'footnote') {
    if (includeDeclaration) return locations;
    const { footnotes } = found.analysis;
    return locations.filter(({ range }) => !footnotes.at(document.offsetAt(range.start))?.definition);
  }

  const { dossier, names } = await service.load();
  const mayHold = prefilter(subject, dossier.people.get(subject.kind === 'person' ? subject.id : ''));
  for (const open of openMarkdown()) {
    if (open === document || !mayHold(open.getText())) continue;
    const analysis = await analyses.get(open, token);
    for (const location of analysis ? await inOpen(open, analysis) : []) locations.push(location);
  }
  const title = vscode.l10n.t('Searching Markdown files');
  await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, async progress => {
    const report = (done: number, all: number): void =>
      progress.report({ message: vscode.l10n.t('{0} of {1}', done, all) });
    for await (const { uri, text } of markdownFiles(log, token, report)) {
      if (!mayHold(text)) continue;
      const analysis = await inSlices(analyseSliced(text, names), stale);
      const lines = new LineIndex(text);
      for (const { start, end } of (analysis && (await places(analysis))) ?? []) {
        const [from, to] = [lines.placeOf(start), lines.placeOf(end)];
        locations.push(
          new vscode.Location(uri, new vscode.Range(from.line, from.character, to.line, to.character)),
        );
      }
    }
  });
  return token.isCancellationRequested ? undefined : locations;
}

/** Tells most texts in which the subject does not stand without an analysis. */
function prefilter(subject: Subject, person: Person | undefined): (text: string) => boolean {
  if (subject.kind === 'key') return text => text.includes(subject.key);
  const seeds = new Seeds(person ? [person] : []);
  return text => seeds.some(text);
}
