// Where the rows of an import stand, for people: what waits for them, what comes, and what is over.
import type { ImportPartsFragment, ImportStage } from "../../api/generated";
import type { Tone } from "../../parts/basics";
import { to } from "../../routing";

export type Row = ImportPartsFragment["rows"][number];
export const GROUPS = ["yours", "coming", "bad", "over"] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP: Readonly<Record<ImportStage, Group>> = {
  PREPARED: "yours",
  QUESTIONS: "yours",
  EXPIRED: "yours",
  ATTENTION: "yours",
  PREPARING: "coming",
  WAITING: "coming",
  HELD: "coming",
  BAD: "bad",
  CLICKED: "over",
  SKIPPED: "over",
  GONE: "over",
};

export const TONES: Readonly<Record<ImportStage, Tone>> = {
  PREPARED: "good",
  QUESTIONS: "warn",
  EXPIRED: "warn",
  ATTENTION: "bad",
  PREPARING: "plain",
  WAITING: "plain",
  HELD: "plain",
  BAD: "bad",
  CLICKED: "good",
  SKIPPED: "plain",
  GONE: "plain",
};

/** First what is ready for a yes or an answer, then what has to be renewed; each by its line. */
const RANK: Partial<Record<ImportStage, number>> = { PREPARED: 0, QUESTIONS: 0, EXPIRED: 1, ATTENTION: 1 };

/** The rows that wait for their person, in the order in which they are looked at. */
export function forPerson(rows: readonly Row[]): readonly Row[] {
  return rows
    .filter(({ stage, job }) => GROUP[stage] === "yours" && job)
    .toSorted((one, other) => (RANK[one.stage] ?? 0) - (RANK[other.stage] ?? 0) || one.line - other.line);
}

/** The row that is looked at after the one of this line; at the end it begins again. */
export function following(rows: readonly Row[], line: number): Row | undefined {
  const others = forPerson(rows).filter((row) => row.line !== line);
  return others.find((row) => row.line > line) ?? others[0];
}

/** Where a row is looked at and approved; null before it has a job. */
export function address(id: string, { line, job }: Row): string | null {
  return job && to.listing(id, line, job.id);
}
