import type { Step } from '../core/timeline/navigate.ts';

export interface KeyActions {
  /** To another mark. */
  step(step: Step): void;
  /** By a share of the screen; above 0 towards later days. */
  pan(share: number): void;
  zoom(factor: number): void;
  fit(): void;
  open(): void;
  /** From a mark to the picture; `false` where there is nothing to leave. */
  leave(): boolean;
}

const ZOOM_STEP = 1.5;
const PAN_SHARE = 0.15;

const ANYWHERE: Readonly<Record<string, (actions: KeyActions) => void>> = {
  '+': actions => actions.zoom(ZOOM_STEP),
  '=': actions => actions.zoom(ZOOM_STEP),
  '-': actions => actions.zoom(1 / ZOOM_STEP),
  _: actions => actions.zoom(1 / ZOOM_STEP),
  '0': actions => actions.fit(),
  PageUp: actions => actions.pan(-0.9),
  PageDown: actions => actions.pan(0.9),
  Home: actions => actions.step('first'),
  End: actions => actions.step('last'),
};

const ON_A_MARK: Readonly<Record<string, (actions: KeyActions) => void>> = {
  ArrowRight: actions => actions.step('next'),
  ArrowLeft: actions => actions.step('previous'),
  ArrowUp: actions => actions.step('up'),
  ArrowDown: actions => actions.step('down'),
  Enter: actions => actions.open(),
  ' ': actions => actions.open(),
};

const ON_THE_PICTURE: Readonly<Record<string, (actions: KeyActions) => void>> = {
  ArrowRight: actions => actions.pan(PAN_SHARE),
  ArrowLeft: actions => actions.pan(-PAN_SHARE),
};

/**
 * The keys of the picture. On a mark the arrow keys lead to other marks, with Shift they pan; on the picture itself they
 * pan. Escape leads from the mark to the picture.
 */
export function useKeyboard(surface: SVGElement, actions: KeyActions): void {
  surface.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const onMark = event.target !== surface && !event.shiftKey;
    const run = ANYWHERE[event.key] ?? (onMark ? ON_A_MARK : ON_THE_PICTURE)[event.key];
    if (run) {
      event.preventDefault();
      run(actions);
    } else if (event.key === 'Escape' && actions.leave()) {
      event.preventDefault();
    }
  });
}
