import { useState, type FormEvent } from "react";
import type { Resolution } from "../lib/api";
import { errorOf } from "../lib/form";
import { troubleOf, type Trouble } from "../lib/trouble";
import { useDesk } from "../state/desk";
import { Field } from "./field";
import { TroubleNote } from "./trouble-note";

export function ResolveButtons({ jobId }: { jobId: string }) {
  const { resolve } = useDesk();
  const [asking, setAsking] = useState(false);
  const [address, setAddress] = useState("");
  const [sending, setSending] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function send(resolution: Resolution) {
    setSending(true);
    setTrouble(null);
    try {
      await resolve(jobId, resolution);
    } catch (error) {
      setTrouble(troubleOf(error));
    }
    setSending(false);
  }

  function sendAddress(event: FormEvent) {
    event.preventDefault();
    void send({ there: true, address });
  }

  return (
    <>
      {trouble && <TroubleNote trouble={trouble} />}
      <div className="buttons">
        <button type="button" onClick={() => setAsking(true)} disabled={sending} aria-expanded={asking}>
          It is there
        </button>
        <button type="button" onClick={() => void send({ not_there: true })} disabled={sending}>
          It is not there
        </button>
      </div>
      {asking && (
        <form onSubmit={sendAddress}>
          <Field label="Address of the listing" error={errorOf(trouble?.errors ?? [], "address")}>
            {(attributes) => (
              <input
                {...attributes}
                type="url"
                required
                placeholder="https://…"
                value={address}
                onChange={(event) => setAddress(event.target.value)}
              />
            )}
          </Field>
          <button type="submit" disabled={sending}>
            Send the address
          </button>
        </form>
      )}
    </>
  );
}
