import type * as vscode from 'vscode';

/** What names, keys and quotations are looked for in. */
export const MARKDOWN: vscode.DocumentSelector = { language: 'markdown' };

/** Languages whose citations and footnotes are Markdown's. */
export const CITING_LANGUAGES: readonly string[] = ['markdown', 'quarto', 'rmd', 'mdx', 'myst'];
