import * as vscode from 'vscode';
import type { RuleSettings, Settings } from '../contributions.ts';

type AllSettings = Settings & RuleSettings;

/** Those of the manifest, which do not change: to look one up takes longer than to read the setting. */
const defaults = new Map<keyof AllSettings, unknown>();

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
  if (!defaults.has(name)) defaults.set(name, configuration.inspect(name)?.defaultValue);
  const byDefault = defaults.get(name);
  // The manifest declares each setting with its type and default, and a test holds both against `Settings`.
  return (typeof value === typeof byDefault ? value : byDefault) as AllSettings[Name];
}
