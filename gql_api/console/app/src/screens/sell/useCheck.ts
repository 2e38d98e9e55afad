// What would be refused of a listing, and advised, while it is written: asked of the service in a pause,
// told of a field once it was left, and called off when something newer is written.
import { useCallback, useEffect, useState } from "react";

import { useShop } from "../../api/context";
import { CheckListingDocument, type CheckListingQuery, type PrepareListingInput } from "../../api/generated";
import { useAtRest } from "../../parts/basics";

const PAUSE_MS = 400;
const NEEDED = ["title", "description", "price"];
const NOTHING: CheckListingQuery["checkListing"] = { advice: [], problems: [] };

/** A member by its name in the form, whichever part of it is meant, by either way of writing it. */
export function member(field: string): string {
  const [name = ""] = field.split(".");
  const written = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return written === "category" ? "categoryHint" : written === "colors" ? "color" : written;
}

export function useCheck(input: PrepareListingInput) {
  const { api } = useShop();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [found, setFound] = useState(NOTHING);
  const written = JSON.stringify(input);
  const begun = left.size > 0 || Boolean(input.photos?.length);
  useEffect(() => {
    if (!begun) return;
    let callOff = (): void => undefined;
    const pause = setTimeout(() => {
      const listing = JSON.parse(written) as PrepareListingInput;
      callOff = api.askLatest(CheckListingDocument, { listing }, ({ checkListing }) => setFound(checkListing));
    }, PAUSE_MS);
    return () => {
      clearTimeout(pause);
      callOff();
    };
  }, [api, begun, written]);

  const told = useAtRest(found);
  const seen = useAtRest(left);
  const whole = NEEDED.every((each) => seen.has(each));
  const isTold = (field: string | null): boolean => {
    const name = field && member(field);
    if (!name) return whole;
    return seen.has(name) || (name === "photos" && (whole || Boolean(input.photos?.length)));
  };
  return {
    problems: told.problems.filter(({ field }) => isTold(field)),
    advice: told.advice.filter(({ field }) => isTold(field)),
    leave: useCallback((name: string) => {
      setLeft((before) => (!name || before.has(name) ? before : new Set(before).add(name)));
    }, []),
  };
}
