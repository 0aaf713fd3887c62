import type { TimelineViewMessage } from '../protocol/timeline.ts';

/** What VS Code gives a webview once. https://code.visualstudio.com/api/extension-guides/webview */
interface WebviewApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): WebviewApi;

/** The way to the extension's host, and the state that VS Code keeps while the view is hidden or closed. */
export interface Host {
  post(message: TimelineViewMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** May be called once only. */
export function connect(): Host {
  const api = acquireVsCodeApi();
  return {
    post: message => api.postMessage(message),
    getState: () => api.getState(),
    setState: state => api.setState(state),
  };
}
