// The frame around every screen: who is connected, where one is, in which language and light.
import * as ToggleGroup from "@radix-ui/react-toggle-group";
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from "react";

import { Api } from "./api/client";
import { at } from "./api/endpoint";
import { ShopContext, useShop, type Shop } from "./api/context";
import { StartDocument, type StartQuery } from "./api/generated";
import { keySession, signOut } from "./api/keySession";
import { isAboutTheKey, NO_ANSWER, Refused } from "./api/refused";
import { appear, APPEARANCES, chosenAppearance, type Appearance } from "./appearance";
import { LANGUAGES, useSpeech, type Language } from "./i18n";
import { asRefused, Button, Icon, Trouble } from "./parts/basics";
import { to, useRoute, type Route } from "./routing";
import { Job } from "./screens/job/Job";
import { Correct, Sell } from "./screens/sell/Sell";
import { TONE } from "./screens/SessionState";
import { Waiting } from "./screens/Waiting";

const Devices = lazy(() => import("./parts/Devices"));
const History = lazy(() => import("./screens/History"));
const Accounts = lazy(() => import("./screens/Accounts"));
const Connect = lazy(() => import("./screens/Connect"));
const Key = lazy(() => import("./screens/Key"));
const Imports = lazy(() => import("./screens/imports/Imports"));
const Import = lazy(() => import("./screens/imports/Import"));
const Listing = lazy(() => import("./screens/imports/Listing"));

const ACCOUNT = "fripier.account";
const DEVICE = "fripier.device";

interface Known {
  readonly start?: StartQuery;
  /** Whose session `start` tells of. */
  readonly of?: string;
  readonly keyed: boolean;
  readonly locked: boolean;
  readonly refused?: Refused;
}

export function App({ change }: { change(language: Language): void }) {
  const { language } = useSpeech();
  const api = useMemo(() => new Api(language), [language]);
  useEffect(() => () => api.close(), [api]);
  const [account, setAccount] = useState(() => localStorage.getItem(ACCOUNT) ?? "default");
  const [known, setKnown] = useState<Known>({ keyed: false, locked: false });

  const turn = useRef(0);
  const refresh = useCallback(async () => {
    const mine = ++turn.current;
    const tell = (change: (before: Known) => Known): void => {
      if (mine === turn.current) setKnown(change); // an answer that was overtaken is an older one
    };
    try {
      const session = await keySession();
      const keyed = session.key_needed && session.signed_in;
      if (session.key_needed && !session.signed_in) {
        tell(() => ({ keyed, locked: true }));
        return;
      }
      const start = await api.ask(StartDocument, { account });
      tell(() => ({ keyed, locked: false, start, of: account }));
    } catch (error) {
      const refused = error instanceof Refused ? error : new Refused(NO_ANSWER, String(error));
      const locked = isAboutTheKey(refused);
      // A line that is cut for a moment takes away no screen that somebody works at.
      tell((before) => (before.start && !locked ? before : { keyed: false, locked, refused }));
    }
  }, [api, account]);
  useEffect(() => void refresh(), [refresh]);
  const begun = known.start !== undefined;
  useEffect(() => {
    if (!begun || localStorage.getItem(DEVICE) === null) return;
    // What cannot be said now is said when the console is opened next.
    import("./api/device").then(({ renew }) => renew(api, language)).catch(() => undefined);
  }, [api, begun, language]);

  const shop = useMemo<Shop | null>(
    () =>
      known.start
        ? {
            api,
            account,
            can: known.start.capabilities,
            accounts: known.start.accounts,
            session: sessionOf(account, known.start, known.of),
            keyed: known.keyed,
            refresh,
            choose: (chosen) => {
              localStorage.setItem(ACCOUNT, chosen);
              setAccount(chosen);
            },
            signOut: async () => {
              await leave(api);
              await signOut(language);
              setKnown({ keyed: false, locked: true });
            },
          }
        : null,
    [api, account, known, refresh, language],
  );

  return (
    <ShopContext value={shop}>
      <Frame shop={shop} change={change}>
        {shop ? <Screen key={language} /> : known.locked ? <Key entered={() => void refresh()} /> : known.refused ? (
          <Trouble refused={known.refused}><Retry refresh={refresh} /></Trouble>
        ) : <Waiting />}
      </Frame>
    </ShopContext>
  );
}

/** Who signs out is told no more on this device; where that cannot be said now, the key's end does it. */
async function leave(api: Api): Promise<void> {
  const id = localStorage.getItem(DEVICE);
  if (id === null) return;
  const { untell } = await import("./api/device");
  await untell(api, id).catch(() => undefined);
}

/** The account's session as far as it is known while its own answer is under way. */
function sessionOf(account: string, start: StartQuery, of: string | undefined): Shop["session"] {
  const listed = of === account ? undefined : start.accounts.find((each) => each.account === account);
  return listed ?? start.session;
}

function Retry({ refresh }: { refresh(): Promise<void> }) {
  const { say } = useSpeech();
  return <Button look="main" onClick={() => void refresh()}>{say("again")}</Button>;
}

