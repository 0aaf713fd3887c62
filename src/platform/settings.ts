import * as vscode from 'vscode';
import type { RuleSettings, Settings } from '../contributions.ts';

type AllSettings = Settings & RuleSettings;

/** The value of a setting for a document; the manifest has the defaults. */
export function setting<Name extends keyof AllSettings>(
  name: Name,
  scope?: vscode.ConfigurationScope,
): AllSettings[Name] {
  // The manifest declares each setting with its type and default, and a test holds both against `Settings`.
  return vscode.workspace.getConfiguration('counterparts', scope).get(name) as AllSettings[Name];
}
