// What is known of an account's session, and what a person can do about it.
import type { SessionPartsFragment, SessionState as State } from "../api/generated";
import { useSpeech } from "../i18n";
import { Badge, Outward, type Tone } from "../parts/basics";

export const TONE: Readonly<Record<State, Tone>> = {
  VALID: "good",
  ABSENT: "plain",
  UNKNOWN: "warn",
  CHALLENGED: "warn",
  EXPIRED: "bad",
  MALFORMED: "bad",
  WRONG_MARKET: "bad",
};

export function SessionState({ session }: { session: SessionPartsFragment }) {
  const { say, moment } = useSpeech();
  return (
    <div className="session-state">
      <p>
        <Badge tone={TONE[session.state]}>{say(`session.${session.state}`)}</Badge>
        {session.username && <strong> {session.username}</strong>}
        {session.market && <span className="muted"> · {session.market}</span>}
      </p>
      {session.state !== "VALID" && <p className="small">{say(`session.${session.state}.text`)}</p>}
      {session.obstacle && <p><strong>{say(`obstacle.${session.obstacle.kind}`)}</strong>{session.obstacle.heading && <> · <q>{session.obstacle.heading}</q></>}</p>}
      {session.pictureUrl && <img className="seen" src={session.pictureUrl} alt={say("picture.obstacle")} />}
      {session.state === "CHALLENGED" && session.marketUrl && <p><Outward href={session.marketUrl}>{say("site.open")}</Outward></p>}
      {session.restingUntil && <p className="small">{say("session.resting", { when: moment(session.restingUntil) })}</p>}
      {session.checkedAt && <p className="small muted">{say("session.checked", { when: moment(session.checkedAt) })}</p>}
      {!session.persisted && session.state !== "ABSENT" && <p className="small">{say("session.not.kept")}</p>}
    </div>
  );
}
