// The smallest parts: buttons, notices, icons, badges, and what is said to screen readers.
import { useEffect, useId, useRef, useState, type ComponentProps, type ReactNode } from "react";

import { at } from "../api/endpoint";
import { Refused } from "../api/refused";
import { useSpeech } from "../i18n";
import { to } from "../routing";

export type Tone = "plain" | "good" | "warn" | "bad";

export function Button({
  look = "quiet",
  busy = false,
  children,
  ...rest
}: ComponentProps<"button"> & { look?: "main" | "quiet" | "bare" | "danger"; busy?: boolean }) {
  return (
    <button type="button" aria-disabled={busy || undefined} {...rest} className={`button ${look} ${rest.className ?? ""}`}
      onClick={(event) => (busy ? event.preventDefault() : rest.onClick?.(event))}>
      {busy && <span className="spinner" aria-hidden="true" />}
      {children}
    </button>
  );
}

export function Notice({
  tone = "plain",
  title,
  children,
  live = false,
  said = false,
}: {
  tone?: Tone;
  title?: ReactNode;
  children?: ReactNode;
  live?: boolean;
  /** The title is a whole text of the service. */
  said?: boolean;
}) {
  return (
    <div className={`notice ${tone}`} role={live ? (tone === "bad" ? "alert" : "status") : undefined}>
      <Icon name={ICON[tone]} />
      <div>
        {title && <p className={`notice-title ${said ? "said" : ""}`}>{title}</p>}
        {children}
      </div>
    </div>
  );
}

const ICON = { plain: "info", good: "check", warn: "warn", bad: "warn" } as const;

const PATHS = {
  info: "M12 11v6M12 7.5v.01M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  check: "m8 12.5 3 3 5.5-6.5M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z",
  warn: "M12 9v5M12 17v.01M10.6 4 2.9 17.5A1.6 1.6 0 0 0 4.3 20h15.4a1.6 1.6 0 0 0 1.4-2.5L13.4 4a1.6 1.6 0 0 0-2.8 0Z",
  hanger: "M12 8.6V10l8.4 5.9c1.2.9.6 2.8-.9 2.8H4.5c-1.5 0-2.1-1.9-.9-2.8L12 10M9.8 6.200A2.2 2.2 0 1 1 12 8.6",
  history: "M4 12a8 8 0 1 0 2.6-5.900M4 4.500v3.700h3.700M12 8v4.300l2.8 1.7",
  person: "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.500c.6-3.7 3.7-5.7 7.5-5.700s6.9 2 7.5 5.7",
  camera: "M4.5 8h3l1.5-2.500h6L16.5 8h3A1.5 1.5 0 0 1 21 9.500v8a1.5 1.5 0 0 1-1.5 1.500h-15A1.5 1.5 0 0 1 3 17.500v-8A1.5 1.5 0 0 1 4.5 8ZM12 16.300a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.400Z",
  table: "M4 5.500h16v13H4ZM4 10h16M4 14.300h16M9.500 5.500v13",
  left: "m14 6-6 6 6 6",
  right: "m10 6 6 6-6 6",
  close: "M6.5 6.500l11 11M17.5 6.500l-11 11",
  out: "M13 5h6v6M19 5l-9 9M10 6H6.500A1.5 1.5 0 0 0 5 7.500v10A1.5 1.5 0 0 0 6.5 19h10a1.5 1.5 0 0 0 1.5-1.500V14",
  gear: "M4 7h9M17 7h3M4 17h3M11 17h9M15 9.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400ZM9 19.200a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.400Z",
} as const;

export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`badge ${tone}`}>{children}</span>;
}

/** A link to a page of the site; it opens beside this one. */
export function Outward({ href, children, look }: { href: string; children: ReactNode; look?: "main" | "quiet" }) {
  const { say } = useSpeech();
  return (
    <a className={look ? `button ${look}` : "outward"} href={href} target="_blank" rel="noreferrer">
      {children} <Icon name="out" />
      <span className="unseen">{say("opens.beside")}</span>
    </a>
  );
}

/** A wait that is told in seconds; a longer one by the time of day. */
const SOON_SECONDS = 90;

