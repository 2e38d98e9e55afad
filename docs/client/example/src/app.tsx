import { usePath } from "./lib/route";
import { ListingsPage } from "./pages/listings";
import { SettingsPage } from "./pages/settings";
import { UploadPage } from "./pages/upload";
import { FirstCallNote } from "./parts/first-call-note";
import { Menu } from "./parts/menu";
import { OfferNote } from "./parts/offer-note";

export function App() {
  return (
    <>
      <Menu />
      <main>
        <FirstCallNote />
        <OfferNote />
        <Page />
      </main>
    </>
  );
}

/** Every other address than these two leads to the listing. */
function Page() {
  switch (usePath()) {
    case "/settings":
      return <SettingsPage />;
    case "/upload":
      return <UploadPage />;
    default:
      return <ListingsPage />;
  }
}
