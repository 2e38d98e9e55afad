import { Link } from "../lib/route";
import { DropZone } from "../parts/drop-zone";
import { PhotoList } from "../parts/photo-list";
import { TroubleNote } from "../parts/trouble-note";
import { MOST_PHOTOS, usePhotos } from "../state/photos";

export function UploadPage() {
  const { photos, refused, uploading } = usePhotos();
  return (
    <>
      <h1>Photos</h1>
      <DropZone />
      {uploading && (
        <p role="status">
          Sending photo {uploading.done + 1} of {uploading.total}{" "}
          <progress value={uploading.done} max={uploading.total} aria-label="Photos sent" />
        </p>
      )}
      {refused.map(({ name, trouble }, index) => (
        <section key={index} className="note bad" aria-label={`${name} was refused`}>
          <strong>{name}</strong>
          <TroubleNote trouble={trouble} />
        </section>
      ))}
      <p>
        {photos.length} of {MOST_PHOTOS} photos. The first one is the cover.
      </p>
      <PhotoList />
      {photos.length > 0 && <Link to="/listings">Go on with the listing</Link>}
    </>
  );
}
