// Where the pages of a job are: by themselves, or as one listing of an import, from which a next one follows.
import { createContext, useContext } from "react";

import type { Key } from "../../i18n/en";
import { to } from "../../routing";

export interface Place {
  job(id: string): string;
  correct(id: string): string;
  /** Where one goes on once this listing is done with. */
  readonly next?: { readonly href: string; readonly words: Key };
}

export const PlaceContext = createContext<Place>({ job: to.job, correct: to.correct });

export function usePlace(): Place {
  return useContext(PlaceContext);
}
