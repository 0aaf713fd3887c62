/** What the pointer can do to the picture. Positions and distances are pixels from the picture's left edge. */
export interface PointerActions {
  pan(pixels: number): void;
  zoom(factor: number, x: number): void;
}

/** A pointer that moved less than this meant to press, not to drag. */
const DRAG_THRESHOLD = 4;
const LINE_PIXELS = 16;

/**
 * Drag and wheel to pan, wheel with Ctrl or a pinch to zoom, double click to zoom in.
 * @param scroller the element that scrolls vertically where the rows are higher than the window.
 */
export function usePointer(surface: SVGElement, scroller: HTMLElement, actions: PointerActions): void {
  useDrag(surface, actions);
  surface.addEventListener('dblclick', event => {
    if (event.target instanceof Element && event.target.closest('.mark')) return;
    actions.zoom(2, event.clientX - surface.getBoundingClientRect().left);
  });
  surface.addEventListener(
    'wheel',
    event => {
      const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1;
      const [dx, dy] = [event.deltaX * unit, event.deltaY * unit];
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        actions.zoom(Math.exp(-dy / 200), event.clientX - surface.getBoundingClientRect().left);
        return;
      }
      const scrolls = scroller.scrollHeight > scroller.clientHeight + 1 && !event.shiftKey;
      const pixels = dx + (scrolls ? 0 : dy);
      if (pixels === 0) return;
      event.preventDefault();
      actions.pan(pixels);
    },
    { passive: false },
  );
}

function useDrag(surface: SVGElement, actions: PointerActions): void {
  let drag: { readonly id: number; x: number; moved: boolean } | undefined;
  surface.addEventListener('pointerdown', event => {
    if (event.button === 0) drag = { id: event.pointerId, x: event.clientX, moved: false };
  });
  surface.addEventListener('pointermove', event => {
    if (drag?.id !== event.pointerId) return;
    const pixels = drag.x - event.clientX;
    if (!drag.moved) {
      if (Math.abs(pixels) < DRAG_THRESHOLD) return;
      drag.moved = true;
      surface.setPointerCapture(event.pointerId);
      surface.classList.add('dragging');
    }
    drag.x = event.clientX;
    actions.pan(pixels);
  });
  const end = (): void => {
    surface.classList.remove('dragging');
    // The click that ends a drag comes after this and must still know that there was one.
    setTimeout(() => {
      drag = undefined;
    });
  };
  surface.addEventListener('pointerup', end);
  surface.addEventListener('pointercancel', end);
  surface.addEventListener(
    'click',
    event => {
      if (drag?.moved) event.stopPropagation();
    },
    { capture: true },
  );
}
