import { useState } from "react";
import { usePhotos } from "../state/photos";

export function PhotoList() {
  const { photos, move, remove } = usePhotos();
  const [dragged, setDragged] = useState<number | null>(null);

  function dropOn(index: number) {
    if (dragged !== null) move(dragged, index);
    setDragged(null);
  }

  return (
    <ol className="photos">
      {photos.map((photo, index) => (
        <li
          key={photo.temp_id}
          draggable
          onDragStart={() => setDragged(index)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={() => dropOn(index)}
          onDragEnd={() => setDragged(null)}
        >
          <Thumbnail url={photo.url} name={photo.filename} />
          <span className="small">{photo.filename}</span>
          <div className="buttons">
            <button
              type="button"
              aria-label={`Move ${photo.filename} forward`}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            >
              ←
            </button>
            <button
              type="button"
              aria-label={`Move ${photo.filename} back`}
              disabled={index === photos.length - 1}
              onClick={() => move(index, index + 1)}
            >
              →
            </button>
            <button type="button" aria-label={`Remove ${photo.filename}`} onClick={() => remove(photo.temp_id)}>
              Remove
            </button>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function Thumbnail({ url, name }: { url: string | null; name: string }) {
  return url ? (
    <img className="thumbnail" src={url} alt={name} draggable={false} />
  ) : (
    <span className="thumbnail">{name}</span>
  );
}
