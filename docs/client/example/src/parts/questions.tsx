import { useState, type FormEvent } from "react";
import type { Question } from "../lib/answers";
import { errorOf } from "../lib/form";
import { useDesk } from "../state/desk";
import { QuestionField } from "./question-field";

export function Questions({ jobId, questions }: { jobId: string; questions: Question[] }) {
  const { prepare, busy, errors } = useDesk();
  const [answers, setAnswers] = useState<Record<string, string>>({});

  const category = answers.category;
  const shown = questions.filter(
    ({ categories }) => categories.length === 0 || (category !== undefined && categories.includes(category)),
  );
  const given = shown.flatMap(({ field }) => {
    const answer = answers[field];
    return answer === undefined ? [] : [[field, answer] as const];
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    prepare(Object.fromEntries(given));
  }

  return (
    <form onSubmit={submit}>
      <h3>Questions</h3>
      {shown.map((question) => (
        <QuestionField
          key={`${question.field} ${question.categories.join()}`}
          jobId={jobId}
          question={question}
          answer={answers[question.field]}
          error={errorOf(errors, `answers.${question.field}`)}
          onAnswer={(optionId) => setAnswers({ ...answers, [question.field]: optionId })}
        />
      ))}
      <button type="submit" className="main" disabled={busy || given.length === 0}>
        Answer
      </button>
    </form>
  );
}
