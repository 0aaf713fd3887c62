/**
 * The few globals that every extension host has, on the desktop (Node) and on the web (a worker), and that
 * `@types/vscode` does not declare. Anything that is not listed here does not compile, on purpose: the same source
 * runs in both hosts.
 */
declare class TextDecoder {
  constructor(label?: 'utf-8', options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}
declare class TextEncoder {
  encode(input?: string): Uint8Array;
}
declare function setTimeout(handler: () => void, milliseconds?: number): unknown;
declare const performance: { now(): number };
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };
