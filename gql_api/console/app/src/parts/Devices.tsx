// The devices that are told by Web Push: this one by a switch, the others to be taken out.
import { useCallback, useEffect, useId, useState } from "react";

import { useShop } from "../api/context";
import { devices, hindrance, tellHere, untell, type Device, type Devices as Known, type Hindrance } from "../api/device";
import { useSpeech } from "../i18n";
import { useCall } from "../screens/job/Acts";
import { Button, Icon, Trouble } from "./basics";

/** What people call the browsers of a push service. */
const BROWSERS: readonly (readonly [string, string])[] = [
  ["push.services.mozilla.com", "Firefox"],
  ["fcm.googleapis.com", "Chrome"],
  ["push.apple.com", "Safari"],
  ["notify.windows.com", "Edge"],
];

/** Before anybody presses, these stand in the place of the switch. */
const LASTING: ReadonlySet<Hindrance> = new Set<Hindrance>(["insecure", "home", "none"]);

export default function Devices() {
  const { api } = useShop();
  const { say, language } = useSpeech();
  const reading = useCall();
  const acting = useCall();
  const [known, setKnown] = useState<Known>();
  const [hindered, setHindered] = useState(hindrance);
  const [begun, setBegun] = useState(false);
  const title = useId();
  const { call } = reading;
  const read = useCallback(async () => setKnown(await devices(api)), [api]);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => call(read), [read]);

  const turn = (here: string | null): void =>
    acting.call(async () => {
      setBegun(false);
      if (here) await untell(api, here);
      else {
        const found = await tellHere(api, language);
        setHindered(found);
        setBegun(found === null);
      }
      await read();
    });
  const others = known?.devices.filter(({ id }) => id !== known.here) ?? [];
  return (
    <section aria-labelledby={title} className="devices">
      <h2 id={title}>{say("devices")}</h2>
      {hindered && LASTING.has(hindered)
        ? <p className="small">{say(`devices.${hindered}`)}</p>
        : known && <Switch on={known.here !== null} busy={acting.busy} turn={() => turn(known.here)} label={say("devices.here")} hint={say("devices.lead")} />}
      <p className="small" role="status">
        {begun && say("devices.begun")}
        {hindered && !LASTING.has(hindered) && say(`devices.${hindered}`)}
      </p>
      {acting.refused && <Trouble refused={acting.refused} />}
      {reading.refused && <Trouble refused={reading.refused} />}
      {others.length > 0 && (
        <>
          <h3 className="small muted">{say("devices.others")}</h3>
          <ul>
            {others.map((each) => <Other key={each.id} device={each} busy={acting.busy} out={() => acting.call(async () => {
              await untell(api, each.id);
              await read();
            })} />)}
          </ul>
        </>
      )}
    </section>
  );
}

function Switch({ on, busy, turn, label, hint }: { on: boolean; busy: boolean; turn(): void; label: string; hint: string }) {
  const id = useId();
  return (
    <div className="switch-line">
      <div>
        <span id={id}>{label}</span>
        <p className="hint" id={`${id}-hint`}>{hint}</p>
      </div>
      <button type="button" role="switch" className="switch" aria-checked={on} aria-labelledby={id} aria-describedby={`${id}-hint`}
        aria-disabled={busy || undefined} onClick={() => busy || turn()} />
    </div>
  );
}

function Other({ device, busy, out }: { device: Device; busy: boolean; out(): void }) {
  const { say, moment } = useSpeech();
  const name = BROWSERS.find(([host]) => device.service === host || device.service.endsWith(`.${host}`))?.[1] ?? device.service;
  return (
    <li>
      <span>
        <span className="cut">{name}</span>
        <span className="small muted">{device.givenAt ? say("devices.told", { when: moment(device.givenAt) }) : say("devices.untold", { when: moment(device.createdAt) })}</span>
      </span>
      <Button look="bare" busy={busy} aria-label={say("devices.out", { name })} onClick={out}><Icon name="close" /></Button>
    </li>
  );
}
