/** The page of a preparation is long: what is new is brought into view. To be given as ref. */
export function reveal(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
