// One job: how far it is, what it came to, and the one next act. It is all read from the service.
import { useEffect, useState, type ReactNode } from "react";

import { useShop } from "../../api/context";
import type { EventPartsFragment, JobPartsFragment, Outcome } from "../../api/generated";
import { isUnderWay, useJob } from "../../api/useJob";
import { useSpeech } from "../../i18n";
import type { Key } from "../../i18n/en";
import { Button, Heading, Icon, JOB_ID, Notice, Outward, Trouble, Words } from "../../parts/basics";
import { to } from "../../routing";
import { Receipts } from "../Receipts";
import { CopyListing } from "../sell/Copy";
import { Waiting } from "../Waiting";
import { Cancel, NextAct, PrepareAgain, Publish, Repeat, Resume, Settle } from "./Acts";
import { Fields, useFieldName } from "./Fields";
import { guidance, isSaidAbsent } from "./guidance";
import { usePlace } from "./place";
import { Questions } from "./Questions";

export function Job({ id }: { id: string }) {
  const { job, events, cut, refused, again } = useJob(id);
  const { say } = useSpeech();
  if (refused) return <Trouble refused={refused}><NextAct code={refused.code} retry={again} /></Trouble>;
  if (!job) return <Waiting gone={job === null} />;
  return (
    <>
      <Head job={job} />
      {cut && <Notice tone="warn" live title={say("line.cut")}><p>{say("line.cut.text")}</p></Notice>}
      <div className="job">
        <div className="job-main">
          {isUnderWay(job.state) ? <Progress job={job} events={events} again={again} /> : <Result job={job} again={again} />}
          {job.state === "AWAITING_ANSWERS" && <Questions key={job.revision} job={job} again={again} />}
          <Fields job={job} again={again} />
          <Receipts receipts={job.receipts} jobId={job.id} />
        </div>
        <div className="job-side">
          <Picture job={job} />
          <Said job={job} />
          <Past events={events} kind={job.kind} />
        </div>
      </div>
    </>
  );
}

function Head({ job }: { job: JobPartsFragment }) {
  const { say, money } = useSpeech();
  const place = usePlace();
  return (
    <Heading title={job.listing.title} lead={
      <>
        {money(job.listing.price)} · {say(`kind.${job.kind}`)}{job.kind === "PUBLISH" && job.dryRun ? ` (${say("dry.run")})` : ""} · {job.account} · {job.market}
        {job.preparation && <> · <a href={place.job(job.preparation.id)}>{say("preparation")}</a></>}
      </>
    }>{job.listing.title}</Heading>
  );
}

function Progress({ job, events, again }: { job: JobPartsFragment; events: readonly EventPartsFragment[]; again(): void }) {
  const { say, moment } = useSpeech();
  const last = events.at(-1);
  const state = last?.state ?? job.state;
  const step = last?.step ?? job.step;
  const words = step && state === "RUNNING" ? say(`step.${step}`) : say(`state.${state}`);
  const slot = last?.slotAt ?? job.slotAt;
  return (
    <section className="card progress" aria-label={say("progress")}>
      <div className="progress-words">
        <p role="status">{words}</p>
        {last?.total != null && last.total > 1 && <span className="muted">{`${last.done ?? 0} / ${last.total}`}</span>}
      </div>
      <progress max={100} value={last?.percent ?? job.percent} aria-label={say("progress")} />
      {slot && state === "WAITING_FOR_SLOT" && <p className="muted">{say("slot", { when: moment(slot) })}</p>}
      <div className="acts">
        <p className="small muted grow">{say("progress.may.leave")}</p>
        <Cancel job={job} again={again} />
      </div>
    </section>
  );
}

