import * as vscode from 'vscode';
import type { BibliographyProblem } from '../../core/citation/bibliography/entry.ts';
import { type DocumentBibliography, locationIn, type ReadFile } from '../../platform/bibliography-reader.ts';

/** What is wrong in the bibliography files of open Markdown files, at its place in them. */
export class BibliographyProblems {
  readonly #diagnostics: vscode.DiagnosticCollection;
  /** Of each file the version that is shown. */
  readonly #shown = new Map<string, string>();

  constructor(diagnostics: vscode.DiagnosticCollection) {
    this.#diagnostics = diagnostics;
  }

  show({ files, index }: DocumentBibliography): void {
    const fresh = files.filter(({ uri, stamp }) => this.#shown.get(uri.toString()) !== stamp);
    if (fresh.length === 0) return;
    const duplicates = index.duplicates();
    for (const file of fresh) {
      const name = file.uri.toString();
      this.#shown.set(name, file.stamp);
      const doubled = duplicates.flatMap(({ key, places: [, ...others] }) =>
        others.flatMap(place => (place.file === name ? [duplicate(file, key, place)] : [])),
      );
      this.#diagnostics.set(file.uri, [
        ...file.bibliography.problems.map(problem => broken(file, problem)),
        ...doubled,
      ]);
    }
  }
}

const diagnostic = (
  file: ReadFile,
  place: { start: number; end: number },
  message: string,
): vscode.Diagnostic => {
  const { range } = locationIn(file, place);
  const made = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
  made.source = 'Counterparts';
  return made;
};

const duplicate = (file: ReadFile, key: string, place: { start: number; end: number }): vscode.Diagnostic =>
  diagnostic(
    file,
    place,
    vscode.l10n.t('The key “{0}” stands here a second time; the first entry counts.', key),
  );

function broken(file: ReadFile, problem: BibliographyProblem): vscode.Diagnostic {
  const { t } = vscode.l10n;
  const { code, detail } = problem;
  const sentences: Record<BibliographyProblem['code'], string> = {
    unclosed: t('A bracket, brace or quotation mark is not closed.'),
    'extra-brace': t('A brace or bracket is closed that was not opened.'),
    'missing-comma': t('A comma is missing here.'),
    'missing-colon': t('A colon is missing here.'),
    'missing-equals': t('An equals sign is missing here.'),
    'missing-key': t('This entry has no key, so it cannot be cited.'),
    'bad-key': t('This key has blanks in it, so it cannot be cited.'),
    'bad-value': t('This value cannot be read.'),
    unsupported: t('This is YAML beyond what is read of bibliographies.'),
    'too-deep': t('This is nested too deeply to be read.'),
    'no-list': t('This file holds no list of works.'),
  };
  const where = detail === '' ? sentences[code] : `${detail}: ${sentences[code]}`;
  return diagnostic(file, problem, `${where} ${t('The other entries are read.')}`);
}
