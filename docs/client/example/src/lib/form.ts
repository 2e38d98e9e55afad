import type { FieldError, Listing, Question } from "./answers";

export type ListingForm = {
  title: string;
  price: string;
  description: string;
  brand: string;
  size: string;
  condition: string;
  color: string;
  category_hint: string;
  /** The category that was chosen among the suggestions: sizes are suggested for it. */
  categoryId: string | null;
};

export const EMPTY_FORM: ListingForm = {
  title: "",
  price: "",
  description: "",
  brand: "",
  size: "",
  condition: "",
  color: "",
  category_hint: "",
  categoryId: null,
};

export function formOf(listing: Listing): ListingForm {
  const { title, price, description, brand, size, condition, color, category_hint } = listing;
  return { title, price, description, brand, size, condition, color, category_hint, categoryId: null };
}

/** The answers of an earlier round that still count: none when the category, nor those whose field was changed. */
export function answersStillGood(form: ListingForm, listing: Listing): Record<string, string> {
  const unchanged = (field: string) =>
    !(field in form) || form[field as keyof ListingForm] === listing[field as keyof Listing];
  if (!unchanged("category_hint")) return {};
  return Object.fromEntries(
    Object.entries(listing.answers).filter(([field]) => unchanged(OTHER_NAMES[field] ?? field)),
  );
}

const FIELDS = ["title", "price", "description", "brand", "size", "condition", "color", "category_hint", "photos"];
// The report and the questions name the category without "_hint".
const OTHER_NAMES: Record<string, string> = { category: "category_hint" };

const fieldOf = (error: FieldError) => OTHER_NAMES[error.field] ?? error.field;

export function errorOf(errors: FieldError[], field: string): string | null {
  return errors.find((error) => fieldOf(error) === field)?.detail ?? null;
}

/** The errors that have no field on the page. */
export function otherErrors(errors: FieldError[], questions: Question[]): FieldError[] {
  const asked = questions.map(({ field }) => `answers.${field}`);
  return errors.filter((error) => !FIELDS.includes(fieldOf(error)) && !asked.includes(error.field));
}