function Result({ job, again }: { job: JobPartsFragment; again(): void }) {
  const { say, has } = useSpeech();
  const { state, result } = job;
  if (state === "FAILED") {
    const { code, message } = result?.problem ?? { code: "internal", message: say("state.FAILED") };
    return (
      <section className="result bad">
        <Lead icon="warn" title={say("state.FAILED")} text={<Words text={message} />} />
        <div className="acts">
          <NextAct code={code} job={job} />
          <More code={code} />
        </div>
      </section>
    );
  }
  const outcome = result?.outcome;
  const usedUp = job.kind === "PREPARE" && (outcome === "PREPARED" || outcome === "DRAFT_SAVED") && state !== "AWAITING_CONFIRMATION";
  if (!outcome || state === "CANCELLED" || state === "EXPIRED" || usedUp) {
    return (
      <section className="result plain">
        <Lead icon="info" title={say(usedUp && state === "DONE" ? "yes.given" : `state.${state}`)} />
        <div className="acts">
          {usedUp && state === "DONE" ? <a className="button quiet" href={to.history}>{say("history")}</a> : <PrepareAgain job={job} />}
        </div>
      </section>
    );
  }
  const { tone } = guidance(job, outcome);
  const reason = reasoned(job.kind, outcome, result.reason, has);
  return (
    <section className={`result ${tone}`}>
      <Lead icon={tone === "good" ? "check" : tone === "plain" ? "info" : "warn"} title={say(titled(job, outcome))}
        text={reason && tellsAll(job) ? say(reason) : say(ofDraft(job) ? "outcome.OUTCOME_UNKNOWN.draft" : `outcome.${outcome}.text`)} />
      {reason && !tellsAll(job) && <p>{say(reason)}</p>}
      <Details job={job} />
      <Next job={job} again={again} />
    </section>
  );
}

/** An outcome by its name, but where a reason changes what a person has to know first. */
function titled(job: JobPartsFragment, outcome: Outcome): Key {
  if (isSaidAbsent(job)) return "settled.not.there";
  if (outcome === "NOT_READY" && job.result?.reason === "form_changed") return "changed.since";
  return outcome === "NOT_READY" && job.result?.reason === "questions" ? "questions.asked" : `outcome.${outcome}`;
}

/** Whether a draft, and no click, has no known end. */
function ofDraft(job: JobPartsFragment): boolean {
  return job.kind === "PREPARE" && job.result?.outcome === "OUTCOME_UNKNOWN";
}

/** The words for a reason: the same one says another thing before a click and after it. */
function reasoned(kind: JobPartsFragment["kind"], outcome: Outcome | null, reason: string | null, has: (key: string) => key is Key): Key | undefined {
  const own = outcome === "OUTCOME_UNKNOWN" ? [...(kind === "PREPARE" ? [`unknown.draft.${reason}`] : []), `unknown.${reason}`] : [];
  return [...own, `reason.${reason}`].find(has);
}

/** Whether a reason says what the outcome's own words say, and more. */
function tellsAll(job: JobPartsFragment): boolean {
  const outcome = job.result?.outcome;
  return isSaidAbsent(job) || outcome === "NOT_READY" || outcome === "NEEDS_MANUAL" || outcome === "REJECTED_BY_SITE";
}

function Lead({ icon, title, text }: { icon: "info" | "check" | "warn"; title: string; text?: ReactNode }) {
  return (
    <div className="result-lead" role="status">
      <Icon name={icon} />
      <div>
        <h2>{title}</h2>
        {text && <p>{text}</p>}
      </div>
    </div>
  );
}

function More({ code }: { code: string }) {
  const { say } = useSpeech();
  return <span className="small muted">{say("code")} <code>{code}</code></span>;
}

/** What belongs to an outcome: warnings, what the site refused, what stands in the way, until when. */
function Details({ job }: { job: JobPartsFragment }) {
  const { say, moment } = useSpeech();
  const named = useFieldName();
  const { result } = job;
  if (!result) return null;
  return (
    <>
      {result.obstacle && (
        <p><strong>{say(`obstacle.${result.obstacle.kind}`)}</strong>{result.obstacle.heading && <> · <q>{result.obstacle.heading}</q></>}</p>
      )}
      {result.siteErrors.length > 0 && (
        <ul className="said-by-site">
          {result.siteErrors.map((each) => <li key={each.field + each.message}><strong>{named(each.field)}</strong> <Words text={each.message} jobs /></li>)}
        </ul>
      )}
      {result.warnings.length > 0 && <ul className="warnings">{result.warnings.map((each) => <li key={each}><Words text={each} jobs /></li>)}</ul>}
      {result.retryAt && <p>{say("retry.at", { when: moment(result.retryAt) })}</p>}
      {result.expiresAt && job.state === "AWAITING_CONFIRMATION" && <Until at={result.expiresAt} />}
    </>
  );
}

