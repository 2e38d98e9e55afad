// The calls of the page: urql for questions and mutations, graphql-ws for events, and a form for a
// photo, whose sending is told while it goes on.
import { Client, fetchExchange, stringifyDocument, type TypedDocumentNode } from "@urql/core";
import { createClient, type Client as Socket } from "graphql-ws";

import * as endpoint from "./endpoint";
import {
  LivePicturesDocument,
  ProgressDocument,
  UploadPhotoDocument,
  type EventPartsFragment,
  type LivePicturesSubscription,
  type PhotoPartsFragment,
  type ProgressSubscription,
  type RefusalFragment,
  type UploadPhotoMutation,
} from "./generated";
import { NO_ANSWER, ofError, ofProblem, ofTyped, Refused } from "./refused";

type Succeeded<R> = Exclude<R, { code: string }>;

export interface Follower {
  event(event: EventPartsFragment): void;
  /** The run is over, or the line was cut. */
  end(cut: boolean): void;
}

async function asked(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, init);
  if (response.headers.get("Content-Type")?.startsWith("application/problem+json")) {
    throw await ofProblem(response);
  }
  return response;
}

export class Api {
  readonly #urql: Client;
  readonly #language: string;
  readonly #socket: Socket;

  constructor(language: string) {
    this.#language = language;
    this.#urql = new Client({
      url: endpoint.graphql.href,
      exchanges: [fetchExchange],
      requestPolicy: "network-only",
      preferGetMethod: false,
      fetch: asked,
      fetchOptions: () => ({ headers: { "Accept-Language": language } }),
    });
    this.#socket = createClient({
      url: endpoint.socket.href,
      connectionParams: { acceptLanguage: language },
      retryAttempts: 0, // whoever follows begins again after the last event that it has seen
    });
  }

  async ask<D, V extends Record<string, unknown>>(document: TypedDocumentNode<D, V>, variables: V): Promise<D> {
    const { data, error } = await this.#urql.query(document, variables as never).toPromise();
    if (error || !data) throw error ? ofError(error) : new Refused(NO_ANSWER, "");
    return data;
  }

  /** Like `ask`, for what may be overtaken: who calls the answer off hears no more, nor is it read. */
  askLatest<D, V extends Record<string, unknown>>(document: TypedDocumentNode<D, V>, variables: V, seen: (data: D) => void): () => void {
    const { unsubscribe } = this.#urql.query(document, variables as never).subscribe(({ data }) => data && seen(data));
    return unsubscribe;
  }

  async change<R extends object, V extends Record<string, unknown>>(
    document: TypedDocumentNode<{ result: R }, V>,
    variables: V,
  ): Promise<Succeeded<R>> {
    const { data, error } = await this.#urql.mutation(document, variables as never).toPromise();
    if (error || !data) throw error ? ofError(error) : new Refused(NO_ANSWER, "");
    return succeeded(data.result);
  }

  follow(jobId: string, after: number, follower: Follower): () => void {
    return this.#socket.subscribe<ProgressSubscription>(
      { query: stringifyDocument(ProgressDocument), variables: { jobId, after } },
      {
        next: ({ data }) => data && follower.event(data.listingProgress),
        error: () => follower.end(true),
        complete: () => follower.end(false),
      },
    );
  }

  /** Pictures of the form while it is filled: taken only as long as somebody looks. */
  look(jobId: string, seen: (url: string) => void): () => void {
    const nothing = (): void => undefined; // without pictures the words tell how far it is
    return this.#socket.subscribe<LivePicturesSubscription>(
      { query: stringifyDocument(LivePicturesDocument), variables: { jobId } },
      { next: ({ data }) => data && seen(data.livePictures.url), error: nothing, complete: nothing },
    );
  }

  /** What the service tells of something until it is over, or the line is cut. */
  listen<D, V extends Record<string, unknown>>(document: TypedDocumentNode<D, V>, variables: V, seen: (data: D) => void, end: (cut: boolean) => void): () => void {
    return this.#socket.subscribe<D>(
      { query: stringifyDocument(document), variables },
      { next: ({ data }) => data && seen(data), error: () => end(true), complete: () => end(false) },
    );
  }

  upload(file: File, told: (percent: number) => void): Promise<PhotoPartsFragment> {
    const form = new FormData();
    const operation = { query: stringifyDocument(UploadPhotoDocument), variables: { input: { file: null } } };
    form.append("operations", JSON.stringify(operation));
    form.append("map", JSON.stringify({ 0: ["variables.input.file"] }));
    form.append("0", file, file.name);
    const request = new XMLHttpRequest();
    request.open("POST", endpoint.graphql.href);
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Accept-Language", this.#language);
    request.setRequestHeader("GraphQL-Require-Preflight", "1");
    request.upload.onprogress = (sent) => told(Math.round((100 * sent.loaded) / sent.total));
    return new Promise((resolve, reject) => {
      request.onerror = () => reject(new Refused(NO_ANSWER, ""));
      request.onload = () => {
        answered(request).then(({ result }) => resolve(succeeded(result).photo)).catch(reject);
      };
      request.send(form);
    });
  }

  close(): void {
    void this.#socket.dispose();
  }
}

function succeeded<R extends object>(result: R): Succeeded<R> {
  if ("code" in result) throw ofTyped(result as unknown as RefusalFragment);
  return result as Succeeded<R>;
}

async function answered(request: XMLHttpRequest): Promise<UploadPhotoMutation> {
  const type = request.getResponseHeader("Content-Type") ?? "";
  const response = new Response(request.responseText, { headers: { "Content-Type": type } });
  if (type.startsWith("application/problem+json")) throw await ofProblem(response);
  const answer = (await response.json()) as {
    data?: UploadPhotoMutation;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
  const [error] = answer.errors ?? [];
  if (!answer.data) throw new Refused(error?.extensions?.code ?? "internal", error?.message ?? "");
  return answer.data;
}
