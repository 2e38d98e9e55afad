// Everything that was prepared and published, newest first; each row leads to its job and to the site.
import { useCallback, useEffect, useState } from "react";

import { useShop } from "../api/context";
import { at } from "../api/endpoint";
import { HistoryDocument, type HistoryQuery, type HistoryQueryVariables, type Outcome } from "../api/generated";
import { Refused } from "../api/refused";
import { useSpeech } from "../i18n";
import { asRefused, Badge, Button, Heading, Icon, Outward, Trouble, type Tone } from "../parts/basics";
import { to } from "../routing";
import { CopyListing } from "./sell/Copy";
import { Waiting } from "./Waiting";

type Row = HistoryQuery["jobs"]["edges"][number]["node"];
type Kept = "all" | "open" | "published";

const PAGE = 20;
const OPEN = ["QUEUED", "RUNNING", "WAITING_FOR_SLOT", "AWAITING_ANSWERS", "AWAITING_CONFIRMATION"] as const;
const FILTERS: Readonly<Record<Kept, Pick<HistoryQueryVariables, "kind" | "states">>> = {
  all: {},
  open: { states: [...OPEN] },
  published: { kind: "PUBLISH" },
};
const BAD: readonly Outcome[] = ["REJECTED_BY_SITE", "DUPLICATED"];
const GOOD: readonly Outcome[] = ["PUBLISHED", "CHECKED", "PREPARED", "DRAFT_SAVED"];

export default function History() {
  const { api, account, accounts } = useShop();
  const { say } = useSpeech();
  const [kept, setKept] = useState<Kept>("all");
  const [rows, setRows] = useState<readonly Row[]>();
  const [next, setNext] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);

  const read = useCallback(
    async (after: string | null): Promise<HistoryQuery["jobs"]> =>
      (await api.ask(HistoryDocument, { account, first: PAGE, after, ...FILTERS[kept] })).jobs,
    [api, account, kept],
  );
  const take = useCallback((page: HistoryQuery["jobs"], before: readonly Row[]) => {
    setRows([...before, ...page.edges.map(({ node }) => node)]);
    setNext(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
  }, []);
  useEffect(() => {
    let left = false;
    setRows(undefined);
    setRefused(null);
    read(null).then((page) => !left && take(page, []), (error: unknown) => !left && setRefused(asRefused(error)));
    return () => {
      left = true;
    };
  }, [read, take]);

  // What is at work goes on while this stands in the background; further pages stay as they were read.
  const shown = rows?.length ?? 0;
  useEffect(() => {
    let left = false;
    const seen = (): void => {
      if (document.visibilityState !== "visible" || shown > PAGE) return;
      read(null).then((page) => !left && take(page, []), (error: unknown) => !left && setRefused(asRefused(error)));
    };
    document.addEventListener("visibilitychange", seen);
    window.addEventListener("focus", seen);
    return () => {
      left = true;
      document.removeEventListener("visibilitychange", seen);
      window.removeEventListener("focus", seen);
    };
  }, [read, take, shown]);

  return (
    <>
      <Heading title={say("history")} lead={accounts.length > 1 ? say("history.of", { account }) : say("history.lead")}>{say("history")}</Heading>
      <div className="filters" role="group" aria-label={say("history.show")}>
        {(["all", "open", "published"] as const).map((each) => (
          <button key={each} type="button" className="chip" aria-pressed={kept === each} onClick={() => setKept(each)}>{say(`history.${each}`)}</button>
        ))}
      </div>
      <p className="small"><a href={to.imports}>{say("imports.all")}</a></p>
      {refused && <Trouble refused={refused} />}
      {!rows && !refused && <Waiting />}
      {rows?.length === 0 && <p className="empty">{say("history.empty")} <a href={to.sell}>{say("sell.first")}</a></p>}
      <ul className="rows">{rows?.map((row) => <One key={row.id} row={row} />)}</ul>
      {next && rows && (
        <div className="acts middle">
          <Button onClick={() => void read(next).then((page) => take(page, rows)).catch((error: unknown) => setRefused(asRefused(error)))}>{say("more.rows")}</Button>
        </div>
      )}
    </>
  );
}

function tone({ state, result }: Row): Tone {
  if (state === "FAILED") return "bad";
  const outcome = result?.outcome;
  if (!outcome || state === "CANCELLED" || state === "EXPIRED") return "plain";
  return GOOD.includes(outcome) ? "good" : BAD.includes(outcome) ? "bad" : "warn";
}

function One({ row }: { row: Row }) {
  const { say, money, moment } = useSpeech();
  const over = row.state === "CANCELLED" || row.state === "EXPIRED" || row.state === "FAILED";
  const outcome = row.result?.outcome;
  const [photo] = row.listing.photos;
  const page = row.result?.listingUrl;
  return (
    <li className="row">
      <span className="thumb">{photo ? <img src={photo.url} alt="" loading="lazy" /> : <Icon name="hanger" />}</span>
      <div className="row-words">
        <a className="row-title" href={to.job(row.id)}>{row.listing.title}</a>
        <p className="small muted">
          {money(row.listing.price)} · {say(`kind.${row.kind}`)}{row.kind === "PUBLISH" && row.dryRun ? ` (${say("dry.run")})` : ""} · <time dateTime={row.createdAt}>{moment(row.createdAt)}</time>
        </p>
        <p className="row-links small">
          {page && <Outward href={page}>{say("listing.on.site")}</Outward>}
          {row.result?.listingUrls.filter((url) => url !== page).map((url) => <Outward key={url} href={url}>{say("listing.on.site")}</Outward>)}
          {row.receipt && <a href={at(`vinted/jobs/${encodeURIComponent(row.id)}/receipt`)} download={`receipt-${row.receipt.id}.json`}>{say("receipt.save")}</a>}
        </p>
        <div className="row-links"><CopyListing jobId={row.id} look="bare" title={row.listing.title} /></div>
      </div>
      <Badge tone={tone(row)}>{outcome && !over ? say(`outcome.${outcome}`) : say(`state.${row.state}`)}</Badge>
    </li>
  );
}
