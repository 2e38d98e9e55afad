/** The listing in the seller's words; a field that was refused says why. */
import { useEffect, useState, type FormEvent } from "react";

import type { FieldError, Suggestion } from "../lib/answers";
import { suggest, type Draft } from "../lib/api";

const FIELDS: [keyof Draft, string, string | null][] = [
  ["title", "Title", null],
  ["price", "Price", null],
  ["description", "Description", null],
  ["category_hint", "Category", "category"],
  ["brand", "Brand", "brand"],
  ["size", "Size", null],
  ["condition", "Condition", "condition"],
  ["color", "Colour", "color"],
];

interface Props {
  draft: Draft;
  errors: FieldError[];
  busy: boolean;
  isCorrection: boolean;
  onDraft: (draft: Draft) => void;
  onPrepare: () => void;
}

export function ListingForm({ draft, errors, busy, isCorrection, onDraft, onPrepare }: Props) {
  function send(event: FormEvent) {
    event.preventDefault();
    onPrepare();
  }
  return (
    <form onSubmit={send}>
      {FIELDS.map(([name, label, suggested]) => (
        <Field
          key={name}
          name={name}
          label={label}
          suggested={suggested}
          isLong={name === "description"}
          most={{ title: 100, description: 2000 }[name as string]}
          value={draft[name]}
          fault={errors.find(({ field }) => field === name)?.detail}
          onValue={(value) => onDraft({ ...draft, [name]: value })}
        />
      ))}
      <button disabled={busy}>{isCorrection ? "Correct" : "Prepare"}</button>
    </form>
  );
}

interface FieldProps {
  name: string;
  label: string;
  suggested: string | null;
  isLong: boolean;
  most: number | undefined;
  value: string;
  fault: string | undefined;
  onValue: (value: string) => void;
}

function Field({ name, label, suggested, isLong, most, value, fault, onValue }: FieldProps) {
  const found = useSuggestions(suggested, value);
  const faulty = fault ? { "aria-invalid": true, "aria-describedby": `${name}-fault` } : {};
  const given = { id: name, value, maxLength: most, ...faulty };
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {isLong ? (
        <textarea {...given} onChange={(event) => onValue(event.target.value)} />
      ) : (
        <input {...given} list={`${name}-found`} onChange={(event) => onValue(event.target.value)} />
      )}
      <datalist id={`${name}-found`}>
        {found.map((each) => (
          <option key={each.option_id} value={[...each.parents, each.label].join(" > ")} />
        ))}
      </datalist>
      {fault && (
        <p role="alert" id={`${name}-fault`}>
          {fault}
        </p>
      )}
    </div>
  );
}

/** What a text may become, asked 150 ms after the last key. */
function useSuggestions(field: string | null, text: string): Suggestion[] {
  const [found, setFound] = useState<Suggestion[]>([]);
  useEffect(() => {
    if (!field || !text) return;
    let isWanted = true;
    const asking = () => void suggest(field, text).then((told) => isWanted && setFound(told), () => setFound([]));
    const timer = setTimeout(asking, 150);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [field, text]);
  return found;
}
