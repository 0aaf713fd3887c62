import * as vscode from 'vscode';
import { summaryLine } from '../../core/cards/summary-line.ts';
import { Checker } from '../../core/checks/checker.ts';
import type { Finding, RuleCode, Severity } from '../../core/checks/rule.ts';
import { RULES } from '../../core/checks/rules.ts';
import { holdBackUnfinished, type Sorted } from '../../core/checks/unfinished.ts';
import type { Dossier } from '../../core/dossier/dossier.ts';
import { getOrAdd } from '../../core/dossier/keyed.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import type { AnalysisService } from '../../platform/analysis-service.ts';
import type { Bibliographies } from '../../platform/bibliographies.ts';
import type { DossierService } from '../../platform/dossier-service.ts';
import { pageLocation, pageUri, rulePageUri } from '../../platform/pages.ts';
import { toRange } from '../../platform/ranges.ts';
import { setting } from '../../platform/settings.ts';
import { inSlices } from '../../platform/slices.ts';
import { editorVoice } from '../../platform/voice.ts';
import { BibliographyProblems } from './bibliography-problems.ts';

interface Sources {
  readonly service: DossierService;
  readonly analyses: AnalysisService;
  readonly bibliographies: Bibliographies;
}

/** What was found in a version of a document. */
interface Checked {
  readonly version: number;
  readonly findings: readonly Finding[];
  readonly sorted: Sorted;
}

const SEVERITIES: Readonly<Record<Exclude<Severity, 'off'>, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** VS Code shows no more of one file. */
const MOST_SHOWN = 1000;

/** How a rule reports in a file, by the settings there; a value that is none counts as the rule's own. */
function severityIn(code: RuleCode, document: vscode.TextDocument): Severity {
  const set = setting(`checks.${code}`, document);
  if (set === 'off' || Object.hasOwn(SEVERITIES, set)) return set;
  return RULES.find(rule => rule.code === code)?.severity ?? 'warning';
}

/** The checks of open files: runs them in slices, shows what they find and remembers it for quick fixes. */
export class FileChecks {
  readonly #sources: Sources;
  readonly #diagnostics: vscode.DiagnosticCollection;
  readonly #checked = new Map<string, Checked>();
  readonly #files: BibliographyProblems;
  #checker: Checker | undefined;

  constructor(sources: Sources, diagnostics: vscode.DiagnosticCollection) {
    this.#sources = sources;
    this.#diagnostics = diagnostics;
    this.#files = new BibliographyProblems(diagnostics);
    sources.service.onDidChange(() => {
      this.#checker = undefined;
      this.#checked.clear();
    });
  }

  /** Checks the document as it is now and shows what was found; does nothing where it changes or closes meanwhile. */
  async check(document: vscode.TextDocument, token?: vscode.CancellationToken): Promise<Checked | undefined> {
    const { version, languageId } = document;
    // Where its language changes a document is said to be closed, and yet is none that is.
    const stale = (): boolean =>
      document.isClosed ||
      document.version !== version ||
      document.languageId !== languageId ||
      (token?.isCancellationRequested ?? false);
    const analysis = await this.#sources.analyses.get(document, token);
    if (analysis === undefined || stale()) return undefined;
    const { dossier, quotations } = await this.#sources.service.load();
    this.#checker ??= new Checker(dossier, RULES, editorVoice(), quotations);
    const bibliography = await this.#sources.bibliographies.get(document);
    const { files, complete, index } = bibliography;
    const otherKeys =
      files.length > 0 || !complete ? { has: (key: string) => index.has(key), complete } : undefined;
    const found = await inSlices(this.#checker.checkSliced(analysis, otherKeys), stale);
    if (found === undefined || stale()) return undefined;
    const severities = new Map(RULES.map(({ code }) => [code, severityIn(code, document)]));
    const findings = gravest(found, severities);
    const key = document.uri.toString();
    const before = this.#checked.get(key)?.sorted.identities ?? new Set();
    const sorted = holdBackUnfinished(findings, analysis.text, cursorsIn(document), before);
    const checked = { version, findings, sorted };
    this.#checked.set(key, checked);
    const labels = new Map<string, string>();
    const label = (reference: RecordReference): string =>
      getOrAdd(labels, `${reference.type}/${reference.id}`, () => labelOf(dossier, reference));
    this.#diagnostics.set(
      document.uri,
      sorted.shown.map(finding => {
        const severity = severities.get(finding.code) ?? 'off';
        return diagnostic(document, dossier, finding, severity, label);
      }),
    );
    this.#files.show(bibliography);
    return checked;
  }

  /** What is found in the document as it is now. */
  async findings(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<readonly Finding[]> {
    const known = this.#checked.get(document.uri.toString());
    if (known?.version === document.version) return known.findings;
    return (await this.check(document, token))?.findings ?? [];
  }

  /** Whether something is held back until the cursor has gone on. */
  holdsBack(document: vscode.TextDocument): boolean {
    return this.#checked.get(document.uri.toString())?.sorted.holdsBack ?? false;
  }

  forget(document: vscode.TextDocument): void {
    this.#checked.delete(document.uri.toString());
  }
}

/** Where the writer may be typing. */
function cursorsIn(document: vscode.TextDocument): number[] {
  const { activeTextEditor } = vscode.window;
  if (activeTextEditor?.document !== document) return [];
  return activeTextEditor.selections.map(({ active }) => document.offsetAt(active));
}

/** What is reported, in the order of the text; of too much the gravest. */
function gravest(found: readonly Finding[], severities: ReadonlyMap<RuleCode, Severity>): Finding[] {
  const of = (severity: Severity): Finding[] => found.filter(({ code }) => severities.get(code) === severity);
  const kept = new Set((Object.keys(SEVERITIES) as Severity[]).flatMap(of).slice(0, MOST_SHOWN));
  return found.filter(finding => kept.has(finding));
}

function diagnostic(
  document: vscode.TextDocument,
  dossier: Dossier,
  finding: Finding,
  severity: Severity,
  label: (reference: RecordReference) => string,
): vscode.Diagnostic {
  const { code, message, because } = finding;
  const made = new vscode.Diagnostic(
    toRange(document, finding),
    message,
    SEVERITIES[severity === 'off' ? 'hint' : severity],
  );
  made.source = 'Counterparts';
  made.code = { value: code, target: rulePageUri(code) };
  made.relatedInformation = because.map(
    reference =>
      new vscode.DiagnosticRelatedInformation(
        pageLocation(dossier, reference) ??
          new vscode.Location(pageUri(reference), new vscode.Position(0, 0)),
        label(reference),
      ),
  );
  return made;
}

/** How a record is named beside a diagnostic. */
const labelOf = (dossier: Dossier, reference: RecordReference): string => {
  const line = summaryLine(dossier, reference, editorVoice());
  return line ? [line.label, line.description].filter(Boolean).join(' · ') : reference.id;
};
