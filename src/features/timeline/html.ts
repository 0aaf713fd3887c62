import * as vscode from 'vscode';

/** Folders from which the view may load. */
export const resourceRoots = (extensionUri: vscode.Uri): vscode.Uri[] => [
  vscode.Uri.joinPath(extensionUri, 'dist'),
  vscode.Uri.joinPath(extensionUri, 'media'),
];

/** The view's document: one style sheet and one script, everything else is refused. */
export function timelineHtml(webview: vscode.Webview, extensionUri: vscode.Uri): string {
  const resource = (...path: string[]): string =>
    webview.asWebviewUri(vscode.Uri.joinPath(extensionUri, ...path)).toString();
  const nonce = makeNonce();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${vscode.env.language}">
<head>
  <meta charset="utf-8">
  <meta http-equiv="Content-Security-Policy" content="${policy}">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <link rel="stylesheet" href="${resource('media', 'timeline.css')}">
</head>
<body>
  <script nonce="${nonce}" src="${resource('dist', 'timeline.js')}"></script>
</body>
</html>`;
}

/** Another one for each document, which nobody can guess. */
function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), byte =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}
