import { useEffect, useState } from "react";
import type { Candidate, Question } from "../lib/answers";
import { ApiProblem, searchOptions } from "../lib/api";
import { Field } from "./field";

const DELAY = 150;

function isNotRead(error: unknown): boolean {
  return error instanceof ApiProblem && error.problem.code === "options_not_read";
}

/** Where the list cannot be searched, words are as good an answer as an option. */
function asTyped(words: string): Candidate {
  return { option_id: words, label: `“${words}”`, parents: [], score: 0, reason: "" };
}

type Props = {
  jobId: string;
  question: Question;
  answer: string | undefined;
  error: string | null;
  onAnswer: (optionId: string) => void;
};

export function QuestionField({ jobId, question, answer, error, onAnswer }: Props) {
  const { field, label, candidates, option_count } = question;
  const [text, setText] = useState("");
  const [found, setFound] = useState<Candidate[]>([]);
  const [picked, setPicked] = useState<Candidate | null>(null);

  useEffect(() => {
    if (!text.trim()) return setFound([]);
    const control = new AbortController();
    const timer = setTimeout(() => {
      searchOptions(jobId, field, text, control.signal).then(setFound, (error: unknown) => {
        if (!control.signal.aborted) setFound(isNotRead(error) ? [asTyped(text.trim())] : []);
      });
    }, DELAY);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [jobId, field, text]);

  function pick(option: Candidate) {
    setPicked(option);
    onAnswer(option.option_id);
  }

  // What was picked stays in the list when another search no longer finds it.
  const all = [...candidates, ...(picked ? [picked] : []), ...found];
  const options = [...new Map(all.map((option) => [option.option_id, option])).values()];
  return (
    <fieldset>
      <legend>{label ?? field}</legend>
      {options.map((option) => (
        <label key={option.option_id} className="choice">
          <input
            type="radio"
            name={field}
            checked={answer === option.option_id}
            onChange={() => pick(option)}
          />
          <span>
            {option.label} <span className="small">{option.parents.join(" > ")}</span>
          </span>
        </label>
      ))}
      {(option_count === null || option_count > candidates.length) && (
        <Field label={option_count === null ? "Search" : `Search all ${option_count}`} error={null}>
          {(attributes) => (
            <input {...attributes} type="search" value={text} onChange={(event) => setText(event.target.value)} />
          )}
        </Field>
      )}
      {error && <p className="error">{error}</p>}
    </fieldset>
  );
}
