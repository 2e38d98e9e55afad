import { connectionText } from "../lib/connection-text";
import { useConnection } from "../state/connection";

export function ConnectionState() {
  const { session, trouble, checking } = useConnection();
  const { colour, text } = session
    ? connectionText(session)
    : { colour: "grey", text: trouble && !checking ? "Connection not known" : "Checking…" };
  return (
    <p className={`connection ${colour}`} role="status">
      {text}
    </p>
  );
}
