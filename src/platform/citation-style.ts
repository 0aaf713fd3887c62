import type * as vscode from 'vscode';
import { STYLES, styleOf } from '../core/citation/styles/registry.ts';
import type { CitationStyle } from '../core/citation/styles/style.ts';
import { setting } from './settings.ts';

/** Where the workspace keeps the style that was used last. */
export const STYLE_KEY = 'citation.style';

/** The style that a text is cited in: that of the setting, else the one that was used last in this workspace. */
export function chosenStyle(state: vscode.Memento, scope?: vscode.ConfigurationScope): CitationStyle {
  const ids = [setting('citation.style', scope), state.get<string>(STYLE_KEY)];
  return styleOf(ids.find(id => STYLES.some(style => style.id === id)));
}
