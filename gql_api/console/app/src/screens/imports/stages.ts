// Where the rows of an import stand, for people: what waits for them, what comes, and what is over.
import type { ImportStage, ImportSummaryPartsFragment } from "../../api/generated";
import type { Row, Shown } from "../../api/useImport";
import type { Tone } from "../../parts/basics";
import { to } from "../../routing";

export const GROUPS = ["yours", "coming", "bad", "over"] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP: Readonly<Record<ImportStage, Group>> = {
  PREPARED: "yours",
  QUESTIONS: "yours",
  EXPIRED: "yours",
  ATTENTION: "yours",
  PREPARING: "coming",
  PUBLISHING: "coming",
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
  PUBLISHING: "plain",
  WAITING: "plain",
  HELD: "plain",
  BAD: "bad",
  CLICKED: "good",
  SKIPPED: "plain",
  GONE: "plain",
};

/** The stages of a group. */
export function stagesOf(group: Group): readonly ImportStage[] {
  return (Object.keys(GROUP) as ImportStage[]).filter((stage) => GROUP[stage] === group);
}

/** The stages at which a row waits for its person: few are at them at once. */
export const YOURS = stagesOf("yours");

/** How many rows are in each group. */
export function numbersOf({ counts }: ImportSummaryPartsFragment): ReadonlyMap<Group, number> {
  const numbers = new Map<Group, number>();
  for (const { stage, count } of counts) numbers.set(GROUP[stage], (numbers.get(GROUP[stage]) ?? 0) + count);
  return numbers;
}

export function countAt({ counts }: ImportSummaryPartsFragment, stage: ImportStage): number {
  return counts.find((each) => each.stage === stage)?.count ?? 0;
}

/** First what is ready for a yes or an answer, then what has to be renewed; each by its line. */
const RANK: Partial<Record<ImportStage, number>> = { PREPARED: 0, QUESTIONS: 0, EXPIRED: 1, ATTENTION: 1 };

/** The rows that wait for their person, in the order in which they are looked at. */
export function forPerson(rows: Shown["rows"]): readonly Row[] {
  return [...rows.values()]
    .filter(({ stage, job }) => GROUP[stage] === "yours" && job)
    .toSorted((one, other) => (RANK[one.stage] ?? 0) - (RANK[other.stage] ?? 0) || one.line - other.line);
}

/** The row that is looked at after the one of this line; at the end it begins again. */
export function following(rows: Shown["rows"], line: number): Row | undefined {
  const others = forPerson(rows).filter((row) => row.line !== line);
  return others.find((row) => row.line > line) ?? others[0];
}

/** The newest yes to what was prepared last. */
export function yesOf({ job, publish }: Row): Row["publish"] {
  return publish?.preparationRevision === job?.revision ? publish : null;
}

/** Whether nobody knows what became of its click: that is said on the page of the yes. */
export function isUnknown(row: Row): boolean {
  return row.stage === "ATTENTION" && yesOf(row)?.result?.outcome === "OUTCOME_UNKNOWN";
}

/** Where a row is looked at and approved; null before it has a job. */
export function address(id: string, row: Row): string | null {
  const said = row.stage === "PUBLISHING" || row.stage === "CLICKED" || isUnknown(row);
  const job = (said && yesOf(row)) || row.job;
  return job && to.listing(id, row.line, job.id);
}
