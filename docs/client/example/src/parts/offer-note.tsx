import { go } from "../lib/route";
import { useDesk } from "../state/desk";

export function OfferNote() {
  const { offer, takeOffer, busy } = useDesk();
  if (!offer) return null;

  function goOn() {
    takeOffer();
    go("/listings");
  }

  return (
    <section className="note" aria-label="A preparation is waiting">
      <p>“{offer.listing.title}” is prepared and waits for your yes.</p>
      <button type="button" onClick={goOn} disabled={busy}>
        Go on with it
      </button>
    </section>
  );
}
