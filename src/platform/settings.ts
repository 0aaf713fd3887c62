import * as vscode from 'vscode';
import type { Settings } from '../contributions.ts';

/** The value of a setting for a document; the manifest has the defaults. */
export function setting<Name extends keyof Settings>(
  name: Name,
  scope?: vscode.ConfigurationScope,
): Settings[Name] {
  // The manifest declares each setting with its type and default, and a test holds both against `Settings`.
  return vscode.workspace.getConfiguration('counterparts', scope).get(name) as Settings[Name];
}
