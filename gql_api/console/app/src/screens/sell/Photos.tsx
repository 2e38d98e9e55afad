// Photos: chosen, dropped or taken; sent one after the other, put in order, removed.
import { useEffect, useRef, useState, type DragEvent, type PointerEvent } from "react";

import { useShop } from "../../api/context";
import { PhotoDocument, type PhotoPartsFragment } from "../../api/generated";
import { Refused } from "../../api/refused";
import { useSpeech } from "../../i18n";
import { asRefused, Button, Icon, Notice } from "../../parts/basics";
import { useSorting, type Lifted } from "./useSorting";

interface Sending {
  readonly key: number;
  readonly name: string;
  readonly percent: number;
  readonly refused?: Refused;
  readonly file: File;
}

interface Props {
  readonly ids: readonly string[];
  readonly known: readonly PhotoPartsFragment[];
  readonly advice: readonly string[];
  change(to: (ids: readonly string[]) => readonly string[]): void;
  /** Told how many are being sent, and how many were not taken. */
  under(coming: number, refused: number): void;
}

let keys = 0;

export function Photos({ ids, known, advice, change, under }: Props) {
  const { api, can } = useShop();
  const { say, count } = useSpeech();
  const [seen, setSeen] = useState<ReadonlyMap<string, PhotoPartsFragment>>(
    () => new Map(known.map((photo) => [photo.id, photo])),
  );
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const coming = sending.filter((each) => !each.refused).length;
  const refused = sending.length - coming;
  useEffect(() => under(coming, refused), [under, coming, refused]);
  const [said, setSaid] = useState("");
  const [over, setOver] = useState(false);
  const line = useRef<Promise<void>>(Promise.resolve());
  const field = useRef<HTMLInputElement>(null);
  const camera = useRef<HTMLInputElement>(null);

  // A photo's address ends after a while, and one may be gone: what was kept is looked up once.
  const missing = ids.filter((id) => !seen.has(id)).join(" ");
  useEffect(() => {
    let left = false;
    for (const id of missing.split(" ").filter(Boolean)) {
      api.ask(PhotoDocument, { id }).then(
        ({ photo }) => {
          if (left) return;
          if (photo) setSeen((before) => new Map(before).set(id, photo));
          else change((before) => before.filter((each) => each !== id));
        },
        () => undefined, // without its picture it stands there by its place
      );
    }
    return () => {
      left = true;
    };
  }, [api, missing, change]);

  const update = (key: number, more: Partial<Sending>): void =>
    setSending((before) => before.map((each) => (each.key === key ? { ...each, ...more } : each)));
  const forget = (key: number): void => setSending((before) => before.filter((each) => each.key !== key));

  async function send({ key, file }: Sending): Promise<void> {
    try {
      const photo = await api.upload(file, (percent) => update(key, { percent }));
      setSeen((before) => new Map(before).set(photo.id, photo));
      forget(key);
      change((before) => [...before, photo.id]);
      setSaid(say("photos.kept", { name: file.name }));
    } catch (error) {
      update(key, { refused: asRefused(error) });
    }
  }

  function take(files: Iterable<File>): void {
    const more = [...files].map((file) => ({ key: ++keys, name: file.name, percent: 0, file }));
    setSending((before) => [...before, ...more]);
    for (const each of more) line.current = line.current.then(() => send(each));
  }

  function move(from: number, to: number): void {
    if (to < 0 || to >= ids.length) return;
    change((before) => {
      const moved = [...before];
      moved.splice(to, 0, ...moved.splice(from, 1));
      return moved;
    });
    setSaid(say("photos.moved", { place: to + 1, count: ids.length }));
  }
  const { lifted, press } = useSorting(move);

  function dropped(event: DragEvent): void {
    event.preventDefault();
    setOver(false);
    if (event.dataTransfer.files.length) take(event.dataTransfer.files);
  }

  return (
    <section aria-labelledby="photos-title" className="card photos">
      <div className="card-head">
        <h2 id="photos-title">{say("photos.title")}</h2>
        <span className="muted">{say("photos.of", { count: ids.length, most: can.maxPhotos })}</span>
      </div>
      <div
        className={`drop ${over ? "is-over" : ""} ${ids.length ? "has-photos" : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(event.dataTransfer.types.includes("Files"));
        }}
        onDragLeave={() => setOver(false)}
        onDrop={dropped}
      >
        <ol className="tray" aria-label={count("photos", ids.length)}>
          {ids.map((id, index) => (
            <Kept key={id} photo={seen.get(id)} place={index} last={ids.length - 1} move={move} lifted={lifted}
              press={(event) => press(event, index)} remove={() => change((before) => before.filter((each) => each !== id))} />
          ))}
          {sending.filter((each) => !each.refused).map((each) => (
            <li key={each.key} className="photo sending">
              <span className="unseen">{say("photos.sending", { name: each.name })}</span>
              <progress max={100} value={each.percent} aria-label={say("photos.sending", { name: each.name })} />
              <span className="small cut" aria-hidden="true">{each.name}</span>
            </li>
          ))}
        </ol>
        <div className="drop-ask">
          {!ids.length && <Icon name="camera" />}
          <p className="drop-words">{say(ids.length ? "photos.more" : "photos.drop")}</p>
          <div className="acts">
            <Button onClick={() => field.current?.click()}>{say("photos.choose")}</Button>
            <Button className="touch-only" onClick={() => camera.current?.click()}>{say("photos.camera")}</Button>
          </div>
        </div>
        <input ref={field} type="file" multiple hidden aria-label={say("photos.choose")} accept={can.photoTypes.join(",")}
          onChange={(event) => {
            take(event.target.files ?? []);
            event.target.value = "";
          }} />
        <input ref={camera} type="file" hidden aria-label={say("photos.camera")} accept="image/*" capture="environment"
          onChange={(event) => {
            take(event.target.files ?? []);
            event.target.value = "";
          }} />
      </div>
      {sending.map((each) => each.refused && (
        <Notice key={each.key} tone="bad" live title={say("photos.refused", { name: each.name })}>
          <p>{each.refused.code === "no_answer" ? say("no.answer") : each.refused.message}</p>
          <div className="acts">
            <Button onClick={() => {
              forget(each.key);
              take([each.file]);
            }}>{say("again")}</Button>
            <Button look="bare" onClick={() => forget(each.key)}>{say("photos.leave")}</Button>
          </div>
        </Notice>
      ))}
      {advice.map((each) => <p key={each} className="advised">{each}</p>)}
      <p className="unseen" role="status">{said}</p>
    </section>
  );
}

function Kept({ photo, place, last, lifted, move, press, remove }: {
  photo: PhotoPartsFragment | undefined;
  place: number;
  last: number;
  lifted: Lifted | null;
  move(from: number, to: number): void;
  press(event: PointerEvent): void;
  remove(): void;
}) {
  const { say } = useSpeech();
  const name = say("photos.nth", { place: place + 1 });
  const own = lifted?.from === place ? lifted : null;
  const state = own ? "is-lifted" : lifted?.over === place ? "is-under" : "";
  return (
    <li
      className={`photo sortable ${state}`}
      data-place={place}
      style={own ? { transform: `translate(${own.x}px, ${own.y}px)` } : undefined}
      onPointerDown={press}
    >
      {photo ? <img src={photo.url} alt={photo.filename ? `${name}, ${photo.filename}` : name} draggable={false} /> : <span className="no-picture">{name}</span>}
      {place === 0 && <span className="first">{say("photos.first")}</span>}
      <div className="photo-acts">
        <Button look="bare" disabled={place === 0} aria-label={say("photos.earlier", { name })} onClick={() => move(place, place - 1)}>
          <Icon name="left" />
        </Button>
        <Button look="bare" aria-label={say("photos.remove", { name })} onClick={remove}>
          <Icon name="close" />
        </Button>
        <Button look="bare" disabled={place === last} aria-label={say("photos.later", { name })} onClick={() => move(place, place + 1)}>
          <Icon name="right" />
        </Button>
      </div>
    </li>
  );
}
