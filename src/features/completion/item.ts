import * as vscode from 'vscode';
import type { FoundEntry } from '../../core/citation/bibliography/bibliography-index.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';

/** An item that stands for a record; what is known of that is told when the item is looked at. */
export class ReferenceItem extends vscode.CompletionItem {
  readonly reference: RecordReference;

  constructor(
    label: vscode.CompletionItemLabel,
    kind: vscode.CompletionItemKind,
    reference: RecordReference,
  ) {
    super(label, kind);
    this.reference = reference;
  }
}

/** An item that stands for a work of a bibliography file; its reference is written when the item is looked at. */
export class WorkItem extends vscode.CompletionItem {
  readonly found: FoundEntry;

  constructor(label: vscode.CompletionItemLabel, found: FoundEntry) {
    super(label, vscode.CompletionItemKind.Reference);
    this.found = found;
  }
}
