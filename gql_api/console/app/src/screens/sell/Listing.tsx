// The listing in the seller's own words, with what the site offers for them.
import { useState } from "react";

import { useShop } from "../../api/context";
import {
  type CheckListingQuery,
  SuggestBrandsDocument,
  SuggestCategoriesDocument,
  SuggestColorsDocument,
  SuggestConditionsDocument,
  SuggestMaterialsDocument,
  SuggestParcelSizesDocument,
  SuggestSizesDocument,
  type SuggestionPartsFragment,
} from "../../api/generated";
import type { Wrong } from "../../api/refused";
import { useSpeech } from "../../i18n";
import { Box, Choice, Suggesting, TextArea, TextField } from "../../parts/fields";
import { Button, Icon } from "../../parts/basics";
import type { Draft } from "./draft";
import { member } from "./useCheck";

const TITLE_LONGEST = 100;
const DESCRIPTION_LONGEST = 2000;

type Advice = Pick<CheckListingQuery["checkListing"]["advice"][number], "field" | "detail">;

interface Props {
  readonly draft: Draft;
  readonly wrong: readonly Wrong[];
  readonly advice: readonly Advice[];
  /** The market of a preparation that is corrected stays. */
  readonly settled: boolean;
  change(more: Partial<Draft>): void;
}

function label(option: SuggestionPartsFragment): string {
  return option.label;
}

function path(option: SuggestionPartsFragment): string {
  return [...option.parents, option.label].join(" > ");
}

export function Listing(props: Props) {
  const { draft, change } = props;
  const { api, can, session } = useShop();
  const { say } = useSpeech();
  const host = draft.market || session.market || can.market;
  const market = can.markets.some((each) => each.host === host) ? host : null;
  const currency = can.markets.find((each) => each.host === host)?.currency ?? can.currency;
  const of = (name: string): Said => said(props, name);
  const asking = (text: string) => ({ text, market, language: null });
  const find: Find = (asked) => async (text) => (await api.ask(asked, asking(text))).found;

  return (
    <section aria-labelledby="listing-title" className="card listing">
      <div className="card-head">
        <h2 id="listing-title">{say("listing.title")}</h2>
      </div>
      <TextField label={say("field.title")} {...of("title")} maxLength={TITLE_LONGEST} value={draft.title}
        placeholder={say("example.title")} beside={<Left value={draft.title} most={TITLE_LONGEST} />}
        onChange={(event) => change({ title: event.target.value })} />
      <TextArea label={say("field.description")} {...of("description")} maxLength={DESCRIPTION_LONGEST} rows={5}
        value={draft.description} beside={<Left value={draft.description} most={DESCRIPTION_LONGEST} />}
        placeholder={say("example.description")} onChange={(event) => change({ description: event.target.value })} />
      <Suggesting label={say("field.category")} {...of("categoryHint")} value={draft.categoryHint} words={path}
        placeholder={say("example.category")} hint={say("listing.category.hint")}
        find={find(SuggestCategoriesDocument)}
        onChange={(categoryHint, chosen) => change({ categoryHint, categoryId: chosen?.optionId ?? "" })} />
      <div className="pair">
        <Suggesting label={say("field.brand")} {...of("brand")} value={draft.brand} words={label}
          placeholder="Diesel" find={find(SuggestBrandsDocument)}
          onChange={(brand) => change({ brand })} />
        <Suggesting label={say("field.size")} {...of("size")} value={draft.size} words={label} placeholder="L"
          find={async (text) =>
            draft.categoryId
              ? (await api.ask(SuggestSizesDocument, { ...asking(text), categoryId: draft.categoryId })).found
              : []
          }
          onChange={(size) => change({ size })} />
        <Suggesting label={say("field.condition")} {...of("condition")} value={draft.condition} words={label}
          placeholder={say("example.condition")}
          find={find(SuggestConditionsDocument)}
          onChange={(condition) => change({ condition })} />
        <Suggesting label={say("field.color")} {...of("color")} value={draft.color} words={label}
          placeholder={say("example.color")} hint={say("listing.color.hint")}
          find={find(SuggestColorsDocument)}
          onChange={(color) => change({ color })} />
      </div>
      <TextField label={say("field.price")} {...of("price")} inputMode="decimal" value={draft.price} unit={currency}
        placeholder="35" className="price" onChange={(event) => change({ price: event.target.value })} />
      <More {...props} of={of} find={find} />
    </section>
  );
}

