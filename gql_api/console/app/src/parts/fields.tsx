// Inputs with their label, hint and what is wrong with them; one that suggests while it is typed in.
import { useEffect, useId, useRef, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from "react";

import type { SuggestionPartsFragment } from "../api/generated";
import { useSpeech } from "../i18n";

interface Labelled {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly wrong?: string | undefined;
  readonly advice?: string | undefined;
}

function useTied({ hint, wrong, advice }: Labelled) {
  const id = useId();
  const described = [wrong && `${id}-wrong`, advice && `${id}-advice`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return { id, props: { id, "aria-describedby": described || undefined, "aria-invalid": wrong ? true : undefined } };
}

function Around({ id, label, hint, wrong, advice, children, beside }: Labelled & { id: string; children: ReactNode; beside?: ReactNode }) {
  return (
    <div className={`field ${wrong ? "is-wrong" : ""}`}>
      <div className="field-head">
        <label htmlFor={id}>{label}</label>
        {beside}
      </div>
      {children}
      {wrong && (
        <p className="wrong" id={`${id}-wrong`}>
          {wrong}
        </p>
      )}
      {advice && (
        <p className="advised" id={`${id}-advice`}>
          {advice}
        </p>
      )}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

export function TextField({
  label,
  hint,
  wrong,
  advice,
  unit,
  beside,
  ...input
}: Labelled & ComponentProps<"input"> & { unit?: string; beside?: ReactNode }) {
  const tied = useTied({ label, hint, wrong, advice });
  return (
    <Around id={tied.id} label={label} hint={hint} wrong={wrong} advice={advice} beside={beside}>
      <div className={unit ? "with-unit" : "plain-input"}>
        <input autoComplete="off" {...input} {...tied.props} />
        {unit && <span aria-hidden="true">{unit}</span>}
      </div>
    </Around>
  );
}

export function TextArea({
  label,
  hint,
  wrong,
  advice,
  beside,
  ...input
}: Labelled & ComponentProps<"textarea"> & { beside?: ReactNode }) {
  const tied = useTied({ label, hint, wrong, advice });
  return (
    <Around id={tied.id} label={label} hint={hint} wrong={wrong} advice={advice} beside={beside}>
      <textarea {...input} {...tied.props} />
    </Around>
  );
}

export function Choice({ label, hint, wrong, advice, children, ...input }: Labelled & ComponentProps<"select">) {
  const tied = useTied({ label, hint, wrong, advice });
  return (
    <Around id={tied.id} label={label} hint={hint} wrong={wrong} advice={advice}>
      <select {...input} {...tied.props}>
        {children}
      </select>
    </Around>
  );
}

export function Box({ label, hint, ...input }: { label: string; hint?: ReactNode } & ComponentProps<"input">) {
  const id = useId();
  return (
    <div className="box">
      <input type="checkbox" id={id} aria-describedby={hint ? `${id}-hint` : undefined} {...input} />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

const PAUSE_MS = 150;

/** Free text with the site's options under it: what is chosen is text too, and may be changed. */
export function Suggesting({
  label,
  hint,
  wrong,
  advice,
  name,
  value,
  onChange,
  find,
  words,
  placeholder,
}: Labelled & {
  name?: string;
  value: string;
  placeholder?: string;
  onChange(value: string, chosen?: SuggestionPartsFragment): void;
  find(text: string): Promise<readonly SuggestionPartsFragment[]>;
  words(option: SuggestionPartsFragment): string;
}) {
  const { say } = useSpeech();
  const tied = useTied({ label, hint, wrong, advice });
  const [options, setOptions] = useState<readonly SuggestionPartsFragment[]>([]);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const list = `${tied.id}-options`;
  useEffect(() => () => clearTimeout(timer.current), []);

  function look(text: string): void {
    clearTimeout(timer.current);
    const turn = ++asked.current;
    timer.current = setTimeout(() => {
      find(text).then(
        (found) => {
          if (turn !== asked.current) return;
          setOptions(found);
          setActive(-1);
          setOpen(found.length > 0);
        },
        () => turn === asked.current && setOpen(false), // suggestions are a help: without them it is typed
      );
    }, PAUSE_MS);
  }
  function shut(): void {
    asked.current += 1;
    clearTimeout(timer.current);
    setOpen(false);
    setActive(-1);
  }
  function choose(option: SuggestionPartsFragment): void {
    onChange(words(option), option);
    shut();
  }
  function pressed(event: KeyboardEvent<HTMLInputElement>): void {
    const chosen = options[active];
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) look(value);
      else if (event.key === "ArrowDown") setActive((active + 1) % options.length);
      else setActive(active <= 0 ? options.length - 1 : active - 1);
    } else if (event.key === "Enter" && open && chosen) {
      event.preventDefault();
      choose(chosen);
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      shut();
    }
  }

  return (
    <Around id={tied.id} label={label} hint={hint} wrong={wrong} advice={advice}>
      <div className="suggesting" onBlur={shut}>
        <input
          {...tied.props}
          name={name}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && active >= 0 ? `${list}-${active}` : undefined}
          placeholder={placeholder}
          value={value}
          onKeyDown={pressed}
          onChange={(event) => {
            onChange(event.target.value);
            look(event.target.value);
          }}
        />
        <ul id={list} role="listbox" aria-label={label} hidden={!open}>
          {options.map((option, index) => (
            <li
              key={option.optionId}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              {option.label}
              {option.parents.length > 0 && <span className="path">{option.parents.join(" › ")}</span>}
            </li>
          ))}
        </ul>
        <span className="unseen" role="status">
          {open ? say("suggestions.count", { count: options.length }) : ""}
        </span>
      </div>
    </Around>
  );
}
