import * as vscode from 'vscode';
import { CARD_COMMANDS, type CommandId, type PlacedReference } from '../../contributions.ts';
import { escapeMarkdown } from '../../core/cards/markdown.ts';
import type { RecordReference } from '../../core/dossier/reference.ts';
import { commandLink } from '../../platform/references.ts';

/** The place that a card stands over. */
export type CardPlace = PlacedReference['at'];

export const openPage = (reference: RecordReference): string =>
  commandLink('counterparts.openPage', reference);

/** A text that leads to a page. */
export const pageLink = (text: string, reference: RecordReference): string =>
  `[${escapeMarkdown(text)}](${openPage(reference)})`;

/** A text that runs a command of the cards. */
export const actionLink = (text: string, id: CommandId, argument: object): string =>
  `[${escapeMarkdown(text)}](${commandLink(id, argument)})`;

/** Markdown that may run the commands of the cards and nothing else. Its texts are escaped. */
export function cardOf(value: string): vscode.MarkdownString {
  const markdown = new vscode.MarkdownString(value, true);
  markdown.isTrusted = { enabledCommands: CARD_COMMANDS };
  return markdown;
}
