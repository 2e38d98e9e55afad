/** Operations with their types, what caches have to know, and how Fripier is reached. */
export * from "./generated/operations.js";
export { embedded, possibleTypes } from "./generated/schema.js";
export { changed, listed, touched } from "./changes.js";
export { authorized, endpoint, openSocket, type Connection } from "./connection.js";
export { resuming } from "./resuming.js";
export { isFailure, type Failure } from "./failures.js";
