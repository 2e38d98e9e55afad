const format = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

export function moment(text: string): string {
  return format.format(new Date(text));
}

/** Retry-After is a number of seconds or a date. */
export function delay(retryAfter: string): string {
  const seconds = Number(retryAfter);
  return Number.isNaN(seconds) ? `at ${moment(retryAfter)}` : `in ${seconds} s`;
}