function Screen() {
  const route = useRoute();
  switch (route.screen) {
    case "sell":
      return <Sell />;
    case "job":
      return <Job key={route.id} id={route.id} />;
    case "correct":
      return <Correct key={route.id} id={route.id} />;
    case "history":
      return <History />;
    case "imports":
      return <Imports />;
    case "import":
      return <Import key={route.id} id={route.id} />;
    case "listing":
      return <Listing key={route.id} {...route} />;
    case "accounts":
      return <Accounts />;
    case "connect":
      return <Connect key={route.account} given={route.account} />;
  }
}

function Frame({ shop, change, children }: { shop: Shop | null; change(language: Language): void; children: ReactNode }) {
  const { say } = useSpeech();
  const main = useRef<HTMLElement>(null);
  const route = useRoute();
  return (
    <>
      <a className="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        main.current?.focus();
      }}>{say("skip")}</a>
      <header className="bar">
        <a className="mark" href={to.sell}><Icon name="hanger" /> Fripier</a>
        {shop && <Links screen={route.screen} />}
        <div className="bar-end">
          {shop && <Who />}
          <Settings shop={shop} change={change} />
        </div>
      </header>
      {shop?.can.mockMode && <p className="mock">{say("mock.text")}{shop.session.state === "ABSENT" && <> {say("mock.how")}</>}</p>}
      <main id="main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Waiting />}>{children}</Suspense>
      </main>
      <footer className="small muted">
        <p>{say("terms")}</p>
        <p>
          {shop && <>Fripier {shop.can.version} · </>}
          <a href={at("graphql")}>GraphiQL</a> · <a href={at("vinted/docs")}>REST</a> · <a href={at("health")}>{say("health")}</a>
        </p>
      </footer>
    </>
  );
}

const PLACES = [
  ["sell", "camera"],
  ["history", "history"],
  ["accounts", "person"],
] as const;

function Links({ screen }: { screen: Route["screen"] }) {
  const { say } = useSpeech();
  return (
    <nav aria-label={say("places")}>
      {PLACES.map(([place, icon]) => (
        <a key={place} href={to[place]} aria-current={place === screen ? "page" : undefined}><Icon name={icon} /> {say(place)}</a>
      ))}
    </nav>
  );
}

function Who() {
  const { session, account } = useShop();
  const { say } = useSpeech();
  const words = session.username ?? (account === "default" ? "" : account);
  return (
    <a className={`who ${TONE[session.state]}`} href={session.state === "ABSENT" ? to.connect : to.accounts}>
      <span className="dot" aria-hidden="true" />
      {words && <span className="cut">{words}</span>}
      <span className={words ? "who-state" : ""}>{say(`session.${session.state}`)}</span>
    </a>
  );
}

function Settings({ shop, change }: { shop: Shop | null; change(language: Language): void }) {
  const { say, language } = useSpeech();
  const [appearance, setAppearance] = useState<Appearance>(chosenAppearance);
  const details = useRef<HTMLDetailsElement>(null);
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<Refused | null>(null);
  useEffect(() => {
    const leave = (event: Event): void => {
      const inside = event.target instanceof Node && details.current?.contains(event.target);
      if (details.current?.open && (!inside || (event instanceof KeyboardEvent && event.key === "Escape"))) {
        if (event instanceof KeyboardEvent && event.key !== "Escape") return;
        details.current.open = false;
      }
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("keydown", leave);
    };
  }, []);
  return (
    <details className="settings" ref={details} onToggle={() => setOpen(details.current?.open ?? false)}>
      <summary aria-label={say("settings")}><Icon name="gear" /></summary>
      <div className="sheet card">
        <h2 id="language-title">{say("language")}</h2>
        <ToggleGroup.Root className="toggle" type="single" value={language} aria-labelledby="language-title"
          onValueChange={(chosen) => chosen && change(chosen as Language)}>
          {Object.entries(LANGUAGES).map(([code, name]) => <ToggleGroup.Item key={code} value={code} lang={code}>{name}</ToggleGroup.Item>)}
        </ToggleGroup.Root>
        <h2 id="appearance-title">{say("appearance")}</h2>
        <ToggleGroup.Root className="toggle" type="single" value={appearance} aria-labelledby="appearance-title"
          onValueChange={(chosen) => {
            const found = APPEARANCES.find((each) => each === chosen);
            if (!found) return;
            appear(found);
            setAppearance(found);
          }}>
          {APPEARANCES.map((each) => <ToggleGroup.Item key={each} value={each}>{say(`appearance.${each}`)}</ToggleGroup.Item>)}
        </ToggleGroup.Root>
        {shop && open && <Suspense fallback={<p className="small muted">{say("reading")}</p>}><Devices key={language} /></Suspense>}
        {shop?.keyed && <Button onClick={() => void shop.signOut().catch((error: unknown) => setRefused(asRefused(error)))}>{say("key.out")}</Button>}
        {refused && <Trouble refused={refused} />}
      </div>
    </details>
  );
}
