// Many listings from one file: brought here, and the imports so far below.
import { useCallback, useEffect, useState } from "react";

import { useShop } from "../../api/context";
import { ImportsDocument, type ImportsQuery, type ImportSummaryPartsFragment } from "../../api/generated";
import type { Refused } from "../../api/refused";
import { useSpeech } from "../../i18n";
import { asRefused, Badge, Button, Heading, Icon, Trouble } from "../../parts/basics";
import { to } from "../../routing";
import { Bring } from "./Bring";
import { GROUP, type Group } from "./stages";

const PAGE = 10;

export default function Imports() {
  const { say } = useSpeech();
  const { account } = useShop();
  return (
    <>
      <Heading title={say("imports")} lead={say("imports.lead")}>{say("imports")}</Heading>
      <Bring key={account} account={account} />
      <Recent key={`recent ${account}`} account={account} />
    </>
  );
}

function Recent({ account }: { account: string }) {
  const { api } = useShop();
  const { say } = useSpeech();
  const [found, setFound] = useState<readonly ImportSummaryPartsFragment[]>();
  const [next, setNext] = useState<string | null>(null);
  const [refused, setRefused] = useState<Refused | null>(null);
  const read = useCallback(
    async (after: string | null): Promise<ImportsQuery["imports"]> => (await api.ask(ImportsDocument, { account, first: PAGE, after })).imports,
    [api, account],
  );
  const take = useCallback((page: ImportsQuery["imports"], before: readonly ImportSummaryPartsFragment[]) => {
    setFound([...before, ...page.edges.map(({ node }) => node)]);
    setNext(page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null);
  }, []);
  useEffect(() => {
    let left = false;
    read(null).then((page) => !left && take(page, []), (error: unknown) => !left && setRefused(asRefused(error)));
    return () => {
      left = true;
    };
  }, [read, take]);
  return (
    <section aria-labelledby="recent-title" className="import-rows">
      <h2 id="recent-title">{say("imports.recent")}</h2>
      {refused && <Trouble refused={refused} />}
      {found?.length === 0 && <p className="empty">{say("imports.empty")}</p>}
      <ul className="rows">{found?.map((each) => <One key={each.id} imported={each} />)}</ul>
      {next && found && (
        <div className="acts middle">
          <Button onClick={() => void read(next).then((page) => take(page, found)).catch((error: unknown) => setRefused(asRefused(error)))}>{say("more.rows")}</Button>
        </div>
      )}
    </section>
  );
}

function One({ imported }: { imported: ImportSummaryPartsFragment }) {
  const { say, moment } = useSpeech();
  const numbers = new Map<Group, number>();
  for (const { stage, count } of imported.counts) numbers.set(GROUP[stage], (numbers.get(GROUP[stage]) ?? 0) + count);
  const yours = numbers.get("yours") ?? 0;
  return (
    <li className="row">
      <span className="thumb"><Icon name="table" /></span>
      <div className="row-words">
        <a className="row-title" href={to.import(imported.id)}>{imported.name}</a>
        <p className="small muted"><time dateTime={imported.createdAt}>{moment(imported.createdAt)}</time></p>
        <p className="small">{[...numbers].map(([group, number]) => `${say(`group.${group}`)} ${number}`).join(" · ")}</p>
      </div>
      <Badge tone={yours ? "warn" : imported.isOver ? "plain" : "good"}>{say(yours ? "group.yours" : imported.isOver ? "group.over" : "import.under.way")}</Badge>
    </li>
  );
}
