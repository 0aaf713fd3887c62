import type * as vscode from 'vscode';
import type { ExtensionExports } from '../../src/extension.ts';
import { deepEqual, equal, match, ok } from './assert.ts';
import { extensionUnderTest } from './host.ts';
import { before, describe, it } from './mocha.ts';

type Tree = ExtensionExports['trees'][keyof ExtensionExports['trees']];
type Node = Parameters<Tree['getTreeItem']>[0];

const label = (item: vscode.TreeItem): string =>
  typeof item.label === 'string' ? item.label : (item.label?.label ?? '');

async function children(tree: Tree, node?: Node) {
  const nodes = await tree.getChildren(node);
  return nodes.map(child => ({ node: child, item: tree.getTreeItem(child) }));
}

describe('Trees', () => {
  let trees: ExtensionExports['trees'];
  before(async () => {
    trees = ((await extensionUnderTest().activate()) as ExtensionExports).trees;
  });

  it('list the eight secretaries in the order of their office', async () => {
    const rows = await children(trees.secretaries);
    deepEqual(
      rows.map(({ item }) => label(item)),
      [
        'Colin Powell',
        'Condoleezza Rice',
        'Hillary Clinton',
        'John Kerry',
        'Rex Tillerson',
        'Mike Pompeo',
        'Antony Blinken',
        'Marco Rubio',
      ],
    );
    for (const { item } of rows) {
      match(String(item.description), /^\d{4}–(\d{4})? · \d+$/);
      match(item.accessibilityInformation?.label ?? '', /with Lavrov on record/);
      ok(item.iconPath, 'no icon');
    }
  });

  it('have a secretary’s meetings oldest first, then quotations, then documents', async () => {
    const kerry = (await children(trees.secretaries)).find(({ item }) => label(item) === 'John Kerry');
    ok(kerry, 'no Kerry');
    const rows = await children(trees.secretaries, kerry.node);
    const types: string[] = rows.map(({ node }) => node.reference?.type ?? '');
    deepEqual(
      types,
      [...types].sort(
        (a, b) =>
          ['meeting', 'quotation', 'document'].indexOf(a) - ['meeting', 'quotation', 'document'].indexOf(b),
      ),
    );
    for (const type of ['meeting', 'quotation', 'document'])
      ok(types.includes(type), `no ${type} below Kerry`);
    const geneva = rows.find(({ node }) => node.reference?.id === '2013-09-geneva');
    ok(geneva, 'no Geneva in September 2013');
    match(label(geneva.item), /Sep 2013 · Geneva$/);
    const below = await children(trees.secretaries, geneva.node);
    ok(
      below.some(({ item }) => item.contextValue === 'counterparts.meeting'),
      'no parts below Geneva',
    );
    ok(
      below.some(({ item }) => label(item).startsWith('Reuters 2013, ¶')),
      'no evidence below Geneva',
    );
  });

  it('give each item an id of its own', async () => {
    const ids = new Set<string>();
    const walk = async (tree: Tree, node: Node | undefined, depth: number): Promise<void> => {
      for (const child of await children(tree, node)) {
        const id = child.item.id ?? '';
        ok(!ids.has(id), `${id} occurs twice`);
        ids.add(id);
        if (depth > 0 && child.node.children) await walk(tree, child.node, depth - 1);
      }
    };
    for (const tree of Object.values(trees)) {
      ids.clear();
      await walk(tree, undefined, 3);
      ok(ids.size > 10, 'an almost empty tree');
    }
  });

  it('make tooltips when asked for', async () => {
    const [first] = await children(trees.secretaries);
    ok(first, 'no secretary');
    equal(first.item.tooltip, undefined);
    const resolved = trees.secretaries.resolveTreeItem(first.item, first.node);
    match((resolved.tooltip as vscode.MarkdownString).value, /Colin Powell/);
  });

  it('show meetings by year and documents with their grade', async () => {
    const years = (await children(trees.meetings)).map(({ item }) => label(item));
    deepEqual(years, [...years].sort());
    ok(years.includes('2013') && years.includes('2025'), 'years are missing');
    const documents = await children(trees.documents);
    equal(documents.length, 5);
    for (const { item } of documents) match(String(item.description), /^[A-F][1-6] · /);
  });

  it('show each dispute with its positions, their evidence and our assessment', async () => {
    const disputes = await children(trees.disputes);
    ok(disputes.length >= 10, `only ${disputes.length} disputes`);
    const where = disputes.find(({ node }) => node.reference?.id === 'rubio-lavrov-where');
    ok(where, 'no dispute about where Rubio and Lavrov met');
    const below = await children(trees.disputes, where.node);
    match(below.at(-1)?.item.accessibilityInformation?.label ?? '', /^Our assessment: /);
    for (const { node } of below.slice(0, -1)) {
      ok((await children(trees.disputes, node)).length > 0, `${node.label} has no evidence`);
    }
  });

  it('make a document of the lowest grade visibly so, and lead from a public record to its page', async () => {
    const documents = await children(trees.documents);
    const weak = documents.find(({ node }) => node.reference?.id === 'capital-cities-2025-rubio-lavrov');
    equal(weak?.node.icon.id, 'warning');
    const rice = (await children(trees.secretaries)).find(({ item }) => label(item) === 'Condoleezza Rice');
    ok(rice, 'no Rice');
    const [ankara] = await children(trees.secretaries, rice.node);
    ok(ankara, 'no meeting of Rice');
    const [record] = await children(trees.secretaries, ankara.node);
    equal(record?.item.command?.command, 'vscode.open');
    match(String(record?.item.command?.arguments?.[0]), /^https:\/\/history\.state\.gov\//);
  });
});