/** Why a call was refused, and where more is said about it. */
export function Trouble({ refused, children }: { refused: Refused; children?: ReactNode }) {
  const { say, has, moment } = useSpeech();
  const title = refused.code === "no_answer" ? say("no.answer") : <Words text={inPagesWords()} />;
  const seconds = refused.retryAfterSeconds === null ? null : Math.ceil(refused.retryAfterSeconds);
  const own = `code.${refused.code}`;

  /** A text that begins with a member's name begins with what the page calls that field. */
  function inPagesWords(): string {
    const [field] = refused.problems.map((one) => one.field);
    const key = `field.${field?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}`;
    const named = field !== undefined && has(key) && /^\s?:/.test(refused.message.slice(field.length));
    return named && refused.message.startsWith(field) ? say(key) + refused.message.slice(field.length) : refused.message;
  }

  return (
    <Notice tone="bad" live said title={title}>
      {has(own) && <p>{say(own)}</p>}
      {seconds !== null && !refused.message.includes(` ${seconds} `) && (
        <p>{seconds > SOON_SECONDS ? say("retry.at", { when: moment(new Date(Date.now() + 1000 * seconds).toISOString()) }) : say("retry.after", { seconds })}</p>
      )}
      {refused.code !== "no_answer" && (
        <p className="small">
          <a href={at(`problems/${refused.code}`)} target="_blank" rel="noreferrer">
            {say("more.about")} <code>{refused.code}</code>
          </a>
        </p>
      )}
      {children && <div className="acts">{children}</div>}
    </Notice>
  );
}

const SET_APART = /(https?:\/\/[^\s,;)]*[^\s,;).]|\b[0-9a-f]{32}\b|`[^`]+`)/;
export const JOB_ID = /\b[0-9a-f]{32}\b/;

/** A text of the service: an address can be followed, code is told from words; `jobs` says that ids in it are jobs'. */
export function Words({ text, jobs = false }: { text: string; jobs?: boolean }) {
  return text.split(SET_APART).map((part, index) => {
    if (/^https?:/.test(part)) return <Outward key={index} href={part}>{part.replace(/^https?:\/\//, "")}</Outward>;
    if (part.startsWith("`")) return <code key={index}>{part.slice(1, -1)}</code>;
    return jobs && index % 2 ? <a key={index} href={to.job(part)}>{part.slice(0, 8)}…</a> : part;
  });
}

export function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  throw error;
}

/** A screen's heading; it takes the focus when the screen comes, so that readers begin there. */
export function Heading({ children, lead, title }: { children: ReactNode; lead?: ReactNode; title: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Fripier`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body || arrived) heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
    arrived = true;
  }, []);
  return (
    <header className="heading">
      <h1 ref={heading} tabIndex={-1}>
        {children}
      </h1>
      {lead && <p className="lead">{lead}</p>}
    </header>
  );
}

let arrived = false;

/** A question that has to be answered before anything else. */
export function Ask({
  open,
  title,
  children,
  close,
}: {
  open: boolean;
  title: string;
  children: ReactNode;
  close(): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open && !dialog.current?.open) dialog.current?.showModal();
    if (!open) dialog.current?.close();
  }, [open]);
  return (
    // The event of an earlier closing may come after the question was opened anew.
    <dialog ref={dialog} aria-labelledby={id} onCancel={close} onClose={() => dialog.current?.open || close()}>
      <h2 id={id}>{title}</h2>
      {open && children}
    </dialog>
  );
}

/** A value whose change waits until a press is over: what moves under a finger is not pressed. */
export function useAtRest<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (!pressed) return setShown(value);
    const over = (): void => void setTimeout(() => setShown(value)); // the click comes first
    const ends = ["pointerup", "pointercancel"];
    for (const end of ends) window.addEventListener(end, over);
    return () => {
      for (const end of ends) window.removeEventListener(end, over);
    };
  }, [value]);
  return shown;
}

let pressed = false;
for (const [event, now] of [["pointerdown", true], ["pointerup", false], ["pointercancel", false]] as const) {
  window.addEventListener(event, () => (pressed = now), { capture: true });
}
