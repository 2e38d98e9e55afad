import { useId, type ReactNode } from "react";

type FieldAttributes = { id: string; "aria-invalid"?: true; "aria-describedby"?: string };

type Props = {
  label: string;
  error: string | null;
  children: (attributes: FieldAttributes) => ReactNode;
};

/** A label, its input and the error about it. */
export function Field({ label, error, children }: Props) {
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(error ? { id, "aria-invalid": true, "aria-describedby": errorId } : { id })}
      {error && (
        <p className="error" id={errorId}>
          {error}
        </p>
      )}
    </div>
  );
}
