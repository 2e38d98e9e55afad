/** Success or refusal: one question for the result of every mutation. */
import type { CancelJobMutation } from "./generated/operations.js";

type Result = CancelJobMutation["cancelJob"];

/** A typed error, whole: `code` decides, `message` is for people, `field` and `problems` name inputs. */
export type Failure = Exclude<Result, { __typename: "CancelJobSuccess" }>;

/** Whether a mutation's result says no. What is left is its success. */
export function isFailure<Told extends { __typename: string }>(
  result: Told,
): result is Extract<Told, Failure> {
  return !result.__typename.endsWith("Success");
}
