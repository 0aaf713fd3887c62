import * as vscode from 'vscode';
import type { RuleSettings, Settings } from '../contributions.ts';

type AllSettings = Settings & RuleSettings;

/**
 * The value of a setting for a document; the manifest has the defaults, and one counts as well where the value is of another
 * type than it: VS Code gives whatever stands in a settings file.
 */
export function setting<Name extends keyof AllSettings>(
  name: Name,
  scope?: vscode.ConfigurationScope,
): AllSettings[Name] {
  const configuration = vscode.workspace.getConfiguration('counterparts', scope);
  const value = configuration.get(name);
  const byDefault = configuration.inspect(name)?.defaultValue;
  // The manifest declares each setting with its type and default, and a test holds both against `Settings`.
  return (typeof value === typeof byDefault ? value : byDefault) as AllSettings[Name];
}