function Until({ at }: { at: string }) {
  const { say, moment } = useSpeech();
  return <p className="small muted">{say("yes.until", { when: moment(at) })}</p>;
}

function Next({ job, again }: { job: JobPartsFragment; again(): void }) {
  const { say } = useSpeech();
  const place = usePlace();
  const { result } = job;
  const preparation = job.kind === "PREPARE" ? job.id : (job.preparation?.id ?? job.id);
  const correct = <a className="button quiet" href={place.correct(preparation)}>{say("correct")}</a>;
  switch (result?.outcome ? guidance(job, result.outcome).next : "prepare") {
    case "check":
      return (
        <>
          <p className="small muted">{say("publish.dry.first")}</p>
          <div className="acts">
            <Publish job={job} dryRun label="publish.opt.in" />
            {result?.draftId && result.previewUrl && <Outward href={result.previewUrl} look="quiet">{say("draft.open")}</Outward>}
            {correct}<Cancel job={job} again={again} />
          </div>
        </>
      );
    case "publish":
      return <div className="acts"><Publish job={job} dryRun={false} label="publish.real" />{correct}</div>;
    case "open":
      return <Opens job={job} />;
    case "answer":
      return <div className="acts">{correct}<Cancel job={job} again={again} /></div>;
    case "correct":
      return <div className="acts"><a className="button main" href={place.correct(preparation)}>{say("correct")}</a></div>;
    case "prepare":
      return <div className="acts"><PrepareAgain job={job} /></div>;
    case "settle":
      return <Settle job={job} again={again} />;
    case "follow":
      return <div className="acts"><Follow job={job} /><Outward href={job.marketUrl} look="quiet">{say("site.open")}</Outward></div>;
    case "repeat":
      return <div className="acts"><Outward href={job.marketUrl} look="quiet">{say("site.open")}</Outward><Repeat job={job} /></div>;
    case "resume":
      return <Solve job={job} />;
  }
}

/** Where to go on: the job that the service's words name, else all of them. */
function Follow({ job }: { job: JobPartsFragment }) {
  const { say } = useSpeech();
  const { warnings = [], siteErrors = [] } = job.result ?? {};
  const named = [...warnings, ...siteErrors.map(({ message }) => message)].map((text) => JOB_ID.exec(text)?.[0]).find((id) => id);
  return <a className="button main" href={named ? to.job(named) : to.history}>{say(named ? "job.see" : "history")}</a>;
}

function Solve({ job }: { job: JobPartsFragment }) {
  const { say, has } = useSpeech();
  const [solved, setSolved] = useState(false);
  return (
    <>
      {!has(`reason.${job.result?.reason ?? ""}`) && <p>{say("resume.how", { market: job.market })}</p>}
      <div className="acts">
        <Outward href={job.marketUrl} look="quiet">{say("site.open")}</Outward>
        {solved ? <Repeat job={job} /> : <Resume account={job.account} after={() => setSolved(true)} label={job.result?.reason === "rate_limited_by_site" ? "resume.waited" : "resume"} />}
      </div>
    </>
  );
}

function Opens({ job }: { job: JobPartsFragment }) {
  const { say } = useSpeech();
  const { next } = usePlace();
  const { result } = job;
  const several = result?.outcome === "DUPLICATED" ? (result.listingUrls ?? []) : [];
  const one = result?.listingUrl ?? job.marketUrl;
  return (
    <div className="acts">
      {several.length > 0
        ? several.map((url, index) => <Outward key={url} href={url} look="quiet">{say("listing.nth", { number: index + 1 })}</Outward>)
        : <Outward href={one} look={next ? "quiet" : "main"}>{say(result?.listingUrl ? "listing.open" : "site.open")}</Outward>}
      {next ? <a className="button main" href={next.href}>{say(next.words)}</a> : <a className="button quiet" href={to.sell}>{say("sell.next")}</a>}
    </div>
  );
}

