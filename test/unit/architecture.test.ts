import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

const SRC = join(import.meta.dirname, '../../src');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts') && !file.endsWith('.d.ts'))
  .map(file => file.split(sep).join('/'));

interface Import {
  readonly from: string;
  /** A path below src/, or the name of a package. */
  readonly to: string;
  readonly typesOnly: boolean;
}

const imports: Import[] = files.flatMap(file => {
  const text = readFileSync(join(SRC, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return Array.from(statements, match => {
    const specifier = match[2] ?? match[3] ?? '';
    const to = specifier.startsWith('.')
      ? normalize(relative(SRC, join(SRC, dirname(file), specifier)))
          .split(sep)
          .join('/')
      : specifier;
    return { from: file, to, typesOnly: match[1] !== undefined };
  });
});

/** The room of a file: `core/dossier`, `features/hover`, `platform`, … */
function room(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'core' || top === 'features' ? `${top}/${second}` : top;
}

const isFile = (target: string): boolean => target.endsWith('.ts');

/** The table "Who may import whom" of the architecture. Packages that a room may import stand after `+`. */
function allowed(from: string, to: string, typesOnly: boolean): boolean {
  const own = room(from);
  const target = isFile(to) ? room(to) : `+${to}`;
  if (target === own && isFile(to)) return true;
  if (own === 'core/dossier') return false;
  if (own === 'core/text') return target === 'core/dossier';
  if (own === 'core/search') return ['core/dossier', 'core/text', '+minisearch'].includes(target);
  if (own.startsWith('core/')) return ['core/dossier', 'core/text'].includes(target);
  if (own === 'protocol') return typesOnly && target.startsWith('core/');
  if (own === 'platform')
    return target.startsWith('core/') || target === 'contributions.ts' || target === '+vscode';
  if (own.startsWith('features/')) {
    return (
      target.startsWith('core/') || ['platform', 'protocol', 'contributions.ts', '+vscode'].includes(target)
    );
  }
  if (own === 'webview') return ['core/timeline', 'protocol'].includes(target);
  if (own === 'cli') {
    return (
      target.startsWith('core/') ||
      ['+ajv/dist/2020.js', '+yaml'].includes(target) ||
      target.startsWith('+node:') ||
      (typesOnly && target === '+sarif') ||
      /^\.\.\/data\/schemas\/[a-z]+\.schema\.json$/.test(to)
    );
  }
  if (own === 'contributions.ts') return typesOnly && target.startsWith('core/');
  return own === 'extension.ts' && !['webview', 'cli'].includes(target);
}

describe('the source', () => {
  it('is found', () => {
    expect(files).toContain('extension.ts');
    expect(imports.length).toBeGreaterThan(100);
  });

  it('imports only what the architecture allows', () => {
    const wrong = imports.filter(({ from, to, typesOnly }) => !allowed(from, to, typesOnly));
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no cycles of imports', () => {
    const edges = new Map<string, string[]>();
    for (const { from, to, typesOnly } of imports) {
      if (isFile(to) && !typesOnly) edges.set(from, [...(edges.get(from) ?? []), to]);
    }
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) {
        cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(cycles).toEqual([]);
  });

  it('keeps the composition root at no more than 80 lines', () => {
    const lines = readFileSync(join(SRC, 'extension.ts'), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeLessThanOrEqual(80);
  });

  it('reaches for no global of one kind of host in the code of both', () => {
    const shared = files.filter(file => !/^(webview|cli)\//.test(file));
    const wrong = shared.filter(file =>
      /\b(process\.|require\(|Buffer\b|__dirname|window\.(?!create|show|set|on|active|visible|register|tab|with)|globalThis)/.test(
        readFileSync(join(SRC, file), 'utf8')
          .replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
          .replace(/vscode\.window\./g, ''),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
