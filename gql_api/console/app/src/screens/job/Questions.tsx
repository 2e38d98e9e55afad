// What the words do not decide: one press answers one question, several go in one call.
import { useState } from "react";

import { useShop } from "../../api/context";
import {
  AnswerQuestionsDocument,
  SearchOptionsDocument,
  type JobPartsFragment,
  type ResultPartsFragment,
} from "../../api/generated";
import { useSpeech } from "../../i18n";
import { Button, Trouble } from "../../parts/basics";
import { Suggesting, TextField } from "../../parts/fields";
import { NextAct, useCall } from "./Acts";
import { labelOf, useFieldName } from "./Fields";

type Question = ResultPartsFragment["questions"][number];
interface Answered {
  readonly value: string;
  readonly label: string;
}

export function Questions({ job, again }: { job: JobPartsFragment; again(): void }) {
  const { api } = useShop();
  const { say, count } = useSpeech();
  const { busy, refused, call } = useCall();
  const [answers, setAnswers] = useState<Readonly<Record<string, Answered>>>({});
  const questions = job.result?.questions ?? [];
  const category = answers["category"]?.value;
  const asked = questions.filter(
    ({ categories }) => !categories.length || (category !== undefined && categories.includes(category)),
  );
  const given = asked.filter(({ field }) => answers[field]);

  const send = (chosen: Readonly<Record<string, Answered>>): void =>
    call(async () => {
      const list = asked.flatMap(({ field }) => (chosen[field] ? [{ field, value: chosen[field].value }] : []));
      await api.change(AnswerQuestionsDocument, { input: { jobId: job.id, answers: list } });
      again();
    });
  const answer = (field: string, one: Answered): void => {
    const chosen = { ...answers, [field]: one };
    setAnswers(chosen);
    if (questions.length === 1) send(chosen);
  };

  return (
    <section className="card questions" aria-labelledby="questions-title">
      <div className="card-head">
        <h2 id="questions-title">{count("questions", asked.length)}</h2>
      </div>
      {asked.map((question) => (
        <One key={question.field} job={job} question={question} chosen={answers[question.field]} busy={busy}
          answer={(one) => answer(question.field, one)} />
      ))}
      {questions.length > 1 && (
        <div className="acts end">
          <p className="small muted grow">{say("questions.given", { given: given.length, count: asked.length })}</p>
          <Button look="main" busy={busy} disabled={!given.length} onClick={() => send(answers)}>{say("questions.send")}</Button>
        </div>
      )}
      {refused && <Trouble refused={refused}><NextAct code={refused.code} job={job} retry={() => send(answers)} /></Trouble>}
    </section>
  );
}

function One({ job, question, chosen, busy, answer }: {
  job: JobPartsFragment;
  question: Question;
  chosen: Answered | undefined;
  busy: boolean;
  answer(one: Answered): void;
}) {
  const { api } = useShop();
  const { say } = useSpeech();
  const named = useFieldName();
  const [text, setText] = useState("");
  const more = (question.optionCount ?? 0) > question.candidates.length;
  const listed = question.candidates.some(({ optionId }) => optionId === chosen?.value);
  return (
    <fieldset className="question">
      <legend>{question.label ?? named(question.field)}</legend>
      <p className="muted">
        {question.reason}
        {question.asked && <> · {say("said")} <q>{question.asked}</q></>}
      </p>
      <div className="candidates">
        {question.candidates.map((candidate) => (
          <button key={candidate.optionId} type="button" className="candidate" aria-disabled={busy || undefined}
            aria-pressed={chosen?.value === candidate.optionId}
            onClick={() => !busy && answer({ value: candidate.optionId, label: labelOf(candidate) })}>
            <span>{labelOf(candidate)}</span>
            {candidate.parents.length > 0 && <span className="path">{candidate.parents.join(" › ")}</span>}
          </button>
        ))}
      </div>
      {more && (
        <Suggesting label={say("questions.search", { count: question.optionCount ?? 0 })} value={text}
          words={(option) => option.label}
          find={async (words) => (await api.ask(SearchOptionsDocument, { jobId: job.id, field: question.field, text: words })).found}
          onChange={(value, option) => {
            setText(value);
            if (option) answer({ value: option.optionId, label: option.label });
          }} />
      )}
      {question.optionCount === null && question.candidates.length === 0 && (
        <form className="typed" onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) answer({ value: text, label: text });
        }}>
          <TextField label={say("questions.type")} value={text} onChange={(event) => setText(event.target.value)} />
          <Button type="submit" busy={busy}>{say("questions.take")}</Button>
        </form>
      )}
      {chosen && !listed && <p className="small">{say("chosen")} <strong>{chosen.label}</strong></p>}
    </fieldset>
  );
}
