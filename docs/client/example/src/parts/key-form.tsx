import { useState, type FormEvent } from "react";
import { keepKey, readKey } from "../lib/key";
import { useConnection } from "../state/connection";
import { useDesk } from "../state/desk";
import { Field } from "./field";

export function KeyForm() {
  const { check } = useConnection();
  const { reload } = useDesk();
  const [key, setKey] = useState("");
  const [kept, setKept] = useState(() => readKey() !== "");

  function use(next: string) {
    keepKey(next);
    setKey("");
    setKept(next !== "");
    void check();
    reload();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    use(key.trim());
  }

  return (
    <form onSubmit={submit}>
      <h2>API key</h2>
      <p>Only if the service asks for one. It is kept until this tab is closed.</p>
      <Field label="API key" error={null}>
        {(attributes) => (
          <input
            {...attributes}
            type="password"
            autoComplete="off"
            required
            value={key}
            onChange={(event) => setKey(event.target.value)}
          />
        )}
      </Field>
      <div className="buttons">
        <button type="submit">Use this key</button>
        {kept && (
          <button type="button" onClick={() => use("")}>
            Forget the key
          </button>
        )}
      </div>
      <p role="status">{kept ? "A key is in use." : "No key is in use."}</p>
    </form>
  );
}
