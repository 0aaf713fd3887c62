import * as vscode from 'vscode';
import type { RecordReference } from '../../core/dossier/reference.ts';

/** A row of a tree, as data; its children and its tooltip are made when they are asked for. */
export interface TreeNode {
  /** Unique within its tree and the same each time, so that VS Code keeps what is expanded and selected. */
  readonly key: string;
  readonly label: string;
  readonly description?: string;
  readonly icon: vscode.ThemeIcon;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  /** `counterparts.<type>` with what the item can do, for the menus' `when` clauses. */
  readonly contextValue: string;
  readonly reference?: RecordReference;
  /** A web address that the item opens, for a public record. */
  readonly url?: string;
  readonly tooltip?: () => vscode.MarkdownString;
  readonly children?: () => readonly TreeNode[];
  readonly expanded?: boolean;
}

/** Shows nodes as a tree. It asks for the roots again after each `refresh`. */
export class NodeTree implements vscode.TreeDataProvider<TreeNode> {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.#changed.event;
  readonly #roots: () => Promise<readonly TreeNode[]>;
  readonly #parents = new Map<string, TreeNode>();

  constructor(roots: () => Promise<readonly TreeNode[]>) {
    this.#roots = roots;
  }

  refresh(): void {
    this.#parents.clear();
    this.#changed.fire();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    if (!node) return [...(await this.#roots())];
    const children = node.children?.() ?? [];
    for (const child of children) this.#parents.set(child.key, node);
    return [...children];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return this.#parents.get(node.key);
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    const item = new vscode.TreeItem(
      node.label,
      node.children
        ? node.expanded
          ? vscode.TreeItemCollapsibleState.Expanded
          : vscode.TreeItemCollapsibleState.Collapsed
        : vscode.TreeItemCollapsibleState.None,
    );
    item.id = node.key;
    item.iconPath = node.icon;
    item.contextValue = node.contextValue;
    item.accessibilityInformation = { label: node.accessibleLabel };
    if (node.description !== undefined) item.description = node.description;
    if (node.reference && !node.children) {
      item.command = {
        command: 'counterparts.openPage',
        title: vscode.l10n.t('Open Page'),
        arguments: [node.reference],
      };
    }
    if (node.url !== undefined) {
      item.command = {
        command: 'vscode.open',
        title: vscode.l10n.t('Open in Browser'),
        arguments: [vscode.Uri.parse(node.url, true)],
      };
    }
    return item;
  }

  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    if (node.tooltip) item.tooltip = node.tooltip();
    return item;
  }

  /** Walks from the roots to the node that stands for the reference, so that a view can reveal it. */
  async find(reference: RecordReference, depth = 3): Promise<TreeNode | undefined> {
    const search = async (parent: TreeNode | undefined, left: number): Promise<TreeNode | undefined> => {
      const children = await this.getChildren(parent);
      const hit = children.find(
        child => child.reference?.type === reference.type && child.reference.id === reference.id,
      );
      if (hit || left === 0) return hit;
      for (const child of children) {
        const below = child.children ? await search(child, left - 1) : undefined;
        if (below) return below;
      }
      return undefined;
    };
    return search(undefined, depth - 1);
  }

  dispose(): void {
    this.#changed.dispose();
  }
}