function Left({ value, most }: { value: string; most: number }) {
  if (value.length < most * 0.7) return null;
  return <span className="small muted">{`${value.length} / ${most}`}</span>;
}

/** A field's suggestions on the market that is meant. */
type Find = (asked: typeof SuggestBrandsDocument) => (text: string) => Promise<readonly SuggestionPartsFragment[]>;

interface Said {
  readonly name: string;
  readonly wrong: string | undefined;
  readonly advice: string | undefined;
}

/** What is wrong with a member, and what is advised. */
function said({ wrong, advice }: Pick<Props, "wrong" | "advice">, name: string): Said {
  const joined = (texts: readonly string[]): string | undefined => (texts.length ? texts.join(" ") : undefined);
  return {
    name,
    wrong: joined(wrong.filter(({ field }) => member(field) === name).map(({ message }) => message)),
    advice: joined(advice.filter(({ field }) => field && member(field) === name).map(({ detail }) => detail)),
  };
}

const FURTHER = ["material", "parcelSize", "unisex", "market", "answers", "brandIsCustom"];

function More({ draft, change, settled, of, find }: Props & { of(name: string): Said; find: Find }) {
  const { say } = useSpeech();
  const { can } = useShop();
  const [open, setOpen] = useState(
    () => Boolean(draft.material || draft.parcelSize || draft.unisex || draft.saveDraft || draft.answers.length),
  );
  const needed = open || FURTHER.some((name) => of(name).wrong);
  return (
    <details open={needed} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say("listing.more")}</summary>
      <div className="pair">
        <Suggesting label={say("field.material")} {...of("material")} value={draft.material} words={label}
          placeholder={say("example.material")} find={find(SuggestMaterialsDocument)} onChange={(material) => change({ material })} />
        <Suggesting label={say("field.parcel_size")} {...of("parcelSize")} value={draft.parcelSize} words={label}
          hint={say("listing.parcel.hint")} find={find(SuggestParcelSizesDocument)} onChange={(parcelSize) => change({ parcelSize })} />
        <Choice label={say("field.unisex")} {...of("unisex")} value={draft.unisex}
          onChange={(event) => change({ unisex: event.target.value as Draft["unisex"] })}>
          <option value="">{say("not.said")}</option>
          <option value="yes">{say("yes")}</option>
          <option value="no">{say("no")}</option>
        </Choice>
        {!settled && (
          <Choice label={say("market")} {...of("market")} value={draft.market}
            onChange={(event) => change({ market: event.target.value })}>
            <option value="">{say("market.session")}</option>
            {can.markets.map(({ host }) => <option key={host} value={host}>{host}</option>)}
          </Choice>
        )}
      </div>
      <Box label={say("listing.custom")} hint={say("listing.custom.hint")} checked={draft.brandIsCustom}
        onChange={(event) => change({ brandIsCustom: event.target.checked })} />
      <Box label={say("listing.draft")} hint={say("listing.draft.hint")} checked={draft.saveDraft}
        onChange={(event) => change({ saveDraft: event.target.checked })} />
      <Answers draft={draft} change={change} wrong={of("answers").wrong} />
    </details>
  );
}

function Answers({ draft, change, wrong }: Pick<Props, "draft" | "change"> & { wrong: string | undefined }) {
  const { say } = useSpeech();
  const put = (index: number, more: Partial<Draft["answers"][number]>): void =>
    change({ answers: draft.answers.map((each, at) => (at === index ? { ...each, ...more } : each)) });
  return (
    <fieldset className="answers">
      <legend>{say("listing.answers")}</legend>
      <p className="hint">{say("listing.answers.hint")}</p>
      {wrong && <p className="wrong">{wrong}</p>}
      {draft.answers.map((answer, index) => (
        <div className="answer" key={index}>
          <input aria-label={say("listing.answers.field")} placeholder="isbn" value={answer.field}
            onChange={(event) => put(index, { field: event.target.value })} />
          <input aria-label={say("listing.answers.value")} value={answer.value}
            onChange={(event) => put(index, { value: event.target.value })} />
          <Button look="bare" aria-label={say("listing.answers.remove", { field: answer.field })}
            onClick={() => change({ answers: draft.answers.filter((_, at) => at !== index) })}>
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Button onClick={() => change({ answers: [...draft.answers, { field: "", value: "" }] })}>
        {say("listing.answers.add")}
      </Button>
    </fieldset>
  );
}
