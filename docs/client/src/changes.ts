/**
 * What a success changes beside what it tells: the fields of Query that are to be asked for anew. The
 * same table serves Apollo's cache and graphcache; the document cache goes by the types of a field.
 */

/** By the success's type. */
export const changed: Readonly<Record<string, readonly string[]>> = {
  SetSessionSuccess: ["accounts"],
  ForgetSessionSuccess: ["accounts"],
  ForgetAccountSuccess: [
    ...["accounts", "aliases", "doctor", "job", "jobs", "listings", "photo", "photos"],
    "publishedListings",
  ],
  UploadPhotoSuccess: ["photos"],
  DeletePhotoSuccess: ["photo", "photos"],
  PrepareListingSuccess: ["jobs", "photos"],
  AnswerQuestionsSuccess: ["aliases", "jobs"],
  PublishListingSuccess: ["jobs", "listings", "publishedListings"],
  CancelJobSuccess: ["jobs", "photos"],
  LookAgainSuccess: ["jobs", "listings", "publishedListings"],
  ResolveJobSuccess: ["jobs", "listings", "publishedListings"],
  RunDoctorSuccess: ["doctor"],
  ForgetAliasSuccess: ["aliases"],
  ImportListingsSuccess: ["imports", "jobs", "photos"],
  ApproveImportRowsSuccess: ["imports", "jobs"],
  SkipImportRowsSuccess: ["imports", "jobs", "photos"],
  CancelImportSuccess: ["imports", "jobs", "photos"],
  SetAccountDefaultsSuccess: ["accountDefaults"],
  RenewListingSuccess: ["imports", "jobs"],
};

/** The types that an empty answer does not name, by the field of Query. */
export const listed: Readonly<Record<string, readonly string[]>> = {
  accounts: ["Session"],
  aliases: ["Alias"],
  doctor: ["DoctorReport"],
  imports: ["Import"],
  job: ["Job"],
  jobs: ["Job"],
  listings: ["Job"],
  photo: ["Photo"],
  photos: ["Photo", "Job"],
  publishedListings: ["Job"],
};

/** The types that a mutation changes and its answer may not name, by its field. */
export const touched: Readonly<Record<string, readonly string[]>> = {
  answerQuestions: ["Alias"],
  deletePhoto: ["Photo"],
  forgetAccount: ["Alias", "DoctorReport", "Job", "Photo", "Session"],
  forgetAlias: ["Alias"],
};

/** States in which a job goes on by itself; after an event in another one it has a result. */
const GOING_ON = new Set(["QUEUED", "RUNNING", "WAITING_FOR_SLOT"]);

export interface Progress {
  readonly jobId: string;
  readonly seq: number;
  readonly state: string;
  readonly percent?: number;
  readonly step?: string | null;
}

/** The event of a subscription's result, whatever alias it has; null in any other result. */
export function progressIn(data: unknown): Progress | null {
  for (const each of objectsIn(data)) {
    if ("jobId" in each && "seq" in each && "state" in each) return each as unknown as Progress;
  }
  return null;
}

export const isOver = (event: Progress): boolean => !GOING_ON.has(event.state);

/** The members of a result that are objects: what its root fields came to. */
export function objectsIn(data: unknown): Record<string, unknown>[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).filter(
    (each): each is Record<string, unknown> => typeof each === "object" && each !== null,
  );
}
