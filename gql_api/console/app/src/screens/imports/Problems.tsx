// What is wrong with a row, field by field, and how its cells were read.
import type { Wrong } from "../../api/refused";
import { useSpeech } from "../../i18n";
import { Words } from "../../parts/basics";
import { useFieldName } from "../job/Fields";

export function Problems({ problems, notes }: { problems: readonly Wrong[]; notes: readonly Wrong[] }) {
  const { say } = useSpeech();
  return (
    <>
      <Told each={problems} className="wrongs" />
      {notes.length > 0 && (problems.length > 0 ? <Told each={notes} className="noted" /> : (
        <details className="instead">
          <summary>{say("import.notes", { count: notes.length })}</summary>
          <Told each={notes} className="noted" />
        </details>
      ))}
    </>
  );
}

function Told({ each, className }: { each: readonly Wrong[]; className: string }) {
  const { say } = useSpeech();
  const named = useFieldName();
  if (!each.length) return null;
  return (
    <ul className={`small ${className}`}>
      {each.map(({ field, message }) => (
        <li key={field + message}><strong>{named(ofField(field))}{say("colon")}</strong> <Words text={message} /></li>
      ))}
    </ul>
  );
}

/** A field by its name: an answer is one to another field, a photo one of several. */
function ofField(field: string): string {
  const [first = field, second] = field.split(".");
  return first === "answers" && second ? second : first;
}
