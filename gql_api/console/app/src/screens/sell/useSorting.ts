// Putting things in another order by dragging them: at once with a mouse, after a short hold with a
// finger, which else scrolls the page. What is dragged over is told by `data-place`.
import { useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from "react";

const HOLD_MS = 300;
const SLACK = 8;
const EDGE = 70;

export interface Lifted {
  readonly from: number;
  readonly over: number;
  /** How far it is from its place, in CSS pixels. */
  readonly x: number;
  readonly y: number;
}

export function useSorting(move: (from: number, to: number) => void) {
  const [lifted, setLifted] = useState<Lifted | null>(null);
  const latest = useRef(move);
  latest.current = move;
  const leave = useRef<() => void>(() => undefined);
  useEffect(() => () => leave.current(), []);
  return {
    lifted,
    press: (event: ReactPointerEvent, from: number): void => {
      if (event.button !== 0 || !event.isPrimary || (event.target as Element).closest("button")) return;
      leave.current();
      leave.current = follow(event.nativeEvent, from, setLifted, (to) => latest.current(from, to));
    },
  };
}

function follow(start: PointerEvent, from: number, show: (lifted: Lifted | null) => void, drop: (to: number) => void): () => void {
  const finger = start.pointerType !== "mouse";
  const { pageX, pageY } = start;
  const ends = new AbortController();
  const on = (name: string, heard: (event: never) => void): void =>
    window.addEventListener(name, heard as EventListener, { signal: ends.signal, passive: false });
  let lifted: Lifted | null = null;
  const lift = (x: number, y: number, over: number): void => show((lifted = { from, over, x, y }));
  const hold = finger ? setTimeout(() => lift(0, 0, from), HOLD_MS) : undefined;
  const leave = (): void => {
    clearTimeout(hold);
    ends.abort();
    show((lifted = null));
  };

  on("pointermove", (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    const [x, y] = [event.pageX - pageX, event.pageY - pageY];
    if (!lifted && Math.hypot(x, y) < SLACK) return;
    if (!lifted && finger) return leave();
    lift(x, y, placeUnder(event) ?? from);
    scrollAtEdge(event.clientY);
  });
  on("pointerup", (event: PointerEvent) => {
    if (event.pointerId !== start.pointerId) return;
    const to = lifted?.over ?? from;
    leave();
    if (to !== from) drop(to);
  });
  on("pointercancel", leave);
  on("keydown", (event: KeyboardEvent) => event.key === "Escape" && leave());
  on("touchmove", (event: TouchEvent) => lifted && event.cancelable && event.preventDefault());
  on("contextmenu", (event: Event) => finger && event.preventDefault());
  return leave;
}

function placeUnder({ clientX, clientY }: PointerEvent): number | null {
  const place = document.elementFromPoint(clientX, clientY)?.closest("[data-place]")?.getAttribute("data-place");
  return place ? Number(place) : null;
}

function scrollAtEdge(y: number): void {
  const beyond = Math.min(0, y - EDGE) + Math.max(0, y - (window.innerHeight - EDGE));
  if (beyond) window.scrollBy(0, beyond / 4);
}
