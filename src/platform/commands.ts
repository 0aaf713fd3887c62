import * as vscode from 'vscode';
import type { CommandArguments, CommandId } from '../contributions.ts';
import type { Log } from './log.ts';

/** Registers a command of the manifest; a failure is told in one sentence with the way to the log. */
export function registerCommand<Id extends CommandId>(
  id: Id,
  log: Log,
  run: (...args: CommandArguments[Id]) => unknown,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, log.guard(run));
}

/** Runs a command of the manifest. */
export function executeCommand<Id extends CommandId>(
  id: Id,
  ...args: CommandArguments[Id]
): Thenable<unknown> {
  return vscode.commands.executeCommand(id, ...args);
}

/** A command of the manifest as an action or an item carries it. */
export const commandTo = <Id extends CommandId>(
  title: string,
  command: Id,
  ...args: CommandArguments[Id]
): vscode.Command => ({ title, command, arguments: args });
