import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from "react";
import type { KeptPhoto } from "../lib/answers";
import { listPhotos, uploadPhoto } from "../lib/api";
import { useStored } from "../lib/stored";
import { troubleOf, troubleOfJob, type Trouble } from "../lib/trouble";

export const MOST_PHOTOS = 20;
const TOO_MANY = troubleOfJob({ code: "too_many", detail: `A listing has ${MOST_PHOTOS} photos at most.` });

/** The address of a picture is good for an hour, and not known of a listing that was prepared elsewhere. */
export type ListedPhoto = Pick<KeptPhoto, "temp_id" | "filename"> & { url: string | null };
export type RefusedFile = { name: string; trouble: Trouble };
type UploadProgress = { done: number; total: number };

type Photos = {
  photos: ListedPhoto[];
  refused: RefusedFile[];
  uploading: UploadProgress | null;
  upload: (files: File[]) => Promise<void>;
  move: (from: number, to: number) => void;
  remove: (tempId: string) => void;
  replace: (tempIds: string[]) => void;
  /** Gets the addresses of the pictures anew. */
  renew: () => Promise<void>;
};

const PhotosContext = createContext<Photos | null>(null);

export function PhotosProvider({ children }: { children: ReactNode }) {
  const [photos, setPhotos] = useStored<ListedPhoto[]>("photos", []);
  const [refused, setRefused] = useState<RefusedFile[]>([]);
  const [uploading, setUploading] = useState<UploadProgress | null>(null);

  async function upload(files: File[]) {
    if (uploading || files.length === 0) return;
    const room = MOST_PHOTOS - photos.length;
    const taken = files.slice(0, room);
    setRefused(files.slice(room).map((file) => ({ name: file.name, trouble: TOO_MANY })));
    for (const [done, file] of taken.entries()) {
      setUploading({ done, total: taken.length });
      try {
        const { photo } = await uploadPhoto(file);
        setPhotos((list) => [...list, photo]);
      } catch (error) {
        setRefused((list) => [...list, { name: file.name, trouble: troubleOf(error) }]);
      }
    }
    setUploading(null);
  }

  function move(from: number, to: number) {
    setPhotos((list) => {
      const photo = list[from];
      if (!photo || to < 0 || to >= list.length) return list;
      const others = list.filter((_, index) => index !== from);
      return [...others.slice(0, to), photo, ...others.slice(to)];
    });
  }

  function remove(tempId: string) {
    setPhotos((list) => list.filter((photo) => photo.temp_id !== tempId));
  }

  function replace(tempIds: string[]) {
    setPhotos((list) =>
      tempIds.map(
        (tempId, index) =>
          list.find((photo) => photo.temp_id === tempId) ?? {
            temp_id: tempId,
            filename: `Photo ${index + 1}`,
            url: null,
          },
      ),
    );
  }

  const renew = useCallback(async () => {
    const kept = await listPhotos().catch(() => []);
    const fresh = new Map(kept.map((photo) => [photo.temp_id, photo]));
    setPhotos((list) => list.map((photo) => fresh.get(photo.temp_id) ?? photo));
  }, [setPhotos]);

  useEffect(() => void renew(), [renew]);

  return (
    <PhotosContext value={{ photos, refused, uploading, upload, move, remove, replace, renew }}>
      {children}
    </PhotosContext>
  );
}

export function usePhotos(): Photos {
  const photos = useContext(PhotosContext);
  if (!photos) throw new Error("PhotosProvider is missing.");
  return photos;
}
