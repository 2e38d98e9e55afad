/** The questions of a preparation, each with its candidates; one press answers all of them. */
import { useState, type FormEvent } from "react";

import type { Candidate, FieldError, Question, Suggestion } from "../lib/answers";
import { options } from "../lib/api";

interface Props {
  jobId: string;
  questions: Question[];
  errors: FieldError[];
  busy: boolean;
  onAnswer: (answers: Record<string, string>) => void;
}

export function Questions({ jobId, questions, errors, busy, onAnswer }: Props) {
  const [answers, setAnswers] = useState<Record<string, string>>({});
  const category = answers["category"];
  const counting = questions.filter(
    ({ categories }) => categories.length === 0 || (category && categories.includes(category)),
  );
  function answer(event: FormEvent) {
    event.preventDefault();
    const names = new Set(counting.map(({ field }) => field));
    onAnswer(Object.fromEntries(Object.entries(answers).filter(([field]) => names.has(field))));
  }
  return (
    <form onSubmit={answer}>
      <h2>Questions</h2>
      {counting.map((question) => (
        <Choice
          key={question.field}
          jobId={jobId}
          question={question}
          fault={errors.find(({ field }) => field === `answers.${question.field}`)?.detail}
          chosen={answers[question.field]}
          onChoose={(id) => setAnswers({ ...answers, [question.field]: id })}
        />
      ))}
      <button disabled={busy || counting.some(({ field }) => !answers[field])}>Answer</button>
    </form>
  );
}

interface ChoiceProps {
  jobId: string;
  question: Question;
  fault: string | undefined;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

function Choice({ jobId, question, fault, chosen, onChoose }: ChoiceProps) {
  const [found, setFound] = useState<Suggestion[]>([]);
  const offered: (Candidate | Suggestion)[] = found.length > 0 ? found : question.candidates;
  const isLonger = (question.option_count ?? 0) > question.candidates.length;
  return (
    <fieldset>
      <legend>{question.label ?? question.field}</legend>
      <p>{question.reason}</p>
      {fault && <p role="alert">{fault}</p>}
      {isLonger && (
        <label>
          Search all {question.option_count}
          <input onChange={(event) => void options(jobId, question.field, event.target.value).then(setFound)} />
        </label>
      )}
      {offered.map((each) => (
        <label className="row" key={each.option_id}>
          <input type="radio" name={question.field} checked={chosen === each.option_id} onChange={() => onChoose(each.option_id)} />
          {each.label} <small>{each.parents.join(" > ")}</small>
        </label>
      ))}
    </fieldset>
  );
}
