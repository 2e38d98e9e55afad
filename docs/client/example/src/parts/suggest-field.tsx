import { useEffect, useId, useState, type KeyboardEvent } from "react";
import type { Suggestion } from "../lib/answers";
import { suggest, type SuggestField as FieldName } from "../lib/api";
import { Field } from "./field";

const DELAY = 150;

type Props = {
  label: string;
  field: FieldName;
  /** Sizes depend on the category: without one none are suggested. */
  categoryId?: string | null;
  value: string;
  error: string | null;
  onType: (text: string) => void;
  onChoose: (suggestion: Suggestion) => void;
};

export function SuggestField({ label, field, categoryId, value, error, onType, onChoose }: Props) {
  const listId = useId();
  const [typed, setTyped] = useState("");
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [active, setActive] = useState(-1);

  useEffect(() => {
    if (!typed.trim() || categoryId === null) return;
    const control = new AbortController();
    const timer = setTimeout(() => {
      // Without suggestions the text counts as it was typed.
      suggest(field, typed, categoryId ?? null, control.signal).then(setSuggestions, () => setSuggestions([]));
    }, DELAY);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [field, typed, categoryId]);

  function close() {
    setTyped("");
    setSuggestions([]);
    setActive(-1);
  }

  function type(text: string) {
    onType(text);
    setTyped(text);
    setSuggestions([]);
    setActive(-1);
  }

  function choose(suggestion: Suggestion) {
    onChoose(suggestion);
    close();
  }

  function press(event: KeyboardEvent) {
    const chosen = suggestions[active];
    if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen) choose(chosen);
    else if (event.key === "ArrowDown") setActive(Math.min(active + 1, suggestions.length - 1));
    else if (event.key === "ArrowUp") setActive(Math.max(active - 1, -1));
    else return;
    event.preventDefault();
  }

  return (
    <Field label={label} error={error}>
      {(attributes) => (
        <div className="suggest">
          <input
            {...attributes}
            role="combobox"
            aria-autocomplete="list"
            aria-expanded={suggestions.length > 0}
            aria-controls={listId}
            aria-activedescendant={active >= 0 ? `${listId}-${active}` : undefined}
            autoComplete="off"
            value={value}
            onChange={(event) => type(event.target.value)}
            onKeyDown={press}
            onBlur={close}
          />
          <ul id={listId} role="listbox" aria-label={`Suggestions for ${label}`} hidden={suggestions.length === 0}>
            {suggestions.map((suggestion, index) => (
              <li
                key={suggestion.option_id}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={index === active}
                // Keeps the focus in the field, which would close the list before the click.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => choose(suggestion)}
              >
                {suggestion.label} <span className="small">{suggestion.parents.join(" > ")}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Field>
  );
}
