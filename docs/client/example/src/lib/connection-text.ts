import type { Session } from "./answers";

export type Colour = "green" | "grey" | "orange" | "red";

export function connectionText(session: Session): { colour: Colour; text: string } {
  switch (session.state) {
    case "valid":
      return { colour: "green", text: `Connected: ${session.username ?? session.account}` };
    case "absent":
      return { colour: "grey", text: "No session" };
    case "unknown":
      return { colour: "orange", text: "To be checked again" };
    case "challenged":
      return { colour: "orange", text: "Vinted asks for a verification: open vinted.fr in your browser" };
    case "expired":
      return { colour: "red", text: "Session expired: paste a new one" };
    case "wrong_market":
      return { colour: "red", text: "Session of another country" };
    case "malformed":
      return { colour: "red", text: "Session cannot be read" };
  }
}