function shown(job: JobPartsFragment): "picture.form" | "picture.obstacle" | "picture.after" {
  if (!job.pictureUrl) return "picture.form"; // that of its preparation
  if (job.result?.obstacle) return "picture.obstacle";
  return job.receipts.length ? "picture.after" : "picture.form";
}

/** The form while it is filled, as long as this page is looked at. */
function Live({ jobId }: { jobId: string }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let leave = (): void => undefined;
    const turn = (): void => {
      leave();
      leave = document.visibilityState === "visible" ? api.look(jobId, setUrl) : () => undefined;
    };
    turn();
    document.addEventListener("visibilitychange", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      leave();
    };
  }, [api, jobId]);
  if (!url) return <div className="picture is-coming" aria-hidden="true"><Icon name="hanger" /></div>;
  return (
    <figure className="picture">
      <img src={url} alt={say("picture.live")} />
      <figcaption>{say("picture.live")}</figcaption>
    </figure>
  );
}

function Picture({ job }: { job: JobPartsFragment }) {
  const { say } = useSpeech();
  const [whole, setWhole] = useState(false);
  const url = job.pictureUrl ?? job.preparation?.pictureUrl;
  useEffect(() => setWhole(false), [url]);
  if (!url) {
    return isUnderWay(job.state) ? <Live jobId={job.id} /> : null;
  }
  const words = say(shown(job));
  return (
    <figure className={`picture ${whole ? "is-whole" : ""}`}>
      <img src={url} alt={words} />
      <figcaption>
        <span>{words}</span>
        <Button look="bare" aria-expanded={whole} onClick={() => setWhole(!whole)}>{say(whole ? "picture.less" : "picture.whole")}</Button>
      </figcaption>
    </figure>
  );
}

/** The listing as it was said, with what was advised before anything was filled. */
function Said({ job }: { job: JobPartsFragment }) {
  const { say, count } = useSpeech();
  const named = useFieldName();
  const { listing } = job;
  return (
    <section className="card" aria-labelledby="said-title">
      <div className="card-head"><h2 id="said-title">{say("said.title")}</h2></div>
      {listing.advice.length > 0 && (
        <Notice title={say("advice")}>
          <ul>{listing.advice.map((each) => <li key={each.code + (each.field ?? "")}>{each.field && <strong>{named(each.field)}{say("colon")} </strong>}<Words text={each.detail} /></li>)}</ul>
        </Notice>
      )}
      {listing.photos.length > 0 && (
        <ul className="strip" aria-label={count("photos", listing.photos.length)}>
          {listing.photos.map((photo, index) => <li key={photo.id}><img src={photo.url} alt={say("photos.nth", { place: index + 1 })} /></li>)}
        </ul>
      )}
      <p className="description">{listing.description}</p>
      <p className="small muted">{[listing.categoryHint, listing.brand, listing.size, listing.condition, listing.color, listing.material].filter(Boolean).join(" · ")}</p>
      <div className="acts"><CopyListing jobId={job.id} /></div>
    </section>
  );
}

function Past({ events, kind }: { events: readonly EventPartsFragment[]; kind: JobPartsFragment["kind"] }) {
  const { say, has, language } = useSpeech();
  const time = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
  if (!events.length) return null;
  return (
    <details className="card past">
      <summary>{say("events", { count: events.length })}</summary>
      <ol>
        {events.map((event) => {
          const reason = reasoned(kind, event.outcome, event.reason, has);
          const words = event.outcome ? say(`outcome.${event.outcome}`) : event.step && event.state === "RUNNING" ? say(`step.${event.step}`) : say(`state.${event.state}`);
          return (
            <li key={event.seq} value={event.seq}>
              <time dateTime={event.at}>{time.format(new Date(event.at))}</time> <span>{words}{event.total != null && event.total > 1 ? ` ${event.done ?? 0}/${event.total}` : ""}</span>
              {reason && <span className="muted"> {say(reason)}</span>}
            </li>
          );
        })}
      </ol>
    </details>
  );
}
