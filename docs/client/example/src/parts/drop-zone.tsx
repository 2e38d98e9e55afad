import { useState, type ChangeEvent, type DragEvent } from "react";
import { MOST_PHOTOS, usePhotos } from "../state/photos";

const ACCEPTED = "image/jpeg,image/png,image/webp,image/gif,image/heic,image/avif";

export function DropZone() {
  const { photos, uploading, upload } = usePhotos();
  const [over, setOver] = useState(false);
  const disabled = uploading !== null || photos.length >= MOST_PHOTOS;

  function choose(event: ChangeEvent<HTMLInputElement>) {
    void upload([...(event.target.files ?? [])]);
    event.target.value = "";
  }

  function dragOver(event: DragEvent) {
    event.preventDefault();
    setOver(true);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    if (!disabled) void upload([...event.dataTransfer.files]);
  }

  return (
    <label
      className={over ? "drop-zone over" : "drop-zone"}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      Drop photos here, or choose files
      <input type="file" multiple accept={ACCEPTED} disabled={disabled} onChange={choose} />
    </label>
  );
}
