// What stands for an earlier answer in the variables of a tab: {photo}, {job} and {token}. Nothing
// is asked here but for the token, which a preparation has once it is through.
import type { Asked, Call, Variables } from "./calls";

interface Told {
  readonly photo?: { readonly id?: string };
  readonly job?: { readonly id?: string };
}

const PLACEHOLDER = /^\{(photo|job|token)\}$/;
const TOKEN = "query ($id: ID!) { job(id: $id) { result { confirmToken } } }";

export class Placeholders {
  readonly #answered = new Map<string, string>();
  #prepared: string | null = null;

  /** Takes what later tabs ask for out of an answer. */
  learn(answer: unknown): void {
    const data = (answer as { data?: Record<string, Told | null> | null } | null)?.data ?? {};
    for (const [field, told] of Object.entries(data)) {
      if (told?.photo?.id) this.#answered.set("photo", told.photo.id);
      if (told?.job?.id) this.#answered.set("job", told.job.id);
      if (field === "prepareListing" && told?.job?.id) this.#prepared = told.job.id;
    }
  }

  /** The variables with what is known in them; a photo that is not known is left out of a list. */
  async filled(variables: Variables, call: Call, headers: Asked["headers"]): Promise<Variables> {
    if (JSON.stringify(variables).includes('"{token}"')) await this.#findToken(call, headers);
    return this.#fill(variables) as Variables;
  }

  async #findToken(call: Call, headers: Asked["headers"]): Promise<void> {
    if (!this.#prepared) return;
    const answer = await call({ query: TOKEN, variables: { id: this.#prepared }, headers });
    const { data } = answer as { data?: { job?: { result?: { confirmToken?: string | null } | null } | null } };
    const token = data?.job?.result?.confirmToken;
    if (token) this.#answered.set("token", token);
    else this.#answered.delete("token");
  }

  #fill(value: unknown): unknown {
    if (Array.isArray(value)) return value.map((each) => this.#fill(each)).filter((each) => each !== "{photo}");
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, this.#fill(each)]));
    }
    const name = typeof value === "string" ? PLACEHOLDER.exec(value)?.[1] : undefined;
    return (name && this.#answered.get(name)) || value;
  }
}
