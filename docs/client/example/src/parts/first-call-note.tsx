import { BASE } from "../lib/api";
import { useConnection } from "../state/connection";
import { useDesk } from "../state/desk";
import { TroubleNote } from "./trouble-note";

export function FirstCallNote() {
  const { trouble, check } = useConnection();
  const { reload } = useDesk();
  if (!trouble) return null;

  function tryAgain() {
    void check();
    reload();
  }

  return (
    <section className="note bad" aria-label="The service cannot be used">
      <TroubleNote trouble={trouble} />
      {trouble.code === "no_answer" && <AddressHelp />}
      <button type="button" onClick={tryAgain}>
        Try again
      </button>
    </section>
  );
}

function AddressHelp() {
  return (
    <ul>
      <li>Is the service started, and is {BASE} its address?</li>
      <li>
        A page on https can only call an https address (mixed content). Only 127.0.0.1 and localhost are exempt, and the
        browser may then ask for access to the local network: allow it.
      </li>
      <li>An address of the local network (192.168…, http) does not work from a preview: it needs https.</li>
    </ul>
  );
}
