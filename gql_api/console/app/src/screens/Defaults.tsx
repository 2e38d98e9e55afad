// What the listings of an account have where their seller left it out.
import { useEffect, useState } from "react";

import { useShop } from "../api/context";
import { AccountDefaultsDocument, SetAccountDefaultsDocument, SuggestParcelSizesDocument, type DefaultsPartsFragment } from "../api/generated";
import { useSpeech } from "../i18n";
import { Button, Notice, Trouble } from "../parts/basics";
import { Suggesting, TextArea, TextField } from "../parts/fields";
import { useCall } from "./job/Acts";
import { member } from "./sell/useCheck";

const FOOTER_LONGEST = 500;
const FIELDS = ["descriptionFooter", "parcelSize", "pauseMinutes"] as const;

interface Written {
  readonly descriptionFooter: string;
  readonly parcelSize: string;
  readonly pauseMinutes: string;
}

function written({ descriptionFooter, parcelSize, pauseMinutes }: DefaultsPartsFragment): Written {
  return { descriptionFooter: descriptionFooter ?? "", parcelSize: parcelSize ?? "", pauseMinutes: pauseMinutes === null ? "" : String(pauseMinutes) };
}

export function Defaults({ account }: { account: string }) {
  const { api } = useShop();
  const reading = useCall();
  const [known, setKnown] = useState<DefaultsPartsFragment>();
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => reading.call(async () => setKnown((await api.ask(AccountDefaultsDocument, { account })).accountDefaults)), [api, account]);
  if (reading.refused) return <Trouble refused={reading.refused} />;
  return known ? <Form known={known} account={account} /> : null;
}

function Form({ known, account }: { known: DefaultsPartsFragment; account: string }) {
  const { api, session, can } = useShop();
  const { say } = useSpeech();
  const { busy, refused, call } = useCall();
  const [draft, setDraft] = useState(() => written(known));
  const [kept, setKept] = useState(() => written(known));
  const saved = JSON.stringify(draft) === JSON.stringify(kept);
  const [told, setTold] = useState(false);
  const change = (more: Partial<Written>): void => {
    setTold(false);
    setDraft((before) => ({ ...before, ...more }));
  };
  const wrong = (name: keyof Written): string | undefined => refused?.problems.find(({ field }) => member(field) === name)?.message;
  const save = (): void =>
    call(async () => {
      const { defaults } = await api.change(SetAccountDefaultsDocument, {
        input: {
          account,
          descriptionFooter: draft.descriptionFooter.trim() || null,
          parcelSize: draft.parcelSize.trim() || null,
          pauseMinutes: draft.pauseMinutes.trim() === "" ? null : Number(draft.pauseMinutes),
        },
      });
      setDraft(written(defaults));
      setKept(written(defaults));
      setTold(true);
    });
  return (
    <section className="card" aria-labelledby="defaults-title">
      <div className="card-head"><h2 id="defaults-title">{say("defaults", { account })}</h2></div>
      <p className="small muted lead">{say("defaults.lead")}</p>
      <form noValidate onSubmit={(event) => {
        event.preventDefault();
        save();
      }}>
        <TextArea label={say("defaults.footer")} hint={say("defaults.footer.hint")} rows={3} maxLength={FOOTER_LONGEST} wrong={wrong("descriptionFooter")}
          value={draft.descriptionFooter} onChange={(event) => change({ descriptionFooter: event.target.value })} />
        <div className="pair">
          <Suggesting label={say("field.parcel_size")} hint={say("defaults.parcel.hint")} wrong={wrong("parcelSize")} value={draft.parcelSize}
            words={(option) => option.label}
            find={async (text) => (await api.ask(SuggestParcelSizesDocument, { text, market: session.market ?? can.market, language: null })).found}
            onChange={(parcelSize) => change({ parcelSize })} />
          <TextField label={say("defaults.pause")} hint={say("defaults.pause.hint")} wrong={wrong("pauseMinutes")} type="number" inputMode="numeric" min={0} max={1440} unit="min"
            value={draft.pauseMinutes} onChange={(event) => change({ pauseMinutes: event.target.value })} />
        </div>
        {refused && !FIELDS.some(wrong) && <Trouble refused={refused} />}
        {told && <Notice tone="good" live title={say("defaults.saved")} />}
        <div className="acts"><Button type="submit" busy={busy} disabled={saved}>{say("defaults.save")}</Button></div>
      </form>
    </section>
  );
}
