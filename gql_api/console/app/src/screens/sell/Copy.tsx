// An earlier listing once more: what was said of it becomes what is being written.
import { useState } from "react";

import { useShop } from "../../api/context";
import { CopyListingDocument, type CopyListingQuery } from "../../api/generated";
import { useSpeech } from "../../i18n";
import { Ask, Button, Notice, Trouble } from "../../parts/basics";
import { go, to } from "../../routing";
import { useCall } from "../job/Acts";
import { isWritten, ofListing, putDraft } from "./draft";

type Copied = NonNullable<CopyListingQuery["copyListing"]>;

export function CopyListing({ jobId, title, look = "quiet" }: { jobId: string; title?: string; look?: "quiet" | "bare" }) {
  const { api, choose } = useShop();
  const { say, count } = useSpeech();
  const { busy, refused, call } = useCall();
  const [asking, setAsking] = useState<Copied | null>(null);
  const [gone, setGone] = useState(false);
  const write = ({ account, market, listing, missingPhotos }: Copied): void => {
    const draft = ofListing(listing, market, true);
    putDraft(account, { ...draft, photos: draft.photos.filter((id) => !missingPhotos.includes(id)) });
    choose(account);
    go(to.sell);
  };
  return (
    <>
      <Button look={look} busy={busy} aria-label={title && say("copy.of", { title })} onClick={() => call(async () => {
        const { copyListing } = await api.ask(CopyListingDocument, { jobId });
        if (!copyListing) setGone(true);
        else if (copyListing.missingPhotos.length || isWritten(copyListing.account)) setAsking(copyListing);
        else write(copyListing);
      })}>{say("copy")}</Button>
      {gone && <Notice tone="warn" live title={say("job.gone")} />}
      {refused && <Trouble refused={refused} />}
      <Ask open={asking !== null} title={say("copy.ask")} close={() => setAsking(null)}>
        {asking && isWritten(asking.account) && <p>{say("copy.replaces")}</p>}
        {asking && asking.missingPhotos.length > 0 && <p>{say("copy.missing", { photos: count("photos", asking.missingPhotos.length) })}</p>}
        <div className="acts end">
          <Button onClick={() => setAsking(null)}>{say("no.not.now")}</Button>
          <Button look="main" onClick={() => asking && write(asking)}>{say("copy.yes")}</Button>
        </div>
      </Ask>
    </>
  );
}
