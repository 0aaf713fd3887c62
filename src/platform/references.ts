import * as vscode from 'vscode';
import type { ReferenceArgument } from '../contributions.ts';
import { isRecordReference, type RecordReference } from '../core/dossier/reference.ts';

/** The reference that a command was called with, by a link (the reference itself) or by a tree (the item that has one). */
export function referenceArgument(argument: unknown): RecordReference | undefined {
  if (isRecordReference(argument)) return { type: argument.type, id: argument.id };
  const nested = (argument as { reference?: unknown } | null | undefined)?.reference;
  return isRecordReference(nested) ? { type: nested.type, id: nested.id } : undefined;
}

/** A link that runs a command with one argument, for Markdown that lists the command as allowed. */
export const commandLink = (command: string, argument: ReferenceArgument | object): string =>
  `command:${command}?${encodeURIComponent(JSON.stringify([argument]))}`;

/** What a person sees when a command needs a record and was called without one. */
export const nothingChosen = (): Error =>
  new Error(
    vscode.l10n.t(
      'This command needs a person, meeting or document: run it from the sidebar or from a card.',
    ),
  );
