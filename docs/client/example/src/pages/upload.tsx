import { useState, type DragEvent } from "react";

import type { KeptPhoto } from "../lib/answers";
import { upload } from "../lib/api";
import { errorWords } from "../lib/words";

const MOST = 20;

interface Props {
  photos: KeptPhoto[];
  onPhotos: (photos: KeptPhoto[]) => void;
}

export function Upload({ photos, onPhotos }: Props) {
  const [sending, setSending] = useState("");
  const [refused, setRefused] = useState<string[]>([]);
  const [dragged, setDragged] = useState<number | null>(null);

  async function send(files: File[]) {
    const kept = [...photos];
    setRefused([]);
    for (const [index, file] of files.slice(0, MOST - kept.length).entries()) {
      setSending(`${file.name} (${index + 1} of ${files.length})`);
      try {
        kept.push((await upload(file)).photo);
        onPhotos([...kept]);
      } catch (fault) {
        setRefused((before) => [...before, `${file.name}: ${errorWords(fault)}`]);
      }
    }
    setSending("");
  }
  function move(from: number, to: number) {
    const moved = [...photos];
    moved.splice(to, 0, ...moved.splice(from, 1));
    onPhotos(moved);
  }
  function drop(event: DragEvent) {
    event.preventDefault();
    void send([...event.dataTransfer.files]);
  }
  return (
    <>
      <h1>Photos</h1>
      <section onDragOver={(event) => event.preventDefault()} onDrop={drop}>
        <label>
          Drop photos here, or choose them ({MOST} at most)
          <input type="file" accept="image/*" multiple disabled={sending !== ""} onChange={(event) => void send([...(event.target.files ?? [])])} />
        </label>
        <p aria-live="polite">{sending && `Sending ${sending}`}</p>
        {refused.map((each) => (
          <p role="alert" key={each}>
            {each}
          </p>
        ))}
      </section>
      <ol className="photos">
        {photos.map((photo, index) => (
          <li
            key={photo.temp_id}
            draggable
            onDragStart={() => setDragged(index)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={() => dragged !== null && move(dragged, index)}
          >
            <img src={photo.url} alt={photo.filename} />
            <div>
              <button aria-label={`Move ${photo.filename} forwards`} disabled={index === 0} onClick={() => move(index, index - 1)}>
                ←
              </button>
              <button aria-label={`Move ${photo.filename} backwards`} disabled={index === photos.length - 1} onClick={() => move(index, index + 1)}>
                →
              </button>
              <button aria-label={`Remove ${photo.filename}`} onClick={() => onPhotos(photos.filter((each) => each !== photo))}>
                ✕
              </button>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
