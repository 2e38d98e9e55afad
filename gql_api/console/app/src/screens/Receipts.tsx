// The signed receipts of a publish, with the pictures that they name.
import { at } from "../api/endpoint";
import type { JobPartsFragment } from "../api/generated";
import { useSpeech } from "../i18n";

export function Receipts({ receipts, jobId }: { receipts: JobPartsFragment["receipts"]; jobId: string }) {
  const { say, moment, has } = useSpeech();
  if (!receipts.length) return null;
  return (
    <section className="card" aria-labelledby="receipts-title">
      <div className="card-head"><h2 id="receipts-title">{say("receipts")}</h2></div>
      <ul className="receipts">
        {receipts.map((receipt) => {
          const outcome = `outcome.${receipt.answer.outcome ?? ""}`;
          const pictures = [
            ["receipt.approved", receipt.approval.picture],
            ["receipt.before", receipt.pictureBefore],
            ["receipt.after", receipt.pictureAfter],
          ] as const;
          return (
            <li key={receipt.id}>
              <p>
                <strong>{say("receipt.nth", { number: receipt.number })}</strong> · {moment(receipt.answer.at)}
                {has(outcome) && <> · {say(outcome)}</>}
                {receipt.answer.resolvedBy && <> · {say("receipt.by.person")}</>}
              </p>
              <p className="small">
                {pictures.map(([key, picture]) => picture && (
                  <span key={key}><a href={picture.url} target="_blank" rel="noreferrer">{say(key)}</a> · </span>
                ))}
                <a href={at(`vinted/jobs/${encodeURIComponent(jobId)}/receipt`)} download={`receipt-${receipt.id}.json`}>{say("receipt.save")}</a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
